package id.simpul.examples;

import id.simpul.core.value.GeoPoint;
import id.simpul.core.value.Secret;
import id.simpul.reporting.Location;
import id.simpul.reporting.NewReport;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportingClient;
import id.simpul.reporting.Service;
import id.simpul.reporting.ServiceCode;
import java.net.URI;

/** Ten lines: list the services of a node, file a report with an API key, read it back. */
public final class QuickStart {
  private QuickStart() {}

  /**
   * Runs it.
   *
   * @param args the URL of a GeoReport v2 endpoint, such as {@code
   *     http://127.0.0.1:8311/open311/v2}, and an API key for it
   */
  public static void main(String[] args) {
    if (args.length != 2) {
      System.err.println("Usage: QuickStart URL API-KEY");
      System.exit(2);
    }
    run(URI.create(args[0]), Secret.of(args[1]));
  }

  static void run(URI url, Secret apiKey) {
    // tag::quickstart
    try (var jambi = ReportingClient.builder(url).apiKey(apiKey).build()) {
      for (Service service : jambi.listServices()) {
        System.out.println(service.code() + ": " + service.name());
      }
      var place = Location.at(GeoPoint.of("-1.6101", "103.6131"));
      var report = NewReport.builder(new ServiceCode("drainase"), place);
      report.description("Got di depan pasar mampet, airnya meluber ke jalan.");
      ReportId id = jambi.submitReport(report.build()).reportId().orElseThrow();
      System.out.println(id + " is " + jambi.getReport(id).status());
    }
    // end::quickstart
  }
}
