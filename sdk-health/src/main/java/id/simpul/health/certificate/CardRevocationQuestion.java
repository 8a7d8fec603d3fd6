package id.simpul.health.certificate;

import java.time.Instant;
import java.util.Objects;

/**
 * What lists of revoked cards are searched by ({@code issuer/.well-known/crl/kid.json}).
 *
 * @param issuer the issuer
 * @param kid the key that signed it
 * @param rid the card's identifier
 * @param issuedAt when it was issued, because an identifier may be taken back up to a time
 */
public record CardRevocationQuestion(String issuer, String kid, String rid, Instant issuedAt) {
  /** Checks that all are there. */
  public CardRevocationQuestion {
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(kid, "kid");
    Objects.requireNonNull(rid, "rid");
    Objects.requireNonNull(issuedAt, "issuedAt");
  }

  CardRevocationQuestion of(String identifier) {
    return new CardRevocationQuestion(issuer, kid, identifier, issuedAt);
  }

  @Override
  public String toString() {
    return "question about a card of " + issuer;
  }
}
