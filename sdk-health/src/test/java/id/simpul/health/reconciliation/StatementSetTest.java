package id.simpul.health.reconciliation;

import static id.simpul.health.reconciliation.Statements.dose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.ValidationException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementSetTest {
  private static final int MOST = 3;
  private static final int MANY = 20_000;

  private static StatementSet set(int from, int to) {
    StatementSet.Builder builder = StatementSet.builder(MOST);
    for (int i = from; i < to; i++) {
      builder.add(statement(i));
    }
    return builder.build();
  }

  private static DoseStatement statement(int number) {
    return dose(Register.NATIONAL, "n-" + number, Persons.person(number)).build();
  }

  @Test
  void add_asManyAsThereMayBe_isASet() {
    assertThat(set(0, MOST).size()).isEqualTo(MOST);
  }

  @Test
  void add_oneMoreThanThereMayBe_isRefused() {
    assertThatThrownBy(() -> set(0, MOST + 1))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("at most " + MOST);
  }

  @Test
  void add_sameStatementsOverAndOver_countOnce() {
    StatementSet.Builder builder = StatementSet.builder(MOST);
    for (int i = 0; i < 10 * MOST; i++) {
      builder.add(statement(i % MOST));
    }

    assertThat(builder.build()).isEqualTo(set(0, MOST));
  }

  @Test
  void add_moreThanTwiceAsManyAsThereMayBe_isRefusedAtOnce() {
    StatementSet.Builder builder = StatementSet.builder(MOST);
    for (int i = 0; i < 2 * MOST; i++) {
      builder.add(statement(i));
    }

    assertThatThrownBy(() -> builder.add(statement(0))).isInstanceOf(ValidationException.class);
  }

  @Test
  void merge_sameAgain_keepsNoMoreThanBefore() {
    StatementSet all = many(0);
    long kept = all.rows().kept();

    assertThat(all.merge(all)).isSameAs(all);
    assertThat(all.merge(many(0))).isSameAs(all);
    for (int day = 1; day <= 8; day++) {
      all = all.merge(many(day));
    }

    assertThat(all.rows().kept()).isLessThan(4 * kept);
    assertThat(all.stream()).hasSize(MANY + 8);
  }

  /** A register read again, with one record more for each day. */
  private static StatementSet many(int days) {
    StatementSet.Builder builder = StatementSet.builder();
    for (int i = 0; i < MANY + days; i++) {
      builder.add(dose(Register.NATIONAL, "n-" + i, Persons.person(7)).build());
    }
    return builder.build();
  }

  @Test
  void merge_asManyAsThereMayBe_isASet() {
    assertThat(set(0, 2).merge(set(1, 3), MOST)).isEqualTo(set(0, 3));
  }

  @Test
  void merge_oneMoreThanThereMayBe_isRefused() {
    assertThatThrownBy(() -> set(0, 2).merge(set(2, 4), MOST))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void equals_differentSetsOfOneSize_isFalse() {
    assertThat(set(0, 2)).isNotEqualTo(set(1, 3)).isNotEqualTo(set(0, 1));
    assertThat(set(0, 2)).hasToString("StatementSet[2]");
  }

  @Test
  void stream_manyStatements_givesThemBackAcrossPages() {
    List<DoseStatement> statements = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      statements.add(
          dose(Register.NATIONAL, "n-" + i, Persons.person(i))
              .location("x".repeat(i % DoseStatement.MAX_TEXT_LENGTH + 1))
              .identifiers(List.of(new DoseIdentifier("urn:x", "\u00E9\uD83D\uDEA7" + i)))
              .build());
    }

    StatementSet set = StatementSet.of(statements);

    assertThat(set.size()).isEqualTo(20_000);
    assertThat(set.stream()).containsExactlyInAnyOrderElementsOf(statements);
  }
}
