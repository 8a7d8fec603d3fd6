package id.simpul.identity.federation;

import static id.simpul.identity.federation.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.openid.connect.sdk.federation.entities.EntityID;
import com.nimbusds.openid.connect.sdk.federation.entities.EntityStatement;
import com.nimbusds.openid.connect.sdk.federation.trust.EntityStatementRetriever;
import com.nimbusds.openid.connect.sdk.federation.trust.ResolveException;
import com.nimbusds.openid.connect.sdk.federation.trust.TrustChain;
import com.nimbusds.openid.connect.sdk.federation.trust.TrustChainResolver;
import com.nimbusds.openid.connect.sdk.federation.trust.TrustChainSet;
import com.nimbusds.openid.connect.sdk.federation.trust.constraints.TrustChainConstraints;
import id.simpul.core.format.Json;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException.Reason;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The resolver of Nimbus' oauth2-oidc-sdk before our statements. It follows a chain of one link;
 * for a longer one it looks for {@code authority_hints} in statements about subordinates, where
 * OpenID Federation 1.1, section 3.1.2 forbids them, so what it can do with those is check each
 * signature. Of our algorithms it knows ES256.
 */
class OidcSdkResolverTest {
  private static final EntityId ANCHOR = new EntityId("https://federasi.example");
  private static final EntityId PROVINCE = new EntityId("https://jambiprov.example");
  private static final EntityId CITY = new EntityId("https://jambikota.example");

  /** The other library knows no clock but the system's. */
  private final Instant now = Instant.now();

  @Test
  void resolve_chainOfOneLink_isTheSameChainForBoth() throws Exception {
    IssuedFederation federation = new IssuedFederation(SignatureAlgorithm.ES256, now);
    federation.publish(ANCHOR);
    federation.publish(CITY, ANCHOR);

    TrustChain theirs = theirs(federation, federation).getShortest();
    ResolvedEntity ours = ours(federation, federation);

    assertThat(theirs.toSerializedJWTs())
        .startsWith(federation.served(CITY), federation.served(ANCHOR, CITY));
    assertThat(ours.chain().orElseThrow().statements()).hasSize(3);
    assertThat(theirs.resolveExpirationTime()).isEqualTo(ours.expiresAt());
  }

  @Test
  void resolve_chainUnderAnotherKeyOfTheAnchor_isRefusedByBoth() {
    IssuedFederation federation = new IssuedFederation(SignatureAlgorithm.ES256, now);
    federation.publish(ANCHOR);
    federation.publish(CITY, ANCHOR);
    IssuedFederation pinned = new IssuedFederation(SignatureAlgorithm.ES256, now);
    pinned.publish(ANCHOR);

    assertThatExceptionOfType(ResolveException.class).isThrownBy(() -> theirs(federation, pinned));
    refused(Reason.UNKNOWN_KEY, () -> ours(federation, pinned));
  }

  @Test
  void resolve_chainOfTwoLinks_isOursAloneToFollowAndTheirsToVerify() throws Exception {
    IssuedFederation federation = new IssuedFederation(SignatureAlgorithm.ES256, now);
    federation.publish(ANCHOR);
    federation.publish(PROVINCE, ANCHOR);
    federation.publish(CITY, PROVINCE);

    assertThat(ours(federation, federation).chain().orElseThrow().statements()).hasSize(4);
    assertThatExceptionOfType(ResolveException.class)
        .isThrownBy(() -> theirs(federation, federation))
        .withMessageContaining("No trust chain");
    TrustChain.parseSerialized(
            List.of(
                federation.served(CITY),
                federation.served(PROVINCE, CITY),
                federation.served(ANCHOR, PROVINCE)))
        .verifySignatures(theirKeys(federation));
  }

  @Test
  void resolve_chainSignedWithEd25519_isOursAloneToVerify() {
    IssuedFederation federation = new IssuedFederation(SignatureAlgorithm.ED25519, now);
    federation.publish(ANCHOR);
    federation.publish(CITY, ANCHOR);

    assertThat(ours(federation, federation).chain().orElseThrow().statements()).hasSize(3);
    assertThatExceptionOfType(ResolveException.class)
        .isThrownBy(() -> theirs(federation, federation))
        .withMessageContaining("PublicKey not supported");
  }

  private ResolvedEntity ours(IssuedFederation federation, IssuedFederation pinned) {
    TrustAnchor anchor = new TrustAnchor(ANCHOR, pinned.keys(ANCHOR));
    return ChainResolver.builder(List.of(anchor), federation)
        .clock(InstantSource.fixed(now))
        .build()
        .resolve(CITY);
  }

  private TrustChainSet theirs(IssuedFederation federation, IssuedFederation pinned)
      throws ResolveException, ParseException {
    return new TrustChainResolver(
            Map.of(new EntityID(ANCHOR.value()), theirKeys(pinned)),
            TrustChainConstraints.NO_CONSTRAINTS,
            new Retriever(federation))
        .resolveTrustChains(new EntityID(CITY.value()));
  }

  private static JWKSet theirKeys(IssuedFederation pinned) throws ParseException {
    byte[] set = Json.toBytes(pinned.keys(ANCHOR).toJson());
    return JWKSet.parse(new String(set, StandardCharsets.UTF_8));
  }

  /** Hands what is published on to the other library. */
  private record Retriever(IssuedFederation federation) implements EntityStatementRetriever {
    @Override
    public EntityStatement fetchEntityConfiguration(EntityID target) throws ResolveException {
      return parse(federation.served(new EntityId(target.getValue())));
    }

    @Override
    public EntityStatement fetchEntityStatement(URI endpoint, EntityID issuer, EntityID subject)
        throws ResolveException {
      return parse(
          federation.served(new EntityId(issuer.getValue()), new EntityId(subject.getValue())));
    }

    private static EntityStatement parse(String token) throws ResolveException {
      try {
        return EntityStatement.parse(token);
      } catch (com.nimbusds.oauth2.sdk.ParseException e) {
        throw new ResolveException("Unreadable statement", e);
      }
    }
  }
}
