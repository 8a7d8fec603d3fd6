package id.simpul.identity.federation;

import id.simpul.identity.TrustException;
import java.time.Instant;

/** Reads statements at one point of time. Immutable. */
record StatementReader(Instant now, KeySets keySets) {
  /**
   * Reads a statement that was asked for.
   *
   * @param token the compact serialisation
   * @param expected whose and of whom it must be
   * @throws TrustException for the first rule that is broken
   */
  ReceivedStatement read(String token, StatementName expected) {
    return ReceivedStatement.parse(token, expected.toString(), expected, this);
  }

  /**
   * Reads a statement that says itself whose it is.
   *
   * @param token the compact serialisation
   * @param who what to call it in messages
   * @throws TrustException for the first rule that is broken
   */
  ReceivedStatement read(String token, String who) {
    return ReceivedStatement.parse(token, who, null, this);
  }
}
