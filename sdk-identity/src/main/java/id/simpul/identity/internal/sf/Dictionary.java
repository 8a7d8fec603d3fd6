package id.simpul.identity.internal.sf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Members by key, in order (RFC 9651, 3.2).
 *
 * @param members the members, unmodifiable
 */
public record Dictionary(Map<String, Member> members) {
  /** Copies the members and checks the keys. */
  public Dictionary {
    members.keySet().forEach(Keys::check);
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }
}
