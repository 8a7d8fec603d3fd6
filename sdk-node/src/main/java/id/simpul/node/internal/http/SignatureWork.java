package id.simpul.node.internal.http;

import id.simpul.node.NodeLimits;

/**
 * The threads that verify and make signatures. Who is not known yet has threads apart: their chain
 * of trust may have to be fetched, and whoever invents signers must not hold up those we know.
 */
final class SignatureWork implements AutoCloseable {
  private final BlockingWork known =
      new BlockingWork(
          "simpul-signatures", NodeLimits.SIGNATURE_THREADS, NodeLimits.MAX_SIGNATURES_WAITING);
  private final BlockingWork strangers =
      new BlockingWork(
          "simpul-strangers", NodeLimits.STRANGER_THREADS, NodeLimits.MAX_STRANGERS_WAITING);

  /** Where a request of this claimed signer waits; {@code ""} is a stranger. */
  BlockingWork of(String claimedSigner) {
    return claimedSigner.isEmpty() ? strangers : known;
  }

  /** Where work for whoever was let in waits. */
  BlockingWork known() {
    return known;
  }

  @Override
  public void close() {
    Closing.inOrder(known::close, strangers::close);
  }
}
