package id.simpul.identity.peers;

/** Somebody who says whether a token is good, set up to expect what the others expect. */
interface Peer {
  /** The name in the table of differences. */
  String name();

  /** Whether it takes a token as signed by the key, of the type, by the issuer, and now. */
  boolean takes(String token);
}
