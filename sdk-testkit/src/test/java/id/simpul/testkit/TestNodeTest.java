package id.simpul.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.ApiException;
import id.simpul.core.value.GeoPoint;
import id.simpul.core.value.RegionCode;
import id.simpul.identity.EntityId;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.reporting.Location;
import id.simpul.reporting.NewReport;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportingClient;
import id.simpul.reporting.Service;
import id.simpul.reporting.ServiceCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestNodeTest {
  private static final NewReport REPORT =
      NewReport.builder(new ServiceCode("jalan"), Location.at(GeoPoint.of("-1.61", "103.61")))
          .description("Jalan berlubang.")
          .build();

  private static ReportId file(ReportingClient client) {
    return client.submitReport(REPORT).reportId().orElseThrow();
  }

  @Test
  void start_defaults_offersThreeServicesOfKotaJambi() {
    try (TestNode node = TestNode.start()) {
      assertThat(node.region()).isEqualTo(TestNode.KOTA_JAMBI);
      assertThat(node.entityId().value()).isEqualTo(node.baseUrl().toString());
      assertThat(node.reporting().listServices())
          .extracting(Service::code)
          .extracting(ServiceCode::value)
          .containsExactly("jalan", "drainase", "lampu-jalan");
      assertThat(node.reporting().getServiceDefinition(new ServiceCode("lampu-jalan")).attributes())
          .hasSize(1);
    }
  }

  @Test
  void signedReporting_peer_filesAndAnyOtherNameIsRefused() {
    try (TestNode node = TestNode.start()) {
      EntityId stranger = new EntityId("https://stranger.example.id");

      assertThat(node.reporting().findReport(file(node.signedReporting()))).isPresent();
      try (ReportingClient unknown =
          node.signedReporting(stranger, node.keys().signingKey("stranger"))) {
        assertThatThrownBy(() -> file(unknown))
            .isInstanceOf(ApiException.class)
            .hasMessageContaining("core.api.401");
      }
    }
  }

  @Test
  void signedReporting_clockMovedOn_signsWithTheNewTime() {
    try (TestNode node = TestNode.start()) {
      file(node.signedReporting());
      node.clock().advance(Duration.ofDays(3));

      ReportId later = file(node.signedReporting());

      assertThat(node.reporting().getReport(later).requestedAt().toInstant())
          .isEqualTo(TestClock.START.plus(Duration.ofDays(3)));
    }
  }

  @Test
  void restart_reportFiledBefore_isStillThereUnderTheSameUrl() {
    try (TestNode node = TestNode.start()) {
      ReportId id = file(node.reporting());
      var url = node.baseUrl();

      node.restart();

      assertThat(node.baseUrl()).isEqualTo(url);
      assertThat(node.reporting().findReport(id)).isPresent();
      assertThat(file(node.reporting())).isNotEqualTo(id);
    }
  }

  @Test
  void close_temporaryData_isRemoved() {
    TestNode node = TestNode.start();
    Path data = node.dataDirectory();
    assertThat(data).isNotEmptyDirectory();

    node.close();

    assertThat(data).doesNotExist();
  }

  @Test
  void close_folderOfTheTest_isKept(@TempDir Path parent) {
    Path data = parent.resolve("data");
    ReportId id;
    try (TestNode first = TestNode.builder().dataDirectory(data).start()) {
      id = file(first.reporting());
    }
    assertThat(Files.isDirectory(data)).isTrue();

    try (TestNode second = TestNode.builder().dataDirectory(data).start()) {
      assertThat(second.reporting().findReport(id)).isPresent();
    }
  }

  @Test
  void builder_everythingChanged_isUsed() {
    TestClock clock = TestClock.at(Instant.parse("2026-06-01T00:00:00Z"));
    TestKeys others = TestKeys.of(3);
    EntityId peer = new EntityId("https://jakarta.example.id");
    RegionCode bandung = new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2025", "32.73");
    try (TestNode node =
        TestNode.builder()
            .region(bandung)
            .clock(clock)
            .seed(2)
            .services(TestServices.three().subList(0, 1))
            .peer(
                new ResolvedEntity(
                    peer, List.of(others.signingKey("app").publicKey()), Instant.MAX))
            .configure(c -> c.openReading(false))
            .start()) {
      assertThat(node.region()).isEqualTo(bandung);
      assertThat(node.clock()).isSameAs(clock);
      assertThat(node.reporterKey()).isEqualTo(TestKeys.of(2).apiKey("reporter"));
      try (ReportingClient app = node.signedReporting(peer, others.signingKey("app"));
          ReportingClient anybody = ReportingClient.builder(node.geoReportUrl()).build()) {
        assertThat(app.listServices()).hasSize(1);
        ReportId id = file(app);
        assertThat(app.findReport(id)).isPresent();
        assertThatThrownBy(() -> anybody.getReport(id)).isInstanceOf(ApiException.class);
      }
    }
  }
}
