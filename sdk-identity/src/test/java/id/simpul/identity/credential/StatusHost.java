package id.simpul.identity.credential;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Publishes tokens without a network, and counts who asks. */
final class StatusHost implements StatusListFetcher {
  private final Map<String, String> tokens = new HashMap<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private Reason down;

  void publish(URI uri, String token) {
    tokens.put(uri.toString(), token);
  }

  void goDown(Reason reason) {
    down = reason;
  }

  void comeBack() {
    down = null;
  }

  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public String fetch(URI uri) {
    asked.add(uri.toString());
    String token = tokens.get(uri.toString());
    if (down != null || token == null) {
      Reason reason = down == null ? Reason.UNREACHABLE : down;
      throw new TrustException(reason, uri.getHost(), "did not answer", "status list");
    }
    return token;
  }
}
