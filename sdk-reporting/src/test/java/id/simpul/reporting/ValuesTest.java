package id.simpul.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.ValidationException;
import id.simpul.reporting.support.Forms;
import id.simpul.reporting.support.Randoms;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the built values have in common: copies, equality, whole seconds. */
class ValuesTest {
  private static final int ROUNDS = 50;

  @Test
  void toBuilder_ofEveryValue_holdsTheSameValues() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      Randoms randoms = new Randoms(seed);
      same(randoms.discovery(), randoms.discovery(), d -> d.toBuilder().build());
      same(randoms.service(), randoms.service(), s -> s.toBuilder().build());
      same(randoms.definition(), randoms.definition(), d -> d.toBuilder().build());
      same(randoms.report(), randoms.report(), r -> r.toBuilder().build());
      same(randoms.receipt(), randoms.receipt(), r -> r.toBuilder().build());
      same(randoms.query(), randoms.query(), q -> q.toBuilder().build());
      same(randoms.state(), randoms.state(), s -> s.toBuilder().build());
      same(randoms.newReport(), randoms.newReport(), n -> n.toBuilder().build());
    }
  }

  private static <T> void same(T value, T other, UnaryOperator<T> copy) {
    assertThat(copy.apply(value)).isEqualTo(value).hasSameHashCodeAs(value);
    assertThat(value).isNotEqualTo(null).isNotEqualTo("x");
    if (value.equals(other)) {
      assertThat(value).hasSameHashCodeAs(other);
    }
  }

  @Test
  void lists_givenToABuilder_areCopied() {
    List<String> groups = new ArrayList<>(List.of("jalan"));
    Service.Builder builder = Service.builder(new ServiceCode("1"), "n").groups(groups);
    Service service = builder.build();

    groups.add("umum");
    builder.groups(List.of());

    assertThat(service.groups()).containsExactly("jalan");
    assertThat(service.toBuilder().groups(service.groups()).build()).isEqualTo(service);
  }

  @Test
  void times_withFractions_areCutToSeconds() {
    OffsetDateTime fine = OffsetDateTime.parse("2026-11-21T09:00:00.999+07:00");
    Report report =
        Report.builder(new ReportId("1"), ReportStatus.OPEN, new ServiceCode("1"), fine)
            .updatedAt(fine)
            .expectedAt(fine)
            .build();

    assertThat(report.requestedAt()).isEqualTo("2026-11-21T09:00:00+07:00");
    assertThat(report.updatedAt()).contains(report.requestedAt());
    assertThat(report.expectedAt()).contains(report.requestedAt());
    assertThat(ReportQuery.builder().from(fine).build().from()).contains(report.requestedAt());
  }

  @Test
  void query_withIds_dropsEveryOtherFilter() {
    ReportQuery query =
        ReportQuery.builder()
            .reportIds(List.of(new ReportId("1")))
            .statuses(List.of(ReportStatus.OPEN))
            .page(7)
            .extensions(true)
            .build();

    assertThat(query.statuses()).isEmpty();
    assertThat(query.page()).isEqualTo(1);
    assertThat(query.extensions()).isTrue();
  }

  @Test
  void query_severalThingsWrong_throwsThemAll() {
    OffsetDateTime from = OffsetDateTime.parse("2026-01-01T00:00:00Z");
    ReportQuery.Builder builder =
        ReportQuery.builder()
            .serviceCodes(Collections.nCopies(ReportQuery.MAX_CODES + 1, new ServiceCode("1")))
            .statuses(List.of(new ReportStatus("pending")))
            .from(from)
            .to(from.plusDays(90).plusSeconds(1))
            .page(-1)
            .pageSize(0);

    ValidationException e = catchThrowableOfType(ValidationException.class, builder::build);

    assertThat(e.violations())
        .extracting(Forms::brief)
        .containsExactly(
            "service_code: length",
            "status: choice",
            "start_date, end_date: range",
            "page: range",
            "page_size: range");
  }

  @Test
  void query_idWithAComma_isRefused() {
    assertThat(ReportQuery.builder().reportIds(List.of(new ReportId("1,2"))).violations())
        .extracting(Forms::brief)
        .containsExactly("service_request_id: type");
  }
}
