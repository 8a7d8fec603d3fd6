package id.simpul.identity.internal.sf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BareItemTest {
  @Test
  void integer_atLimit_isAcceptedAndOnePastIsRefused() {
    assertThat(new BareItem.IntegerItem(-BareItem.MAX_INTEGER).value()).isNegative();
    assertThat(new BareItem.IntegerItem(BareItem.MAX_INTEGER).value()).isPositive();
    Instant latest = Instant.ofEpochSecond(BareItem.MAX_INTEGER);
    assertThat(new BareItem.DateItem(latest).value()).isEqualTo(latest);
    refused(() -> new BareItem.DateItem(latest.plusSeconds(1)));
    refused(() -> new BareItem.IntegerItem(BareItem.MAX_INTEGER + 1));
    refused(() -> new BareItem.IntegerItem(-BareItem.MAX_INTEGER - 1));
  }

  @Test
  void decimal_roundsHalfToEven_andRefusesThirteenDigits() {
    assertThat(new BareItem.DecimalItem(new BigDecimal("0.0025")).value()).isEqualTo("0.002");
    assertThat(new BareItem.DecimalItem(new BigDecimal("999999999999.999")).value()).isPositive();
    refused(() -> new BareItem.DecimalItem(new BigDecimal("999999999999.9996")));
  }

  @Test
  void texts_withForbiddenCharacters_areRefused() {
    refused(() -> new BareItem.StringItem("é"));
    refused(() -> new BareItem.StringItem("\n"));
    refused(() -> new BareItem.TokenItem(""));
    refused(() -> new BareItem.TokenItem("1a"));
    refused(() -> new BareItem.TokenItem("a b"));
    refused(() -> new BareItem.DisplayStringItem("\ud800"));
    refused(() -> new BareItem.DisplayStringItem("\udfff"));
    assertThat(new BareItem.DisplayStringItem("\ud7ff\ue000\ud800\udc00").value()).hasSize(4);
    refused(() -> new BareItem.DateItem(Instant.ofEpochSecond(1, 1)));
    refused(() -> new Parameters(Map.of("A", BareItem.BooleanItem.TRUE)));
    refused(() -> new Parameters(Map.of("", BareItem.BooleanItem.TRUE)));
    refused(() -> new Dictionary(Map.of("a b", Item.of(BareItem.BooleanItem.TRUE))));
  }

  @Test
  void bytes_compareByContent_andAreNotShown() {
    assertThat(new BareItem.BytesItem(new byte[] {1, 2}))
        .isEqualTo(new BareItem.BytesItem(new byte[] {1, 2}))
        .hasSameHashCodeAs(new BareItem.BytesItem(new byte[] {1, 2}))
        .isNotEqualTo(new BareItem.BytesItem(new byte[] {1, 3}))
        .hasToString("2 bytes");
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable build) {
    assertThatThrownBy(build).isInstanceOf(IllegalArgumentException.class);
  }
}
