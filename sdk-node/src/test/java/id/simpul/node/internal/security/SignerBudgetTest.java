package id.simpul.node.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.node.NodeLimits;
import org.junit.jupiter.api.Test;

class SignerBudgetTest {
  private static final String STRANGERS = "";
  private static final String CITY = "https://simpul.jakarta.example";

  private final SignerBudget budget = new SignerBudget();

  @Test
  void enter_atTheLimit_isLetInAndOneMoreIsNot() {
    for (String signer : new String[] {STRANGERS, CITY}) {
      for (int i = 0; i < NodeLimits.MAX_SIGNATURES_PER_SIGNER; i++) {
        assertThat(budget.enter(signer)).as("%s %d", signer, i).isTrue();
      }
      assertThat(budget.enter(signer)).as("one more of %s", signer).isFalse();
    }
  }

  @Test
  void enter_afterOneLeft_isLetInOnce() {
    while (budget.enter(CITY)) {
      assertThat(budget.enter(STRANGERS)).as("the share of another").isTrue();
      budget.leave(STRANGERS);
    }
    budget.leave(CITY);
    assertThat(budget.enter(CITY)).isTrue();
    assertThat(budget.enter(CITY)).isFalse();
  }
}
