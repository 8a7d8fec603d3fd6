package id.simpul.identity.http;

import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.federation.TrustResolver;
import id.simpul.identity.internal.sf.SfWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The checks requests and answers share, cheapest first; the signature is the last of them. */
final class MessageVerifier {
  private final TrustResolver trust;
  private final InstantSource clock;

  MessageVerifier(TrustResolver trust, InstantSource clock) {
    this.trust = Objects.requireNonNull(trust, "trust");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Verifies a message.
   *
   * @param message the message
   * @param expected who must have signed it, or null for anybody trusted
   * @return the signature, now believed
   * @throws TrustException for the first check that fails
   */
  VerifiedSignature verify(Message message, @Nullable EntityId expected) {
    String who = expected == null ? "caller" : expected.value();
    try {
      Instant now = clock.instant();
      checkSize(message);
      ReceivedSignature received = ReceivedSignature.find(message.headers());
      SignatureParameters parameters = SignatureParameters.of(received.input().parameters());
      who = parameters.signer().value();
      parameters.checkTime(now);
      List<Component> components = CoveredComponents.of(received.input());
      if (message.content().length == 0) {
        // Content that went missing is a digest that does not fit, rather than a wrong list.
        ContentDigest.check(message.headers(), message.content());
      }
      CoveredComponents.check(components, message);
      VerificationKey key = key(parameters, expected, now);
      ContentDigest.check(message.headers(), message.content());
      byte[] base = SignatureBase.of(components, SfWriter.member(received.input()), message);
      if (!key.verify(base, received.value())) {
        throw new Refused(Reason.SIGNATURE_INVALID, "the signature does not fit", "Signature");
      }
      return new VerifiedSignature(received.label(), parameters);
    } catch (Refused e) {
      throw e.by(who);
    }
  }

  private static void checkSize(Message message) throws Refused {
    if (message.content().length > SignatureProfile.MAX_CONTENT_BYTES) {
      throw new Refused(
          Reason.BUDGET_EXCEEDED,
          "has more than " + SignatureProfile.MAX_CONTENT_BYTES + " bytes",
          "content");
    }
  }

  private VerificationKey key(
      SignatureParameters parameters, @Nullable EntityId expected, Instant now) throws Refused {
    if (expected != null && !expected.equals(parameters.signer())) {
      throw new Refused(Reason.WRONG_SIGNER, "is not signed by the one asked", "keyid");
    }
    ResolvedEntity entity = trust.resolve(parameters.signer());
    if (!now.isBefore(entity.expiresAt())) {
      throw new Refused(Reason.EXPIRED, "trust in the signer has run out", "keyid");
    }
    VerificationKey key = entity.key(parameters.thumbprint()).orElse(null);
    if (key == null) {
      throw new Refused(Reason.UNKNOWN_KEY, "the signer has no such key", "keyid");
    }
    checkAlgorithm(parameters.algorithm(), key.algorithm());
    return key;
  }

  private static void checkAlgorithm(@Nullable String named, SignatureAlgorithm algorithm)
      throws Refused {
    if (algorithm.httpName().isEmpty()) {
      throw new Refused(Reason.NOT_ALLOWED, "the key's algorithm is not in RFC 9421", "keyid");
    }
    if (named != null && !named.equals(algorithm.httpName().get())) {
      throw new Refused(Reason.NOT_ALLOWED, "alg is not the algorithm of the key", "alg");
    }
  }
}
