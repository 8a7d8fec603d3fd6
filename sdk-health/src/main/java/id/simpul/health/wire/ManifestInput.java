package id.simpul.health.wire;

import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.Violation;
import id.simpul.core.value.Secret;
import java.util.ArrayList;
import java.util.List;

/** A request for a manifest as a JSON body. */
final class ManifestInput {
  private static final Limits LIMITS = new Limits(8 * 1024, 4, 2048, 64, 32, 32);
  private static final int MAX_DIGITS = 9;

  private ManifestInput() {}

  static Input<ManifestRequest> input() {
    return new ObjectInput<>(null, LIMITS, ManifestInput::write, ManifestInput::read);
  }

  private static JsonObject write(ManifestRequest request) {
    JsonObject.Builder body = JsonObject.builder().put("recipient", request.recipient());
    Secret passcode = request.passcode();
    if (passcode != null) {
      body.put("passcode", passcode.reveal());
    }
    body.put("embeddedLengthMax", JsonNumber.of(request.embeddedLengthMax()));
    return body.build();
  }

  private static Reading<ManifestRequest> read(JsonObject body) {
    List<Violation> wrong = new ArrayList<>();
    String recipient = "";
    if (body.get("recipient").orElse(null) instanceof JsonString name && !name.value().isEmpty()) {
      recipient = name.value();
    } else {
      wrong.add(new Violation(Violation.REQUIRED, "/recipient", "must say who asks"));
    }
    Secret passcode = null;
    if (body.get("passcode").orElse(null) instanceof JsonString code) {
      passcode = Secret.of(code.value());
    }
    int longest = Integer.MAX_VALUE;
    if (body.get("embeddedLengthMax").isPresent()) {
      if (body.get("embeddedLengthMax").orElse(null) instanceof JsonNumber number
          && number.lexeme().length() <= MAX_DIGITS
          && number.lexeme().matches("[0-9]+")) {
        longest = Integer.parseInt(number.lexeme());
      } else {
        wrong.add(
            new Violation(Violation.TYPE, "/embeddedLengthMax", "must be a number of characters"));
      }
    }
    return wrong.isEmpty()
        ? new Reading.Valid<>(new ManifestRequest(recipient, passcode, longest))
        : new Reading.Invalid<>(wrong);
  }
}
