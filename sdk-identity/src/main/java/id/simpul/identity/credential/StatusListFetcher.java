package id.simpul.identity.credential;

import id.simpul.identity.TrustException;
import java.net.URI;

/**
 * Fetches status list tokens (Token Status List, draft 20, section 8). Implementations are
 * thread-safe and bounded: HTTPS alone, a few redirects at most and each to an address that is
 * checked anew, no special-purpose addresses, at most {@link StatusListVerifier#MAX_TOKEN_LENGTH}
 * bytes, a time limit, and {@code application/statuslist+jwt} as the only type asked for and taken.
 */
@FunctionalInterface
public interface StatusListFetcher {
  /**
   * Fetches one token. Nothing that comes back is believed.
   *
   * @param uri where it is
   * @return the token as it came
   * @throws TrustException {@code UNREACHABLE} when nothing came or not what should, the one reason
   *     an {@link OfflineGrace} counts for; any other reason when the address must not be asked
   */
  String fetch(URI uri);
}
