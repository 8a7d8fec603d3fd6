package id.simpul.node.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.simpul.health.certificate.Kid;
import id.simpul.health.certificate.RevocationBatch;
import id.simpul.health.certificate.RevocationHash;
import id.simpul.health.certificate.RevocationList;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many certificates can be taken back does not depend on how many signers there are. */
final class RevocationDeskTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final Kid FIRST = new Kid(7);
  private static final Kid SECOND = new Kid(8);
  private static final List<Kid> SIGNERS = List.of(FIRST, SECOND);

  private static Set<RevocationHash> hashes(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> RevocationHash.of("N-" + i))
        .collect(Collectors.toSet());
  }

  private static List<RevocationBatch> batches(int count) {
    return RevocationDesk.batches(SIGNERS, hashes(count), NOW);
  }

  private static RevocationList list(int count) {
    return RevocationList.read(RevocationList.of(NOW, batches(count)).toJson(), NOW);
  }

  @Test
  void batches_allFitForEachSigner_areNamedByEach() {
    int count = RevocationList.MAX_ENTRIES / SIGNERS.size();
    assertThat(batches(count))
        .hasSize(2)
        .allSatisfy(batch -> assertThat(batch.entries()).hasSize(count));
  }

  @Test
  void batches_oneTooManyForEachSigner_areNamedOnceForAll() {
    int count = RevocationList.MAX_ENTRIES / SIGNERS.size() + 1;
    assertThat(batches(count))
        .extracting(RevocationBatch::kid, batch -> batch.entries().size())
        .containsExactly(
            tuple(Optional.of(FIRST), 0),
            tuple(Optional.of(SECOND), 0),
            tuple(Optional.empty(), count));
    assertThat(list(count).asOf()).isEqualTo(NOW);
  }

  @Test
  void batches_asManyAsAListHolds_areTakenAndOneMoreIsNot() {
    assertThat(list(RevocationList.MAX_ENTRIES).asOf()).isEqualTo(NOW);
    assertThatThrownBy(() -> list(RevocationList.MAX_ENTRIES + 1))
        .isInstanceOfSatisfying(
            TrustException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BUDGET_EXCEEDED));
  }

  @Test
  void isNearlyFull_fourOfFive_isTold() {
    assertThat(RevocationDesk.isNearlyFull(160_000)).isTrue();
    assertThat(RevocationDesk.isNearlyFull(159_999)).isFalse();
  }
}
