package id.simpul.health.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Body;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import id.simpul.core.operation.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An order to take a certificate back as a JSON body. */
final class CertificateRevocationInput implements Input<CertificateRevocationOrder> {
  /** The most characters of a number: those of a UVCI (guidelines on it, section 3.2). */
  static final int MAX_NUMBER_LENGTH = 72;

  private static final Limits LIMITS = new Limits(1024, 4, 256, 64, 16, 16);
  private static final String NUMBER = "number";

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public List<MediaType> bodies() {
    return List.of(MediaType.JSON);
  }

  @Override
  public Optional<SchemaId> schema() {
    return Optional.of(HealthCertificatesV1.REVOCATION_ORDER);
  }

  @Override
  public RequestParts write(CertificateRevocationOrder order) {
    JsonObject body = JsonObject.builder().put(NUMBER, order.number()).build();
    return new RequestParts(
        Map.of(),
        Params.EMPTY,
        Headers.EMPTY,
        new Body.Document(MediaType.JSON, Json.toBytes(body)));
  }

  @Override
  public Reading<CertificateRevocationOrder> read(RequestParts parts) {
    try {
      if (parts.body() instanceof Body.Document document
          && Json.read(document.bytes(), LIMITS) instanceof JsonObject body) {
        return read(body);
      }
    } catch (FormatException e) {
      return invalid(Violation.MALFORMED, e.where(), e.reason());
    }
    return invalid(Violation.TYPE, "/", "must be a JSON object");
  }

  private static Reading<CertificateRevocationOrder> read(JsonObject body) {
    if (!(body.get(NUMBER).orElse(null) instanceof JsonString text) || text.value().isBlank()) {
      return invalid(Violation.REQUIRED, "/" + NUMBER, "is required");
    }
    return text.value().length() > MAX_NUMBER_LENGTH
        ? invalid(
            Violation.LENGTH, "/" + NUMBER, "has at most " + MAX_NUMBER_LENGTH + " characters")
        : new Reading.Valid<>(new CertificateRevocationOrder(text.value()));
  }

  private static Reading<CertificateRevocationOrder> invalid(
      String code, String where, String what) {
    return new Reading.Invalid<>(List.of(new Violation(code, where, what)));
  }
}
