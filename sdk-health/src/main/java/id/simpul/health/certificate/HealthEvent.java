package id.simpul.health.certificate;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the person, in the codes of the value sets for EU Digital COVID Certificates,
 * which others use too. Codes are open: what nobody knows is kept as it is. {@code toString} shows
 * the kind alone.
 */
public sealed interface HealthEvent
    permits HealthEvent.Vaccination, HealthEvent.TestResult, HealthEvent.Recovery {
  /**
   * The kind.
   *
   * @return one of three
   */
  EventKind kind();

  /**
   * The disease, {@code tg}.
   *
   * @return SNOMED CT, for example {@code 840539006}
   */
  String disease();

  /**
   * Who says so.
   *
   * @return country, issuer and number of the certificate
   */
  Origin origin();

  /**
   * Who says that it happened.
   *
   * @param country {@code co}, ISO 3166-1 alpha-2
   * @param issuer {@code is}, in words
   * @param certificateId {@code ci}, unique
   */
  record Origin(String country, String issuer, String certificateId) {
    /** Checks that all are there. */
    public Origin {
      Objects.requireNonNull(country, "country");
      Objects.requireNonNull(issuer, "issuer");
      Objects.requireNonNull(certificateId, "certificateId");
    }

    @Override
    public String toString() {
      return "origin";
    }
  }

  /**
   * What was injected.
   *
   * @param disease {@code tg}
   * @param prophylaxis {@code vp}, for example {@code 1119349007}
   * @param product {@code mp}, for example {@code EU/1/20/1528}
   * @param manufacturer {@code ma}, for example {@code ORG-100030215}
   */
  record Vaccine(String disease, String prophylaxis, String product, String manufacturer) {
    /** Checks that all are there. */
    public Vaccine {
      Objects.requireNonNull(disease, "disease");
      Objects.requireNonNull(prophylaxis, "prophylaxis");
      Objects.requireNonNull(product, "product");
      Objects.requireNonNull(manufacturer, "manufacturer");
    }

    @Override
    public String toString() {
      return "vaccine";
    }
  }

  /**
   * A vaccination.
   *
   * @param vaccine what was injected
   * @param dose which dose this is
   * @param date {@code dt}, when, beginning with an ISO 8601 date
   * @param origin who says so
   */
  record Vaccination(Vaccine vaccine, Dose dose, String date, Origin origin)
      implements HealthEvent {
    /** Checks that all are there. */
    public Vaccination {
      Objects.requireNonNull(vaccine, "vaccine");
      Objects.requireNonNull(dose, "dose");
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(origin, "origin");
    }

    @Override
    public EventKind kind() {
      return EventKind.VACCINATION;
    }

    @Override
    public String disease() {
      return vaccine.disease();
    }

    @Override
    public String toString() {
      return "vaccination";
    }
  }

  /**
   * A dose of a series.
   *
   * @param number {@code dn}, from 1
   * @param total {@code sd}, how many the series has
   */
  record Dose(int number, int total) {
    /** The highest number of a dose. */
    public static final int MAX = 9;

    @Override
    public String toString() {
      return "dose";
    }
  }

  /**
   * How a test was made.
   *
   * @param disease {@code tg}
   * @param type {@code tt}, LOINC
   * @param name {@code nm}, or null
   * @param device {@code ma}, or null
   */
  record TestMethod(String disease, String type, @Nullable String name, @Nullable String device) {
    /** Checks that disease and type are there. */
    public TestMethod {
      Objects.requireNonNull(disease, "disease");
      Objects.requireNonNull(type, "type");
    }

    @Override
    public String toString() {
      return "test method";
    }
  }

  /**
   * What came of a test.
   *
   * @param sampledAt {@code sc}, ISO 8601
   * @param result {@code tr}, SNOMED CT
   * @param centre {@code tc}, where, or null
   */
  record Result(String sampledAt, String result, @Nullable String centre) {
    /** Not detected. */
    public static final String NOT_DETECTED = "260415000";

    /** Detected. */
    public static final String DETECTED = "260373001";

    /** Checks that time and result are there. */
    public Result {
      Objects.requireNonNull(sampledAt, "sampledAt");
      Objects.requireNonNull(result, "result");
    }

    @Override
    public String toString() {
      return "result";
    }
  }

  /**
   * A test.
   *
   * @param method how it was made
   * @param result what came of it
   * @param origin who says so
   */
  record TestResult(TestMethod method, Result result, Origin origin) implements HealthEvent {
    /** Checks that all are there. */
    public TestResult {
      Objects.requireNonNull(method, "method");
      Objects.requireNonNull(result, "result");
      Objects.requireNonNull(origin, "origin");
    }

    @Override
    public EventKind kind() {
      return EventKind.TEST;
    }

    @Override
    public String disease() {
      return method.disease();
    }

    @Override
    public String toString() {
      return "test";
    }
  }

  /**
   * When a recovery counts.
   *
   * @param firstPositive {@code fr}, the first positive test, ISO 8601
   * @param from {@code df}, the first day
   * @param until {@code du}, the last day
   */
  record Period(String firstPositive, String from, String until) {
    /** Checks that all are there. */
    public Period {
      Objects.requireNonNull(firstPositive, "firstPositive");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(until, "until");
    }

    @Override
    public String toString() {
      return "period";
    }
  }

  /**
   * A recovery.
   *
   * @param disease {@code tg}
   * @param period when it counts
   * @param origin who says so
   */
  record Recovery(String disease, Period period, Origin origin) implements HealthEvent {
    /** Checks that all are there. */
    public Recovery {
      Objects.requireNonNull(disease, "disease");
      Objects.requireNonNull(period, "period");
      Objects.requireNonNull(origin, "origin");
    }

    @Override
    public EventKind kind() {
      return EventKind.RECOVERY;
    }

    @Override
    public String toString() {
      return "recovery";
    }
  }
}
