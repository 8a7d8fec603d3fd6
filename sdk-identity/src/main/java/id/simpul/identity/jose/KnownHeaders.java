package id.simpul.identity.jose;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Some headers of tokens of one class whose signatures held. Those of one key are alike, and what
 * was read once need not be read again. Nobody gets a header in here that no signer signed.
 * Thread-safe.
 */
final class KnownHeaders {
  /** How many are kept; two that fall on the same place drive each other out. */
  static final int KEPT = 16;

  /** Characters of the longest that is kept. */
  static final int MAX_LENGTH = 512;

  @SuppressWarnings("ArrayRecordComponent") // compared by its bytes in one place
  private record Known(byte[] encoded, JwsHeader header) {}

  private final AtomicReferenceArray<@Nullable Known> kept = new AtomicReferenceArray<>(KEPT);
  private final JwsProfile profile;

  KnownHeaders(JwsProfile profile) {
    this.profile = profile;
  }

  /** The header of a token, known or read. */
  JwsHeader of(CompactJws jws) {
    Known known = kept.get(place(jws));
    return known != null && jws.hasHeader(known.encoded)
        ? known.header
        : JwsHeader.read(jws.header(), profile);
  }

  /** Keeps the header of a token whose signature held. */
  @SuppressWarnings("ReferenceEquality") // the one that is kept, and not one that says the same
  void keep(CompactJws jws, JwsHeader header) {
    int place = place(jws);
    Known known = kept.get(place);
    if ((known == null || known.header != header) && jws.headerLength() <= MAX_LENGTH) {
      kept.set(place, new Known(jws.encodedHeader(), header));
    }
  }

  private static int place(CompactJws jws) {
    return Math.floorMod(jws.headerHash(), KEPT);
  }
}
