package id.simpul.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.value.GeoPoint;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
  @Test
  void parse_identifierAtAndPastItsLimit_isTakenAndRefused() {
    String longest = "x".repeat(ServiceCode.MAX_LENGTH);

    assertThat(ServiceCode.parse(longest)).contains(new ServiceCode(longest));
    assertThat(ServiceCode.parse(longest + "x")).isEmpty();
    assertThat(ReportId.parse(longest)).isPresent();
    assertThat(ReportId.parse(longest + "x")).isEmpty();
    assertThat(ReportToken.parse(longest)).isPresent();
    assertThat(ReportToken.parse(longest + "x")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "a\u007Fb"})
  void identifier_ofAnotherForm_isRefusedWithoutQuotingIt(String text) {
    assertThat(ReportId.parse(text)).isEmpty();
    assertThatThrownBy(() -> new ReportId(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A report id");
    assertThatThrownBy(() -> new ServiceCode(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ReportToken(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void codeLists_unknownCode_isKept() {
    assertThat(new ServiceType("hourly").isKnown()).isFalse();
    assertThat(new Datatype("colour").isKnown()).isFalse();
    assertThat(new ReportStatus("pending").isKnown()).isFalse();
    assertThat(new DetailedStatus("planned").isKnown()).isFalse();
    assertThat(ServiceType.BATCH.isKnown()).isTrue();
    assertThat(Datatype.TEXT.isKnown()).isTrue();
    assertThat(ReportStatus.CLOSED.isKnown()).isTrue();
    assertThatThrownBy(() -> new DetailedStatus(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void reportStatus_ofEachDetailedStatus_isOpenUntilClosed() {
    assertThat(DetailedStatus.SUBMITTED.reportStatus()).contains(ReportStatus.OPEN);
    assertThat(DetailedStatus.IN_PROGRESS.reportStatus()).contains(ReportStatus.OPEN);
    assertThat(DetailedStatus.RESOLVED.reportStatus()).contains(ReportStatus.OPEN);
    assertThat(DetailedStatus.CLOSED.reportStatus()).contains(ReportStatus.CLOSED);
    assertThat(new DetailedStatus("planned").reportStatus()).isEmpty();
  }

  @Test
  void boundingBox_contains_includesItsEdges() {
    BoundingBox box = new BoundingBox(GeoPoint.of("-2", "103"), GeoPoint.of("-1", "104"));

    assertThat(box.contains(GeoPoint.of("-1.5", "103.5"))).isTrue();
    assertThat(box.contains(GeoPoint.of("-2.0", "104.00"))).isTrue();
    assertThat(box.contains(GeoPoint.of("-2.0001", "103.5"))).isFalse();
    assertThat(box.contains(GeoPoint.of("-0.9999", "103.5"))).isFalse();
    assertThat(box.contains(GeoPoint.of("-1.5", "102.9999"))).isFalse();
    assertThat(box.contains(GeoPoint.of("-1.5", "104.0001"))).isFalse();
    GeoPoint north = GeoPoint.of("-1", "103");
    GeoPoint south = GeoPoint.of("-2", "104");
    assertThatThrownBy(() -> new BoundingBox(north, south))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tokenPolling_atAndPastItsLimits_isTakenAndRefused() {
    Duration second = Duration.ofSeconds(1);

    assertThat(new TokenPolling(second, TokenPolling.MAX_TRIES).tries()).isEqualTo(100);
    assertThatThrownBy(() -> new TokenPolling(second, TokenPolling.MAX_TRIES + 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TokenPolling(second, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TokenPolling(Duration.ZERO, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
