package id.simpul.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.credential.StatusResult.Verdict;
import id.simpul.identity.testing.SettableClock;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusListClientTest {
  private static final long TTL = 600;

  private final SettableClock clock = new SettableClock(StatusTokens.NOW);
  private final StatusHost host = new StatusHost();
  private final StatusListVerifier verifier = new StatusListVerifier(clock);
  private final StatusListClient client = StatusListClient.builder(host, verifier, clock).build();
  private final StatusListClient patient = patientFor(Duration.ofMinutes(5));

  private StatusListClient patientFor(Duration grace) {
    return StatusListClient.builder(host, verifier, clock)
        .offlineGrace(new OfflineGrace(grace))
        .build();
  }

  @BeforeEach
  void publish() {
    host.publish(StatusTokens.URI_1, StatusTokens.token("{}"));
  }

  private static StatusResult check(StatusListClient client, long index) {
    StatusReference reference = new StatusReference(index, StatusTokens.URI_1);
    return client.check(reference, StatusTokens.ISSUER, StatusTokens.KEYS);
  }

  private static Reason causeOf(StatusResult result) {
    return result.cause().orElseThrow().reason();
  }

  private static Reason refusal(StatusResult result) {
    return catchThrowableOfType(TrustException.class, result::requireValid).reason();
  }

  @Test
  void check_validEntry_isValidAndFetchedOnce() {
    StatusResult result = check(client, 1);
    assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    assertThat(result.status()).contains(TokenStatus.VALID);
    assertThat(result.asOf()).contains(StatusTokens.NOW);
    assertThat(result.cause()).isEmpty();
    result.requireValid();
    assertThat(check(client, 0).verdict()).isEqualTo(Verdict.INVALID);
    assertThat(host.asked()).containsExactly(StatusTokens.URI_1.toString());
  }

  @Test
  void check_everyStatus_isSaidAndOnlyValidIsTaken() {
    StatusList list =
        StatusList.builder(8, 5)
            .set(1, TokenStatus.INVALID)
            .set(2, TokenStatus.SUSPENDED)
            .set(3, new TokenStatus(3))
            .set(4, new TokenStatus(200))
            .build();
    JsonObject over = JsonObject.builder().put("status_list", list.toJson()).build();
    host.publish(StatusTokens.URI_1, StatusTokens.token(StatusTokens.claims(over)));
    check(client, 0).requireValid();
    assertThat(check(client, 1).verdict()).isEqualTo(Verdict.INVALID);
    assertThat(refusal(check(client, 1))).isEqualTo(Reason.REVOKED);
    assertThat(check(client, 2).verdict()).isEqualTo(Verdict.SUSPENDED);
    assertThat(refusal(check(client, 2))).isEqualTo(Reason.SUSPENDED);
    for (int index : new int[] {3, 4}) {
      assertThat(check(client, index).verdict()).isEqualTo(Verdict.OTHER);
      assertThat(refusal(check(client, index))).isEqualTo(Reason.STATUS_UNKNOWN);
    }
    assertThat(check(client, 4).status()).contains(new TokenStatus(200));
  }

  @Test
  void check_indexOutOfBounds_isUndetermined() {
    assertThat(check(client, 15).verdict()).isEqualTo(Verdict.INVALID);
    for (long index : new long[] {16, 1L << 32, StatusReference.MAX_INDEX}) {
      StatusResult result = check(client, index);
      assertThat(result.verdict()).isEqualTo(Verdict.UNDETERMINED);
      assertThat(result.status()).isEmpty();
      assertThat(result.asOf()).isEmpty();
      assertThat(refusal(result)).isEqualTo(Reason.STATUS_UNKNOWN);
    }
  }

  @Test
  void check_untilTheTtl_isCachedAndThenFetchedAnew() {
    check(client, 1);
    clock.advance(Duration.ofSeconds(TTL).minusNanos(1));
    check(client, 1);
    assertThat(host.asked()).hasSize(1);
    clock.advance(Duration.ofNanos(1));
    check(client, 1);
    assertThat(host.asked()).hasSize(2);
  }

  @Test
  void check_expEarlierThanTtl_isFetchedAnewThen() {
    long exp = StatusTokens.NOW_SECONDS + 300;
    host.publish(StatusTokens.URI_1, StatusTokens.token("{\"exp\":" + exp + "}"));
    check(client, 1);
    clock.advance(Duration.ofSeconds(299));
    check(client, 1);
    assertThat(host.asked()).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    check(client, 1);
    assertThat(host.asked()).hasSize(2);
  }

  @Test
  void check_withinTheLeewayAfterExp_answersFromWhatWasJustFetched() {
    long exp = StatusTokens.NOW_SECONDS + 300;
    host.publish(StatusTokens.URI_1, StatusTokens.token("{\"exp\":" + exp + "}"));
    clock.advance(Duration.ofSeconds(300 + 30));
    assertThat(check(client, 1).verdict()).isEqualTo(Verdict.VALID);
    assertThat(check(client, 1).verdict()).isEqualTo(Verdict.VALID);
    assertThat(host.asked()).hasSize(2);
  }

  @Test
  void check_listOldWhenItCame_isStaleAndAskedForAgainAfterAMinute() {
    clock.advance(Duration.ofSeconds(TTL));
    StatusResult old = check(client, 1);
    assertThat(old.verdict()).isEqualTo(Verdict.UNDETERMINED);
    assertThat(old.cause().orElseThrow().fault().where()).isEqualTo("ttl");
    assertThat(refusal(old)).isEqualTo(Reason.STATUS_UNKNOWN);
    clock.advance(StatusListVerifier.MIN_TTL.minusNanos(1));
    check(client, 1);
    assertThat(host.asked()).hasSize(1);
    clock.advance(Duration.ofNanos(1));
    check(client, 1);
    assertThat(host.asked()).hasSize(2);
  }

  @Test
  void check_listAtTheLastInstantOfItsTtl_isFresh() {
    clock.advance(Duration.ofSeconds(TTL).minusNanos(1));
    assertThat(check(client, 1).verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void check_listOldWhenItCame_answersWithinTheGrace() {
    clock.advance(Duration.ofSeconds(TTL));
    assertThat(check(patient, 1).verdict()).isEqualTo(Verdict.STALE_VALID);
    assertThat(check(patient, 0).verdict()).isEqualTo(Verdict.INVALID);
    clock.advance(Duration.ofMinutes(5));
    assertThat(check(patient, 1).verdict()).isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void check_olderListThanTheOneHeld_doesNotReplaceIt() {
    clock.advance(Duration.ofSeconds(TTL));
    publishAt(clock.instant(), StatusList.builder(1, 16).set(1, TokenStatus.INVALID).build());
    assertThat(check(patient, 1).verdict()).isEqualTo(Verdict.INVALID);
    publishAt(StatusTokens.NOW, StatusList.builder(1, 16).build());
    clock.advance(Duration.ofSeconds(TTL));
    assertThat(check(patient, 1).verdict()).isEqualTo(Verdict.INVALID);
  }

  private void publishAt(Instant issued, StatusList list) {
    long iat = issued.getEpochSecond();
    String over = "{\"iat\":" + iat + ",\"exp\":" + (iat + 3600) + "}";
    JsonObject claims =
        JsonObject.builder()
            .putAll(StatusTokens.claims(StatusTokens.json(over)))
            .put("status_list", list.toJson())
            .build();
    host.publish(StatusTokens.URI_1, StatusTokens.token(claims));
  }

  @Test
  void check_ttlOfAWeek_isKeptForADay() {
    long exp = StatusTokens.NOW_SECONDS + Duration.ofDays(7).toSeconds();
    host.publish(StatusTokens.URI_1, StatusTokens.token("{\"ttl\":604800,\"exp\":" + exp + "}"));
    check(client, 1);
    clock.advance(StatusListVerifier.MAX_TTL.minusNanos(1));
    check(client, 1);
    assertThat(host.asked()).hasSize(1);
    clock.advance(Duration.ofNanos(1));
    check(client, 1);
    assertThat(host.asked()).hasSize(2);
  }

  @Test
  void check_revokedMeanwhile_isSeenAfterTheTtl() {
    assertThat(check(client, 1).verdict()).isEqualTo(Verdict.VALID);
    clock.advance(Duration.ofSeconds(TTL));
    publishAt(clock.instant(), StatusList.builder(1, 16).set(1, TokenStatus.INVALID).build());
    assertThat(check(client, 1).verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void check_unreachableAtFirst_isUndeterminedEvenWithGrace() {
    host.goDown(Reason.UNREACHABLE);
    for (StatusListClient any : new StatusListClient[] {client, patient}) {
      StatusResult result = check(any, 1);
      assertThat(result.verdict()).isEqualTo(Verdict.UNDETERMINED);
      assertThat(causeOf(result)).isEqualTo(Reason.UNREACHABLE);
      assertThat(refusal(result)).isEqualTo(Reason.STATUS_UNKNOWN);
    }
  }

  @Test
  void check_unreachableLater_isUndeterminedWithoutGrace() {
    check(client, 1);
    host.goDown(Reason.UNREACHABLE);
    clock.advance(Duration.ofSeconds(TTL));
    assertThat(check(client, 1).verdict()).isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void check_unreachableWithinTheGrace_isStaleAndVisible() {
    check(patient, 1);
    host.goDown(Reason.UNREACHABLE);
    clock.advance(Duration.ofSeconds(TTL));
    StatusResult stale = check(patient, 1);
    assertThat(stale.verdict()).isEqualTo(Verdict.STALE_VALID);
    assertThat(stale).hasToString("STALE_VALID");
    assertThat(stale.asOf()).contains(StatusTokens.NOW);
    assertThat(causeOf(stale)).isEqualTo(Reason.UNREACHABLE);
    stale.requireValid();
    assertThat(check(patient, 0).verdict()).isEqualTo(Verdict.INVALID);
    assertThat(causeOf(check(patient, 0))).isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void check_graceAtItsEnd_isOver() {
    check(patient, 1);
    host.goDown(Reason.UNREACHABLE);
    clock.advance(Duration.ofSeconds(TTL).plus(Duration.ofMinutes(5)).minusNanos(1));
    assertThat(check(patient, 1).verdict()).isEqualTo(Verdict.STALE_VALID);
    clock.advance(Duration.ofNanos(1));
    assertThat(check(patient, 1).verdict()).isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void check_graceLongerThanExp_endsWithExp() {
    StatusListClient longest = patientFor(OfflineGrace.MAX);
    check(longest, 1);
    host.goDown(Reason.UNREACHABLE);
    clock.advance(Duration.ofHours(1).minusNanos(1));
    assertThat(check(longest, 1).verdict()).isEqualTo(Verdict.STALE_VALID);
    clock.advance(Duration.ofNanos(1));
    assertThat(check(longest, 1).verdict()).isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void check_hostAnswersWithForgery_isUndeterminedEvenWithGrace() {
    check(patient, 1);
    SigningKey forger = SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());
    String payload = "{}";
    host.publish(StatusTokens.URI_1, StatusTokens.sign(forger, StatusTokens.header(), payload));
    clock.advance(Duration.ofSeconds(TTL));
    StatusResult result = check(patient, 1);
    assertThat(result.verdict()).isEqualTo(Verdict.UNDETERMINED);
    assertThat(causeOf(result)).isEqualTo(Reason.SIGNATURE_INVALID);
  }

  @Test
  void check_addressThatMustNotBeAsked_isUndeterminedEvenWithGrace() {
    check(patient, 1);
    host.goDown(Reason.NOT_ALLOWED);
    clock.advance(Duration.ofSeconds(TTL));
    assertThat(causeOf(check(patient, 1))).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(check(patient, 1).verdict()).isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void check_failedAttempt_answersForTenSecondsAndIsThenRepeated() {
    host.goDown(Reason.UNREACHABLE);
    check(client, 1);
    host.comeBack();
    clock.advance(StatusListSlot.RETRY_AFTER.minusNanos(1));
    assertThat(check(client, 1).verdict()).isEqualTo(Verdict.UNDETERMINED);
    assertThat(host.asked()).hasSize(1);
    clock.advance(Duration.ofNanos(1));
    assertThat(check(client, 1).verdict()).isEqualTo(Verdict.VALID);
    assertThat(host.asked()).hasSize(2);
  }

  @Test
  void check_keyWithdrawnByTheIssuer_endsTheCachedList() {
    check(patient, 1);
    SigningKey next = SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());
    StatusReference reference = new StatusReference(1, StatusTokens.URI_1);
    StatusResult result = patient.check(reference, StatusTokens.ISSUER, StatusTokens.keysOf(next));
    assertThat(result.verdict()).isEqualTo(Verdict.UNDETERMINED);
    assertThat(causeOf(result)).isEqualTo(Reason.UNKNOWN_KEY);
    assertThat(host.asked()).hasSize(2);
    assertThat(check(patient, 1).verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void check_sameAddressOfAnotherIssuer_isNotAnsweredFromTheCache() {
    check(client, 1);
    SigningKey other = SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());
    StatusResult result =
        client.check(
            new StatusReference(1, StatusTokens.URI_1),
            new EntityId("https://jakarta.example"),
            StatusTokens.keysOf(other));
    assertThat(causeOf(result)).isEqualTo(Reason.UNKNOWN_KEY);
  }

  @Test
  void checkAt_asksForTheTimeAndKeepsNothing() {
    Instant time = StatusTokens.NOW.plusMillis(1500);
    URI question = URI.create(StatusTokens.URI_1 + "?time=" + time.getEpochSecond());
    host.publish(question, StatusTokens.token("{}"));
    clock.advance(Duration.ofDays(400));
    StatusReference reference = new StatusReference(0, StatusTokens.URI_1);
    for (int i = 0; i < 2; i++) {
      assertThat(client.checkAt(reference, StatusTokens.ISSUER, StatusTokens.KEYS, time).verdict())
          .isEqualTo(Verdict.INVALID);
    }
    assertThat(host.asked()).containsExactly(question.toString(), question.toString());
  }

  @Test
  void checkAt_hostSendsTodaysList_isUndetermined() {
    URI uri = URI.create("https://jambi.example/status/1?list=2");
    Instant time = StatusTokens.NOW.minusSeconds(100);
    URI question = URI.create(uri + "&time=" + time.getEpochSecond());
    host.publish(question, StatusTokens.token("{\"sub\":\"" + uri + "\"}"));
    StatusResult result =
        client.checkAt(new StatusReference(1, uri), StatusTokens.ISSUER, StatusTokens.KEYS, time);
    assertThat(causeOf(result)).isEqualTo(Reason.NOT_YET_VALID);
    assertThat(result.verdict()).isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void offlineGrace_range_isChecked() {
    assertThat(new OfflineGrace(OfflineGrace.MAX).duration()).isEqualTo(Duration.ofDays(7));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OfflineGrace(OfflineGrace.MAX.plusNanos(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> new OfflineGrace(Duration.ofNanos(-1)));
  }
}
