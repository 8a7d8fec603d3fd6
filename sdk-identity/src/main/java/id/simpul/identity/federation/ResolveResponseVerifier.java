package id.simpul.identity.federation;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.federation.ClaimReader;
import id.simpul.identity.jose.ExpectedClaims;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.JwsVerifier;
import id.simpul.identity.jose.VerifiedJws;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/**
 * Reads what a resolve endpoint answers (OpenID Federation 1.1, section 8.3). The answer of another
 * is a hint: the chain inside is validated here, and metadata and marks are worked out anew. Only
 * of one's own node the word is taken. Immutable, thread-safe.
 */
public final class ResolveResponseVerifier {
  private final EntityId resolver;
  private final JwkSet keys;
  private final JwsVerifier verifier;
  private final ExpectedClaims expected;

  /**
   * A verifier of the answers of one resolver.
   *
   * @param resolver who answers
   * @param keys its federation keys, known from elsewhere
   * @param clock says what time it is
   */
  public ResolveResponseVerifier(EntityId resolver, JwkSet keys, InstantSource clock) {
    this(
        resolver,
        keys,
        new JwsVerifier(ResolveResponseIssuer.PROFILE, clock),
        ExpectedClaims.issuedBy(resolver.value()));
  }

  private ResolveResponseVerifier(
      EntityId resolver, JwkSet keys, JwsVerifier verifier, ExpectedClaims expected) {
    this.resolver = resolver;
    this.keys = Objects.requireNonNull(keys, "keys");
    this.verifier = verifier;
    this.expected = expected;
  }

  /**
   * The same for answers to questions somebody has asked under their own name.
   *
   * @param requester who asked: the {@code aud} an answer must have, and without which it is one to
   *     another question
   * @return a copy
   */
  public ResolveResponseVerifier forRequester(EntityId requester) {
    return new ResolveResponseVerifier(
        resolver, keys, verifier, expected.forAudience(requester.value()));
  }

  /**
   * Takes an answer of anybody.
   *
   * @param token the compact serialisation, made for nobody in particular unless this is a verifier
   *     {@link #forRequester}
   * @param subject who was asked about
   * @param chains validates the chain inside, against its own anchors
   * @return what our own validation trusts of the subject
   * @throws TrustException {@code WRONG_SIGNER} when it is about another, or the reason why the
   *     answer or the chain does not hold
   */
  public ResolvedEntity verify(String token, EntityId subject, ChainResolver chains) {
    VerifiedJws response = response(token, subject);
    ClaimReader claims = new ClaimReader(response.claims(), "answer of " + resolver);
    List<String> chain = claims.strings("trust_chain");
    if (chain.isEmpty()) {
      throw claims.missing("trust_chain");
    }
    ResolvedEntity resolved = chains.validate(chain);
    if (!resolved.id().equals(subject)) {
      throw wrong("has a chain of another", "trust_chain");
    }
    return resolved;
  }

  /**
   * Takes the word of one's own node, which has validated the chain itself.
   *
   * @param token the compact serialisation, made for nobody in particular unless this is a verifier
   *     {@link #forRequester}
   * @param subject who was asked about
   * @return what the node says of the subject, without chain and marks
   * @throws TrustException {@code WRONG_SIGNER} when it is about another, or the reason why the
   *     answer does not hold
   */
  public ResolvedEntity trustingOwnNode(String token, EntityId subject) {
    VerifiedJws response = response(token, subject);
    ClaimReader claims = new ClaimReader(response.claims(), "answer of " + resolver);
    JsonObject metadata = claims.object("metadata").orElseThrow(() -> claims.missing("metadata"));
    return ResolvedEntity.of(subject, metadata, response.expiresAt().orElseThrow(), JwkSet::of);
  }

  private VerifiedJws response(String token, EntityId subject) {
    VerifiedJws response = verifier.verify(token, keys, expected);
    if (response.subject().filter(subject.value()::equals).isEmpty()) {
      throw wrong("is about another", "sub");
    }
    return response;
  }

  private TrustException wrong(String what, String where) {
    return new TrustException(Reason.WRONG_SIGNER, "answer of " + resolver, what, where);
  }
}
