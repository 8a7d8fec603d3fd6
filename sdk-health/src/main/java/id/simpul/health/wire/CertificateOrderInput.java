package id.simpul.health.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonNumber;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An order for a certificate as a JSON body. */
final class CertificateOrderInput implements Input<CertificateOrder> {
  /** The most characters of a code. */
  static final int MAX_CODE_LENGTH = 80;

  private static final Limits LIMITS = new Limits(8 * 1024, 4, 1024, 64, 16, 64);
  private static final String DOSES = "doses";

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
    return Optional.of(HealthCertificatesV1.ORDER);
  }

  @Override
  public RequestParts write(CertificateOrder order) {
    JsonObject body =
        JsonObject.builder()
            .put("immunization", order.immunization())
            .put("prophylaxis", order.prophylaxis())
            .put("product", order.product())
            .put("manufacturer", order.manufacturer())
            .put(DOSES, JsonNumber.of(order.doses()))
            .build();
    return new RequestParts(
        Map.of(),
        Params.EMPTY,
        Headers.EMPTY,
        new Body.Document(MediaType.JSON, Json.toBytes(body)));
  }

  @Override
  public Reading<CertificateOrder> read(RequestParts parts) {
    try {
      if (parts.body() instanceof Body.Document document
          && Json.read(document.bytes(), LIMITS) instanceof JsonObject body) {
        return read(body);
      }
    } catch (FormatException e) {
      return new Reading.Invalid<>(
          List.of(new Violation(Violation.MALFORMED, e.where(), e.reason())));
    }
    return new Reading.Invalid<>(
        List.of(new Violation(Violation.TYPE, "/", "must be a JSON object")));
  }

  private static Reading<CertificateOrder> read(JsonObject body) {
    List<Violation> wrong = new ArrayList<>();
    String immunization = text(body, "immunization", wrong);
    if (!immunization.isEmpty() && !ResourceKey.isId(immunization)) {
      wrong.add(new Violation(Violation.TYPE, "/immunization", "must be the id of a record"));
    }
    String prophylaxis = text(body, "prophylaxis", wrong);
    String product = text(body, "product", wrong);
    String manufacturer = text(body, "manufacturer", wrong);
    int doses = 1;
    if (body.get(DOSES).orElse(null) instanceof JsonNumber number
        && number.lexeme().matches("[1-9]")) {
      doses = Integer.parseInt(number.lexeme());
    } else {
      wrong.add(new Violation(Violation.RANGE, "/" + DOSES, "must be a number from 1 to 9"));
    }
    return wrong.isEmpty()
        ? new Reading.Valid<>(
            new CertificateOrder(immunization, prophylaxis, product, manufacturer, doses))
        : new Reading.Invalid<>(wrong);
  }

  private static String text(JsonObject body, String name, List<Violation> wrong) {
    if (!(body.get(name).orElse(null) instanceof JsonString text) || text.value().isBlank()) {
      wrong.add(new Violation(Violation.REQUIRED, "/" + name, "is required"));
      return "";
    }
    if (text.value().length() > MAX_CODE_LENGTH) {
      wrong.add(
          new Violation(
              Violation.LENGTH, "/" + name, "has at most " + MAX_CODE_LENGTH + " characters"));
    }
    return text.value();
  }
}
