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

  /**
   * Issues a certificate of a dose that is on record. Nothing is stored: the number follows from
   * the record, so that asking again gives another text of the same certificate.
   */
  public static final Operation<CertificateOrder, CertificateReceipt> ISSUE = issue();

  /** Those there are. */
  public static final List<Operation<?, ?>> OPERATIONS = List.of(ISSUE);

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
        .fails(409, "The dose was not given, or its record was made by mistake.")
        .fails(413, "The body is larger than the node takes.")
        .fails(415, "The body is not JSON.")
        .fails(503, "The node is too busy or is stopping, or has nobody who can sign now.")
        .input(new CertificateOrderInput());
  }
}
