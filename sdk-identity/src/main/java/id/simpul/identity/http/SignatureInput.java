package id.simpul.identity.http;

import id.simpul.identity.internal.sf.BareItem;
import id.simpul.identity.internal.sf.Parameters;
import id.simpul.identity.internal.sf.SfWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what signatures of one key cover and say of themselves (RFC 9421, 2.3). Signing is done
 * for every message, so what never changes is written once. Immutable.
 */
final class SignatureInput {
  private static final int USUAL_LENGTH = 512;

  private final String keyAndTag;

  SignatureInput(String keyId) {
    Map<String, BareItem> values = new LinkedHashMap<>();
    values.put("keyid", new BareItem.StringItem(keyId));
    values.put("tag", new BareItem.StringItem(SignatureProfile.TAG));
    keyAndTag = SfWriter.parameters(new Parameters(values));
  }

  /**
   * The inner list with its parameters, in canonical form (RFC 9651, 4.1.1.1).
   *
   * @param components what is covered, at least one
   * @param now when it is signed
   * @param nonce base64url
   */
  String write(List<Component> components, Instant now, String nonce) {
    StringBuilder input = new StringBuilder(USUAL_LENGTH);
    char separator = '(';
    for (Component component : components) {
      input.append(separator).append(component.identifier());
      separator = ' ';
    }
    long created = now.getEpochSecond();
    return input
        .append(");created=")
        .append(created)
        .append(";expires=")
        .append(created + SignatureProfile.MAX_LIFETIME.toSeconds())
        .append(";nonce=\"")
        .append(nonce)
        .append('"')
        .append(keyAndTag)
        .toString();
  }
}
