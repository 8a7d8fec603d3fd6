package id.simpul.examples.twocities;

import id.simpul.core.value.GeoPoint;
import id.simpul.core.value.RegionCode;
import id.simpul.reporting.Location;
import id.simpul.reporting.NewReport;
import id.simpul.reporting.ServiceCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * What one citizen has to say.
 *
 * @param service what it is about
 * @param village the village it is in
 * @param point where it is
 * @param address where it is, in words
 * @param description what the citizen wrote
 * @param seenAgo how long ago it was seen
 * @param answers answers to the service's questions, by code
 */
public record SampleReport(
    ServiceCode service,
    RegionCode village,
    GeoPoint point,
    String address,
    String description,
    Duration seenAgo,
    Map<String, String> answers) {
  /** The question some services ask: when it was seen. */
  static final String SEEN_AT = "diamati";

  /** Copies the answers. */
  public SampleReport {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(village, "village");
    Objects.requireNonNull(point, "point");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(seenAgo, "seenAgo");
    answers = Map.copyOf(answers);
  }

  /**
   * The report as a citizen's app files it. The village's code goes as the address id: the one
   * register of places that all regions share.
   *
   * @param now the time of filing
   * @param asksWhen whether the service asks when it was seen
   * @return what to submit
   */
  public NewReport file(Instant now, boolean asksWhen) {
    NewReport.Builder report =
        NewReport.builder(
                service, Location.at(point).withAddress(address).withAddressId(village.code()))
            .description(description);
    answers.forEach(report::attribute);
    if (asksWhen) {
      report.attribute(SEEN_AT, now.minus(seenAgo).toString());
    }
    return report.build();
  }

  @Override
  public String toString() {
    return "SampleReport[" + service + ", " + village.code() + "]";
  }
}
