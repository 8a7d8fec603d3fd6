package id.simpul.identity.http;

import id.simpul.core.format.FormatException;
import id.simpul.core.operation.Headers;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.sf.BareItem;
import id.simpul.identity.internal.sf.Member;
import id.simpul.identity.internal.sf.SfReader;
import id.simpul.identity.internal.sf.SfWriter;
import java.util.Map;

/** Values of components that are header fields (RFC 9421, 2.1 and 2.1.2). */
final class FieldValues {
  private FieldValues() {}

  static String of(Headers headers, Component component) throws Refused {
    String value = FieldLines.joined(headers, component.name());
    if (value == null) {
      throw new Refused(Reason.MALFORMED, "covers a field the message lacks", component.name());
    }
    Map<String, BareItem> parameters = component.parameters().values();
    if (parameters.isEmpty()) {
      return value;
    }
    if (parameters.size() > 1 || !(parameters.get("key") instanceof BareItem.StringItem key)) {
      throw notAllowed(component);
    }
    return member(value, key.value(), component.name());
  }

  private static String member(String value, String key, String name) throws Refused {
    try {
      Member member = SfReader.dictionary(value).members().get(key);
      if (member != null) {
        return SfWriter.member(member);
      }
    } catch (FormatException e) {
      throw new Refused(Reason.MALFORMED, e.reason(), name + ", " + e.where(), e);
    }
    throw new Refused(Reason.MALFORMED, "covers a member the field lacks", name);
  }

  static Refused notAllowed(Component component) {
    return new Refused(
        Reason.NOT_ALLOWED, "covers a component the profile does not allow", component.name());
  }
}
