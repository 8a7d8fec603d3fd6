package id.simpul.health.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.health.certificate.RevocationBatch.HashType;
import id.simpul.health.certificate.RevocationCheck.Status;
import id.simpul.identity.TrustException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevocationListTest {
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Kid KID = new Kid(7);
  private static final String NUMBER = "URN:UVCI:01:ID:0123456789ABCDEF01234567";
  private static final byte[] SIGNATURE = {1, 2, 3};

  private static RevocationQuestion about(Kid kid, String number) {
    return RevocationQuestion.of(kid, "ID", number, SIGNATURE);
  }

  private static RevocationBatch batch(@Nullable Kid kid, RevocationHash... entries) {
    return new RevocationBatch(kid, "ID", HashType.UCI, NOW.plus(DAY), Set.of(entries));
  }

  private static RevocationList list(RevocationBatch... batches) {
    RevocationList written = RevocationList.of(NOW, List.of(batches));
    return RevocationList.read(written.toJson(), NOW);
  }

  @Test
  void status_numberOnTheList_isRevokedAndNoOther() {
    RevocationList list = list(batch(KID, RevocationHash.of(NUMBER)));
    assertThat(list.status(about(KID, NUMBER), NOW)).isEqualTo(Status.REVOKED);
    assertThat(list.status(about(KID, NUMBER + "8"), NOW)).isEqualTo(Status.GOOD);
  }

  @Test
  void status_signerTheListDoesNotSpeakOf_isUnknown() {
    RevocationList list = list(batch(KID, RevocationHash.of(NUMBER)));
    assertThat(list.status(about(new Kid(8), NUMBER), NOW)).isEqualTo(Status.UNKNOWN);
    assertThat(RevocationList.empty().status(about(KID, NUMBER), NOW)).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void status_emptyBatchBesideOneOfAnUnknownSigner_isRevokedOrGood() {
    RevocationList list = list(batch(KID), batch(null, RevocationHash.of(NUMBER)));
    assertThat(list.status(about(KID, NUMBER), NOW)).isEqualTo(Status.REVOKED);
    assertThat(list.status(about(KID, NUMBER + "8"), NOW)).isEqualTo(Status.GOOD);
    assertThat(list.status(about(new Kid(8), NUMBER + "8"), NOW)).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void status_batchOfAnUnknownSigner_takesBackAndVouchesForNothing() {
    RevocationList list = list(batch(null, RevocationHash.of(NUMBER)));
    assertThat(list.status(about(KID, NUMBER), NOW)).isEqualTo(Status.REVOKED);
    assertThat(list.status(about(KID, "other"), NOW)).isEqualTo(Status.UNKNOWN);
    RevocationList both = list(batch(KID), batch(null, RevocationHash.of(NUMBER)));
    assertThat(both.status(about(KID, NUMBER), NOW)).isEqualTo(Status.REVOKED);
  }

  @Test
  void status_batchAtItsEnd_saysNothing() {
    RevocationList list = list(batch(KID, RevocationHash.of(NUMBER)));
    Instant end = NOW.plus(DAY);
    assertThat(list.status(about(KID, NUMBER), end.minusNanos(1))).isEqualTo(Status.REVOKED);
    assertThat(list.status(about(KID, NUMBER), end)).isEqualTo(Status.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource(HashType.class)
  void status_eachKindOfHash_isSearchedBy(HashType type) {
    RevocationQuestion question = about(KID, NUMBER);
    byte[] hash =
        switch (type) {
          case UCI -> question.certificateIdDigest();
          case COUNTRYCODEUCI -> question.countryAndCertificateIdDigest();
          case SIGNATURE -> question.signatureDigest();
        };
    Set<RevocationHash> entries = Set.of(RevocationHash.ofBytes(hash));
    RevocationList list = list(new RevocationBatch(KID, "ID", type, NOW.plus(DAY), entries));
    assertThat(list.status(question, NOW)).isEqualTo(Status.REVOKED);
  }

  @Test
  void toJson_batch_isThatOfTheEu() {
    RevocationList list = RevocationList.of(NOW, List.of(batch(KID, new RevocationHash(1, 2))));
    assertThat(new String(list.toJson(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"batches\":[{\"country\":\"ID\",\"expires\":\"2026-11-22T02:00:00Z\","
                + "\"kid\":\"AAAAAAAAAAc=\",\"hashType\":\"UCI\","
                + "\"entries\":[{\"hash\":\"AAAAAAAAAAEAAAAAAAAAAg==\"}]}]}");
    assertThat(list.toString()).doesNotContain("AAAA");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"batches\":{}}",
        "{\"batches\":[1]}",
        "{\"batches\":[{}]}",
        "{\"batches\":[{\"country\":\"ID\",\"expires\":\"2026-11-22T02:00:00Z\",\"kid\":\"AAAAAAAAAAc=\","
            + "\"hashType\":\"UCI\"}]}",
        "{\"batches\":[{\"country\":\"ID\",\"expires\":\"2026-11-22T02:00:00Z\",\"kid\":\"AAAA\","
            + "\"hashType\":\"UCI\",\"entries\":[]}]}",
        "{\"batches\":[{\"country\":\"ID\",\"expires\":\"2026-11-22T02:00:00Z\",\"kid\":\"AAAAAAAAAAc=\","
            + "\"hashType\":\"MD5\",\"entries\":[]}]}",
        "{\"batches\":[{\"country\":\"ID\",\"expires\":\"soon\",\"kid\":\"AAAAAAAAAAc=\","
            + "\"hashType\":\"UCI\",\"entries\":[]}]}",
        "{\"batches\":[{\"country\":\"ID\",\"expires\":\"2026-11-22T02:00:00Z\",\"kid\":\"AAAAAAAAAAc=\","
            + "\"hashType\":\"UCI\",\"entries\":[{\"hash\":\"AAAA\"}]}]}",
        "{\"batches\":[{\"country\":\"ID\",\"expires\":\"2026-11-22T02:00:00Z\",\"kid\":\"AAAAAAAAAAc=\","
            + "\"hashType\":\"UCI\",\"entries\":[{\"hash\":\"%%%%\"}]}]}"
      })
  void read_otherDocument_isRefused(String json) {
    assertThatThrownBy(() -> RevocationList.read(json.getBytes(StandardCharsets.UTF_8), NOW))
        .isInstanceOf(TrustException.class);
  }

  @Test
  void of_largestList_isReadAgainAndOneMoreIsRefused() {
    RevocationList largest = list(many(RevocationList.MAX_ENTRIES));
    assertThat(largest.status(about(KID, NUMBER), NOW)).isEqualTo(Status.GOOD);
    assertThatThrownBy(() -> list(many(RevocationList.MAX_ENTRIES + 1)))
        .isInstanceOf(TrustException.class);
    List<RevocationBatch> batches = Collections.nCopies(RevocationList.MAX_BATCHES, batch(KID));
    assertThat(RevocationList.of(NOW, batches).asOf()).isEqualTo(NOW);
    assertThatThrownBy(() ->
            RevocationList.of(NOW, Collections.nCopies(RevocationList.MAX_BATCHES + 1, batch(KID))))
        .isInstanceOf(TrustException.class);
    assertThatThrownBy(() -> RevocationHash.ofBytes(new byte[15]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static RevocationBatch many(int entries) {
    return new RevocationBatch(
        KID,
        "ID",
        HashType.UCI,
        NOW.plus(DAY),
        LongStream.range(0, entries)
            .mapToObj(i -> new RevocationHash(i, i))
            .collect(Collectors.toSet()));
  }
}
