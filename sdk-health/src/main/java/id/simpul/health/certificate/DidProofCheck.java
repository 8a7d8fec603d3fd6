package id.simpul.health.certificate;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.TrustException;

/**
 * Says whether the proof of a DID document is good. The WHO's documents carry a {@code
 * JsonWebSignature2020} over a canonical RDF form, whose signature stands in DER where JOSE wants r
 * and s; which key makes it is published elsewhere. The check is therefore the caller's to choose,
 * and there is no default.
 */
@FunctionalInterface
public interface DidProofCheck {
  /**
   * Checks a document.
   *
   * @param document the whole document, {@code proof} included
   * @throws TrustException when its proof is missing or wrong
   */
  void check(JsonObject document);

  /**
   * No check: whoever can change the document on its way, or answers in its publisher's place, is
   * trusted with every key in it.
   *
   * @return a check that passes everything
   */
  static DidProofCheck trustingTheTransportAlone() {
    return document -> {};
  }
}
