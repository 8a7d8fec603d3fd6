package id.simpul.identity.http;

import id.simpul.identity.TrustException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The bytes that are signed (RFC 9421, 2.5). */
final class SignatureBase {
  private static final int USUAL_LENGTH = 1024;

  private SignatureBase() {}

  /**
   * Builds the base. What would break out of its line, or is not ASCII, is refused.
   *
   * @param components what is covered, in order
   * @param parameters the inner list with its parameters, as serialised
   * @param message where the values come from
   */
  static byte[] of(List<Component> components, String parameters, Message message) throws Refused {
    StringBuilder base = new StringBuilder(USUAL_LENGTH);
    for (Component component : components) {
      base.append(component.identifier()).append(": ");
      appendValue(base, message.value(component), component.name());
      base.append('\n');
    }
    base.append("\"@signature-params\": ").append(parameters);
    return base.toString().getBytes(StandardCharsets.ISO_8859_1); // it is ASCII by now
  }

  private static void appendValue(StringBuilder base, String value, String name) throws Refused {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c > '~') {
        throw new Refused(
            Reason.MALFORMED, "a covered value holds more than printable ASCII", name);
      }
    }
    base.append(value);
  }
}
