package id.simpul.benchmarks.client;

import id.simpul.benchmarks.sample.SampleAnswers;
import id.simpul.benchmarks.sample.SampleForms;
import id.simpul.benchmarks.sample.SampleReports;
import java.util.Locale;

/** The exchanges measured. Each carries about 1.5 KB wherever it carries anything. */
enum Kind {
  /** GeoReport's POST Service Request: a form, answered by a receipt in JSON. */
  SUBMIT("/requests.json", "application/x-www-form-urlencoded") {
    @Override
    byte[] request() {
      return SampleForms.encode(new SampleReports(1).next(), API_KEY);
    }

    @Override
    byte[] answer() {
      return SampleAnswers.receipt();
    }
  },
  /** GeoReport's GET Service Request: nothing, answered by a report in JSON. */
  GET("/requests/" + SampleAnswers.ID.value() + ".json", "") {
    @Override
    byte[] request() {
      return new byte[0];
    }

    @Override
    byte[] answer() {
      return SampleAnswers.report();
    }
  },
  /** A document of JSON, answered by one: no standard's exchange, but JSON both ways. */
  DOCUMENT("/documents", "application/json") {
    @Override
    byte[] request() {
      return DocumentExchange.sample();
    }

    @Override
    byte[] answer() {
      return DocumentExchange.sample();
    }
  };

  /** The API key every submission carries. */
  static final String API_KEY = "k3y-of-the-benchmark-0123456789";

  private final String path;
  private final String contentType;

  Kind(String path, String contentType) {
    this.path = path;
    this.contentType = contentType;
  }

  String path() {
    return path;
  }

  /** The media type of what is sent, {@code ""} for nothing. */
  String contentType() {
    return contentType;
  }

  /** What is sent. */
  abstract byte[] request();

  /** What comes back. */
  abstract byte[] answer();

  /** The name in results. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
