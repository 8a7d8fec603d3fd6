package id.simpul.benchmarks.certificate;

/** One way to verify the text of a QR code. */
@FunctionalInterface
interface CertificateVerifier {
  /**
   * Verifies.
   *
   * @param text what the QR code holds
   * @return what the certificate says
   * @throws Exception when it is not valid
   */
  Object verify(String text) throws Exception;
}
