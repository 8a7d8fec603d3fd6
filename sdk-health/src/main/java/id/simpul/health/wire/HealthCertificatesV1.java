package id.simpul.health.wire;

import id.simpul.core.operation.Effect;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.ProblemDetails;
import id.simpul.core.operation.SchemaId;
import java.util.List;

/** What a node that issues health certificates is asked. */
public final class HealthCertificatesV1 {
  /** What an order keeps to. */
  public static final SchemaId ORDER = new SchemaId("simpul/v1/health-certificate-order");

  /** What a certificate keeps to. */
  public static final SchemaId CERTIFICATE = new SchemaId("simpul/v1/health-certificate");

  /** What an order to take one back keeps to. */
  public static final SchemaId REVOCATION_ORDER =
      new SchemaId("simpul/v1/health-certificate-revocation-order");

  /** What the answer to that keeps to. */
  public static final SchemaId REVOCATION = new SchemaId("simpul/v1/health-certificate-revocation");

  /**
   * Issues a certificate of a dose that is on record. Its content is not stored: the number follows
   * from the record, so that asking again gives another text of the same certificate.
   */
  public static final Operation<CertificateOrder, CertificateReceipt> ISSUE = issue();

  /** Takes a certificate back for good, in every text it was issued in. */
  public static final Operation<CertificateRevocationOrder, CertificateRevocationReceipt> REVOKE =
      revoke();

  /** Those there are. */
  public static final List<Operation<?, ?>> OPERATIONS = List.of(ISSUE, REVOKE);

  private HealthCertificatesV1() {}

  private static Operation<CertificateOrder, CertificateReceipt> issue() {
    Operation.Builder<CertificateOrder, CertificateReceipt> builder =
        Operation.<CertificateOrder, CertificateReceipt>builder(
                "simpul.v1.health-certificates.issue", Method.POST, "/health-certificates{.format}")
            .summary("Issues a health certificate of a dose that is on record.")
            .effect(Effect.IDEMPOTENT);
    CertificateFormats.BOTH.forEach(builder::output);
    return builder
        .errors(List.of(ProblemDetails.FORMAT))
        .fails(400, "The order is wrong, or the record lacks what a certificate says.")
        .fails(401, "No key for health was given.")
        .fails(403, "The caller is no health worker.")
        .fails(404, "There is no such record.")
        .fails(406, "The node does not write the format asked for.")
        .fails(409, "The record does not say that, or its certificate was taken back.")
        .fails(413, "The body is larger than the node takes.")
        .fails(415, "The body is not JSON.")
        .fails(503, "The node is too busy or is stopping, or has nobody who can sign now.")
        .input(CertificateOrderInput.input());
  }

  private static Operation<CertificateRevocationOrder, CertificateRevocationReceipt> revoke() {
    return Operation.<CertificateRevocationOrder, CertificateRevocationReceipt>builder(
            "simpul.v1.health-certificates.revoke",
            Method.POST,
            "/health-certificates/revocations{.format}")
        .summary("Takes a health certificate back for good.")
        .effect(Effect.IDEMPOTENT)
        .output(new CertificateRevocationFormat())
        .errors(List.of(ProblemDetails.FORMAT))
        .fails(400, "The order is wrong.")
        .fails(401, "No key for health was given.")
        .fails(403, "The caller is no health worker.")
        .fails(404, "No certificate of this number was issued here.")
        .fails(406, "The node does not write the format asked for.")
        .fails(413, "The body is larger than the node takes.")
        .fails(415, "The body is not JSON.")
        .fails(503, "The node is too busy or is stopping.")
        .input(CertificateRevocationInput.input());
  }
}
