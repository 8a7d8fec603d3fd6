package id.simpul.benchmarks.certificate;

import id.simpul.benchmarks.BenchmarkException;

/** Holds that nobody is measured who takes what is not valid. */
final class Refusals {
  private Refusals() {}

  static void check(String contender, CertificateVerifier verifier, String bad) {
    try {
      verifier.verify(bad);
    } catch (Exception e) {
      return;
    }
    throw BenchmarkException.invalid(contender, "accepts a bad certificate");
  }
}
