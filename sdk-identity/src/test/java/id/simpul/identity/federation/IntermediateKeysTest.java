package id.simpul.identity.federation;

import static id.simpul.identity.federation.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.testing.FederationFixture;
import id.simpul.identity.testing.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A province rolled its key over, its old key was stolen, and the anchor still lists both. */
class IntermediateKeysTest {
  private final FederationFixture federation = new FederationFixture();
  private final Member anchor = federation.add("https://federasi.example");
  private final Member province = federation.add("https://jambiprov.example", anchor);
  private final Member city = federation.add("https://jambikota.example", province);
  private final SigningKey stolen = Member.newKey();
  private final ChainResolver resolver = federation.resolver(anchor).build();

  @BeforeEach
  void anchorVouchesForBoth() {
    anchor.about(province).putKeys("jwks", stolen, province.federationKey());
  }

  @Test
  void resolve_signedWithTheKeyInUse_isTrusted() {
    assertThat(resolver.resolve(city.id()).id()).isEqualTo(city.id());
  }

  @Test
  void resolve_signedWithAKeyTheIntermediateHasWithdrawn_isRefused() {
    province.about(city).signedBy(stolen);
    refused(Reason.UNKNOWN_KEY, () -> resolver.resolve(city.id()));
    assertThat(resolver.explain(city.id()).toText())
        .contains("names no key its issuer is known by");
  }

  @Test
  void resolve_signedWithTheOldKeyWhileBothAreListed_isTrusted() {
    province.configuration().putKeys("jwks", stolen, province.federationKey());
    province.about(city).signedBy(stolen);
    assertThat(resolver.resolve(city.id()).id()).isEqualTo(city.id());
  }

  @Test
  void resolve_intermediateListsAKeyNobodyVouchesFor_isRefused() {
    SigningKey next = Member.newKey();
    province.configuration().putKeys("jwks", next, province.federationKey()).signedBy(next);
    province.about(city).signedBy(next);
    refused(Reason.UNKNOWN_KEY, () -> resolver.resolve(city.id()));
  }

  @Test
  void validate_signedWithAWithdrawnKey_isTrustedWhileTheSuperiorVouchesForIt() {
    province.about(city).signedBy(stolen);
    assertThat(resolver.validate(federation.chain(city, province, anchor)).id())
        .isEqualTo(city.id());
    anchor.about(province).putKeys("jwks", province.federationKey());
    refused(Reason.UNKNOWN_KEY, () -> resolver.validate(federation.chain(city, province, anchor)));
  }
}
