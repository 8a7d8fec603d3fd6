package id.simpul.identity.http;

import id.simpul.core.operation.Headers;
import java.util.List;

/** A message as signatures see it: what the profile makes it cover, and what covers which value. */
sealed interface Message permits RequestMessage, ResponseMessage {
  Headers headers();

  byte[] content();

  /** The components the profile asks for, in order. */
  List<Component> required() throws Refused;

  /** Whether this component may follow the required ones. */
  boolean allows(Component component);

  /** The value of a component, without line breaks (RFC 9421, 2.1 and 2.2). */
  String value(Component component) throws Refused;
}
