package id.simpul.identity.http;

import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.sf.BareItem;
import id.simpul.identity.internal.sf.InnerList;
import id.simpul.identity.internal.sf.Item;
import java.util.ArrayList;
import java.util.List;

/** Reads the list of covered components and holds it against the profile. */
final class CoveredComponents {
  private static final String WHERE = "Signature-Input";

  private CoveredComponents() {}

  /** The components of a signature, in order; refuses what RFC 9421, section 2, forbids. */
  static List<Component> of(InnerList input) throws Refused {
    if (input.items().size() > SignatureProfile.MAX_COMPONENTS) {
      throw new Refused(
          Reason.MALFORMED,
          "covers more than " + SignatureProfile.MAX_COMPONENTS + " components",
          WHERE);
    }
    List<Component> components = new ArrayList<>(input.items().size());
    for (Item item : input.items()) {
      if (!(item.value() instanceof BareItem.StringItem name) || !isName(name.value())) {
        throw new Refused(Reason.MALFORMED, "a component is not a name in lower case", WHERE);
      }
      Component component = Component.of(name.value(), item.parameters());
      if (components.contains(component)) {
        throw new Refused(Reason.MALFORMED, "covers a component twice", WHERE);
      }
      components.add(component);
    }
    return components;
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ((c >= 'A' && c <= 'Z') || c == ' ' || c == ':') {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /** Checks that the profile's components come first, in order, and nothing it forbids follows. */
  static void check(List<Component> components, Message message) throws Refused {
    List<Component> required = message.required();
    for (int i = 0; i < required.size(); i++) {
      Component expected = required.get(i);
      if (i < components.size() && components.get(i).equals(expected)) {
        continue;
      }
      if (!components.contains(expected)) {
        throw new Refused(
            Reason.NOT_COVERED, "does not cover what the profile asks", expected.name());
      }
      Component inItsPlace = components.get(i);
      if (!required.contains(inItsPlace) && !message.allows(inItsPlace)) {
        throw FieldValues.notAllowed(inItsPlace);
      }
      throw new Refused(Reason.MALFORMED, "covers components out of order", expected.name());
    }
    for (Component component : components.subList(required.size(), components.size())) {
      if (!message.allows(component)) {
        throw FieldValues.notAllowed(component);
      }
    }
  }
}
