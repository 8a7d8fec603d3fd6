package id.simpul.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinnedEntitiesTest {
  private static final EntityId JAMBI = new EntityId("https://jambi.example/");
  private static final VerificationKey KEY = key();

  private static VerificationKey key() {
    return SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom()).publicKey();
  }

  private static ResolvedEntity entity(String id) {
    return new ResolvedEntity(new EntityId(id), List.of(KEY), Instant.MAX);
  }

  private static void refused(Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            TrustException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void resolve_pinned_givesItsKeys() {
    ResolvedEntity pinned = new PinnedEntities(List.of(entity(JAMBI.value()))).resolve(JAMBI);
    assertThat(pinned.key(KEY.keyId())).contains(KEY);
    assertThat(pinned.key("other")).isEmpty();
    assertThat(pinned.expiresAt()).isEqualTo(Instant.MAX);
  }

  @Test
  void known_pinnedAndOther_isWhatResolveGivesAndNothing() {
    PinnedEntities pinned = new PinnedEntities(List.of(entity(JAMBI.value())));
    assertThat(pinned.known(JAMBI)).containsSame(pinned.resolve(JAMBI));
    assertThat(pinned.known(new EntityId("https://bogor.example/"))).isEmpty();
    TrustResolver plain =
        entity -> {
          throw new AssertionError("was asked to resolve " + entity);
        };
    assertThat(plain.known(JAMBI)).isEmpty();
  }

  @Test
  void resolve_pinned_hasNoChainNoMarksAndNoMetadata() {
    ResolvedEntity pinned = entity(JAMBI.value());
    assertThat(pinned.chain()).isEmpty();
    assertThat(pinned.trustMarks()).isEmpty();
    assertThat(pinned.metadata().members()).isEmpty();
    refused(Reason.NOT_AUTHORISED, () -> pinned.requireTrustMark("any", Instant.EPOCH));
    assertThat(pinned).hasToString("resolved " + JAMBI + " until " + Instant.MAX);
    assertThat(ExpiryAlarm.of(pinned).state(Instant.EPOCH)).isEqualTo(ExpiryAlarm.State.QUIET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://jambi.example",
        "https://JAMBI.example/",
        "https://jambi.example:443/",
        "https://jambi.example/simpul",
        "https://bogor.example/"
      })
  void resolve_anotherName_isUnknown(String name) {
    PinnedEntities pinned = new PinnedEntities(List.of(entity(JAMBI.value())));
    refused(Reason.UNKNOWN_ENTITY, () -> pinned.resolve(new EntityId(name)));
  }

  @Test
  void new_sameEntityTwice_isRefused() {
    List<ResolvedEntity> twice = List.of(entity(JAMBI.value()), entity(JAMBI.value()));
    assertThatThrownBy(() -> new PinnedEntities(twice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(JAMBI.value());
  }

  @Test
  void newEntity_withoutKeysOrWithOneTwice_isRefused() {
    for (List<VerificationKey> keys : List.of(List.<VerificationKey>of(), List.of(KEY, KEY))) {
      assertThatThrownBy(() -> new ResolvedEntity(JAMBI, keys, Instant.MAX))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new ResolvedEntity(JAMBI, List.of(KEY, key()), Instant.MAX).keys()).hasSize(2);
  }

  @Test
  void newEntity_keysAtTheLimitAndOnePast_areTakenAndRefused() {
    List<VerificationKey> keys = new ArrayList<>();
    for (int i = 0; i < JwkSet.MAX_KEYS; i++) {
      keys.add(key());
    }
    assertThat(new ResolvedEntity(JAMBI, keys, Instant.MAX).keys()).hasSize(16);
    keys.add(key());
    assertThatThrownBy(() -> new ResolvedEntity(JAMBI, keys, Instant.MAX))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void pinned_keyUnderANameOfItsOwn_isFoundByNameAndThumbprint() {
    JsonObject json = PublicJwk.of(KEY).toJson();
    PublicJwk named = PublicJwk.of(JsonObject.builder().putAll(json).put("kid", "2026-1").build());
    ResolvedEntity entity = ResolvedEntity.pinned(JAMBI, JwkSet.of(List.of(named)), Instant.MAX);
    assertThat(entity.keys()).containsExactly(KEY);
    assertThat(entity.key(KEY.keyId())).contains(KEY);
    assertThat(entity.key("2026-1")).isEmpty();
    JwkSet published = entity.publishedKeys().orElseThrow();
    assertThat(published.find("2026-1")).contains(named);
    assertThat(published.find(KEY.keyId())).contains(named);
    assertThat(published.keys()).containsExactly(named);
    assertThat(entity(JAMBI.value()).publishedKeys().orElseThrow().find(KEY.keyId()))
        .contains(PublicJwk.of(KEY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8081/", "http://127.0.0.1/", "http://[::1]:1/x"})
  void new_loopbackNameInProduction_isRefused(String name) {
    List<ResolvedEntity> entities = List.of(entity(name));
    refused(Reason.NOT_ALLOWED, () -> new PinnedEntities(entities));
    refused(Reason.NOT_ALLOWED, () -> new PinnedEntities(entities, LoopbackPolicy.production()));
    PinnedEntities development =
        new PinnedEntities(entities, LoopbackPolicy.allowInsecureLoopbackForDevelopment());
    assertThat(development.resolve(new EntityId(name)).keys()).containsExactly(KEY);
  }
}
