package id.simpul.health.certificate;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.TrustException;
import java.time.Instant;
import java.util.Optional;

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
   * @return when its publisher signed it, which is the age of the list; only from what the proof
   *     covers, as {@code JsonWebSignature2020} covers {@code created}; empty when the proof says
   *     nothing, which leaves the list without protection against an old copy
   * @throws TrustException when its proof is missing or wrong
   */
  Optional<Instant> check(JsonObject document);

  /**
   * No check: whoever can change the document on its way, or answers in its publisher's place, is
   * trusted with every key in it. An old document counts as new when it is fetched again, so that a
   * key that was taken off can come back: what holds an old one back is the transport alone.
   *
   * @return a check that passes everything
   */
  static DidProofCheck trustingTheTransportAlone() {
    return document -> Optional.empty();
  }
}
