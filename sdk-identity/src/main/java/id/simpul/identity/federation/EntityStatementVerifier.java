package id.simpul.identity.federation;

import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.jose.JwkSet;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Verifies one statement (OpenID Federation 1.1, section 3.2) whose issuer's keys are known from
 * elsewhere. For whole chains use {@link ChainResolver}. There is no way to verify a configuration
 * with nothing but the keys inside it: that would be trust on first use. Immutable, thread-safe.
 */
public final class EntityStatementVerifier {
  private final InstantSource clock;
  private final KeySets keySets = new KeySets();

  /**
   * A verifier.
   *
   * @param clock says what time it is
   */
  public EntityStatementVerifier(InstantSource clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Verifies what an entity says of itself.
   *
   * @param token the compact serialisation
   * @param entity whose configuration it must be
   * @param vouched the keys somebody trusted knows the entity by; it must be signed with one of
   *     them that the configuration still lists
   * @return the verified configuration
   * @throws TrustException for the first rule that is broken: {@code MALFORMED}, {@code
   *     NOT_ALLOWED}, {@code NOT_YET_VALID}, {@code EXPIRED}, {@code WRONG_SIGNER}, {@code
   *     UNKNOWN_KEY}, {@code SIGNATURE_INVALID}, {@code UNSIGNED}, {@code KEY_UNUSABLE} or {@code
   *     BUDGET_EXCEEDED}
   */
  public EntityConfiguration configuration(String token, EntityId entity, JwkSet vouched) {
    ReceivedStatement statement = read(token, StatementName.configurationOf(entity));
    JwkSet keys = SharedKeys.of(statement, vouched);
    return new EntityConfiguration(VerifiedStatement.verify(statement, keys));
  }

  /**
   * Verifies what an entity says of one below it.
   *
   * @param token the compact serialisation
   * @param issuer who must have issued it
   * @param subject whom it must be about, another than the issuer
   * @param issuerKeys the federation keys of the issuer
   * @return the verified statement
   * @throws TrustException for the first rule that is broken, as {@link #configuration}
   */
  public SubordinateStatement subordinate(
      String token, EntityId issuer, EntityId subject, JwkSet issuerKeys) {
    StatementName name = new StatementName(issuer, subject);
    if (name.isConfiguration()) {
      throw new IllegalArgumentException("A subordinate statement is about another");
    }
    return new SubordinateStatement(VerifiedStatement.verify(read(token, name), issuerKeys));
  }

  private ReceivedStatement read(String token, StatementName name) {
    return new StatementReader(clock.instant(), keySets).read(token, name);
  }
}
