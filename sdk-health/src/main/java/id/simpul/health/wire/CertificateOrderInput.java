package id.simpul.health.wire;

import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.Violation;
import java.util.ArrayList;
import java.util.List;

/** An order for a certificate as a JSON body. */
final class CertificateOrderInput {
  /** The most characters of a code. */
  static final int MAX_CODE_LENGTH = 80;

  private static final Limits LIMITS = new Limits(8 * 1024, 4, 1024, 64, 16, 64);
  private static final String DOSES = "doses";

  private CertificateOrderInput() {}

  static Input<CertificateOrder> input() {
    return new ObjectInput<>(
        HealthCertificatesV1.ORDER,
        LIMITS,
        CertificateOrderInput::write,
        CertificateOrderInput::read);
  }

  private static JsonObject write(CertificateOrder order) {
    return JsonObject.builder()
        .put("immunization", order.immunization())
        .put("prophylaxis", order.prophylaxis())
        .put("product", order.product())
        .put("manufacturer", order.manufacturer())
        .put(DOSES, JsonNumber.of(order.doses()))
        .build();
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
