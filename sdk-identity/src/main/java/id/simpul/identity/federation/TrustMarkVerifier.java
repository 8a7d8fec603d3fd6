package id.simpul.identity.federation;

import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.federation.EntityIds;
import id.simpul.identity.jose.ExpectedClaims;
import id.simpul.identity.jose.JwsProfile;
import id.simpul.identity.jose.JwsVerifier;
import id.simpul.identity.jose.UnverifiedPeek;
import id.simpul.identity.jose.VerifiedJws;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/**
 * Verifies trust marks (OpenID Federation 1.1, section 7.3), and is stricter than the standard in
 * two ways. A type for which the anchor names no issuers may by the standard be issued by anyone;
 * here it is refused unless {@link #trustingAnyoneWhereTheAnchorDoes}. And a mark without end, for
 * which section 7.3 asks for another way to find out whether it still counts, is refused.
 * Immutable, thread-safe.
 */
public final class TrustMarkVerifier {
  /** The longest life of a mark that is believed: a year, and time to renew it. */
  public static final Duration MAX_LIFETIME = Duration.ofDays(400);

  /** The longest life of a delegation; it may also have no end, since the anchor can end it. */
  public static final Duration MAX_DELEGATION_LIFETIME = Duration.ofDays(3660);

  static final JwsProfile PROFILE =
      JwsProfile.typed("trust-mark+jwt").maxLifetime(MAX_LIFETIME).build();
  static final JwsProfile DELEGATION_PROFILE =
      JwsProfile.typed("trust-mark-delegation+jwt")
          .maxLifetime(MAX_DELEGATION_LIFETIME)
          .withoutEnd()
          .build();

  private final InstantSource clock;
  private final boolean anyone;

  /**
   * A verifier that believes those issuers alone that an anchor names.
   *
   * @param clock says what time it is
   */
  public TrustMarkVerifier(InstantSource clock) {
    this(Objects.requireNonNull(clock, "clock"), false);
  }

  private TrustMarkVerifier(InstantSource clock, boolean anyone) {
    this.clock = clock;
    this.anyone = anyone;
  }

  /**
   * The same, but where an anchor names a type with an empty list, any entity below the anchor may
   * have issued it, the subject itself included (section 3.1.2).
   *
   * @return a copy
   */
  public TrustMarkVerifier trustingAnyoneWhereTheAnchorDoes() {
    return new TrustMarkVerifier(clock, true);
  }

  /**
   * Verifies a mark.
   *
   * @param mark the mark as its subject shows it
   * @param subject who must have it
   * @param anchor what the anchor of the subject's chain says of itself
   * @param issuers resolves the issuer, with a chain to the same anchor; asked once, and only for
   *     an issuer that the anchor lets issue the type
   * @return the mark
   * @throws TrustException {@code NOT_AUTHORISED} when the issuer may not issue it, or it is about
   *     another or of another type; otherwise the reason why a signature, a time or the issuer is
   *     not believed
   */
  public TrustMark verify(
      PublishedTrustMark mark,
      EntityId subject,
      EntityConfiguration anchor,
      TrustResolver issuers) {
    EntityId issuer = issuerOf(mark, subject, anchor);
    TrustChain chain = chainOf(issuer, anchor, issuers);
    VerifiedJws verified =
        new JwsVerifier(PROFILE, clock)
            .verify(mark.token(), chain.subjectKeys(), ExpectedClaims.issuedBy(issuer.value()));
    checkNames(verified, mark.type(), subject);
    Instant expires = min(verified.expiresAt().orElseThrow(), chain.expiresAt());
    TrustMarkOwner owner = anchor.trustMarkOwners().get(mark.type());
    JsonValue delegation = verified.claims().members().get("delegation");
    if (owner == null && delegation == null) {
      return new TrustMark(mark, issuer, subject, expires);
    }
    if (owner == null || !(delegation instanceof JsonString token)) {
      throw refuse(subject, "has a mark without an owner known to the anchor, or its delegation");
    }
    VerifiedJws delegated = verifyDelegation(token.value(), owner);
    checkNames(delegated, mark.type(), issuer);
    Instant end = min(expires, delegated.expiresAt().orElse(Instant.MAX));
    return new TrustMark(mark, issuer, subject, end).ownedBy(owner.id());
  }

  /** Section 7.3.2: signed by the owner with the keys that the anchor knows it by. */
  private VerifiedJws verifyDelegation(String token, TrustMarkOwner owner) {
    return new JwsVerifier(DELEGATION_PROFILE, clock)
        .verify(token, owner.keys(), ExpectedClaims.issuedBy(owner.id().value()));
  }

  private EntityId issuerOf(PublishedTrustMark mark, EntityId subject, EntityConfiguration anchor) {
    EntityId issuer =
        UnverifiedPeek.of(mark.token(), PROFILE)
            .issuer()
            .flatMap(EntityIds::parse)
            .orElseThrow(() -> refuse(subject, "has a mark that does not say who issued it"));
    List<EntityId> named = anchor.trustMarkIssuers().get(mark.type());
    boolean open = anyone && named != null && named.isEmpty();
    if (!open && (named == null || !named.contains(issuer))) {
      throw refuse(subject, "has a mark that its issuer may not issue, by the anchor's word");
    }
    return issuer;
  }

  private static TrustChain chainOf(
      EntityId issuer, EntityConfiguration anchor, TrustResolver issuers) {
    return issuers
        .resolve(issuer)
        .chain()
        .filter(chain -> chain.anchor().equals(anchor.subject()))
        .orElseThrow(() -> refuse(issuer, "issues marks and has no chain to the same anchor"));
  }

  private static void checkNames(VerifiedJws token, String type, EntityId subject) {
    if (!token.subject().filter(subject.value()::equals).isPresent()) {
      throw refuse(subject, "shows a mark or delegation of another");
    }
    if (!new JsonString(type).equals(token.claims().members().get("trust_mark_type"))) {
      throw refuse(subject, "shows a mark or delegation of another type");
    }
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static TrustException refuse(EntityId who, String what) {
    return new TrustException(Reason.NOT_AUTHORISED, who.value(), what, "trust_marks");
  }
}
