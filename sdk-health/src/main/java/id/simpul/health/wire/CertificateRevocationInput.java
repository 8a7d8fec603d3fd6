package id.simpul.health.wire;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.Violation;

/** An order to take a certificate back as a JSON body. */
final class CertificateRevocationInput {
  /** The most characters of a number: those of a UVCI (guidelines on it, section 3.2). */
  static final int MAX_NUMBER_LENGTH = 72;

  private static final Limits LIMITS = new Limits(1024, 4, 256, 64, 16, 16);
  private static final String NUMBER = "number";

  private CertificateRevocationInput() {}

  static Input<CertificateRevocationOrder> input() {
    return new ObjectInput<>(
        HealthCertificatesV1.REVOCATION_ORDER,
        LIMITS,
        CertificateRevocationInput::write,
        CertificateRevocationInput::read);
  }

  private static JsonObject write(CertificateRevocationOrder order) {
    return JsonObject.builder().put(NUMBER, order.number()).build();
  }

  private static Reading<CertificateRevocationOrder> read(JsonObject body) {
    if (!(body.get(NUMBER).orElse(null) instanceof JsonString text) || text.value().isBlank()) {
      return ObjectInput.invalid(new Violation(Violation.REQUIRED, "/" + NUMBER, "is required"));
    }
    return text.value().length() > MAX_NUMBER_LENGTH
        ? ObjectInput.invalid(
            new Violation(
                Violation.LENGTH, "/" + NUMBER, "has at most " + MAX_NUMBER_LENGTH + " characters"))
        : new Reading.Valid<>(new CertificateRevocationOrder(text.value()));
  }
}
