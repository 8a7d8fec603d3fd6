package id.simpul.identity.http;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator;
import id.simpul.identity.TrustException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A request as signatures see it.
 *
 * @param method the method as sent
 * @param target the target URI, from configuration and the request line, never from header fields
 * @param headers the fields
 * @param content the bytes on the wire
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copying would cost
record RequestMessage(String method, TargetUri target, Headers headers, byte[] content)
    implements Message {
  private static final List<Component> START = components(SignatureProfile.REQUEST_COMPONENTS);
  private static final List<Component> CONTENT = components(SignatureProfile.CONTENT_COMPONENTS);
  private static final List<Component> IF_PRESENT =
      components(SignatureProfile.REQUIRED_IF_PRESENT);
  private static final Set<String> WITHOUT_CONTENT = Set.of("GET", "HEAD", "DELETE");
  private static final Set<String> ALLOWED_DERIVED =
      Set.of("@authority", "@scheme", "@path", "@query");

  static RequestMessage of(ExchangeAuthenticator.Request request, Headers headers) throws Refused {
    return new RequestMessage(
        request.method(), TargetUri.of(request.target()), headers, request.body());
  }

  /** What an answer's signature needs of it: all but the content, which need not be kept. */
  RequestMessage withoutContent() {
    return new RequestMessage(method, target, headers, new byte[0]);
  }

  private static List<Component> components(List<String> names) {
    return names.stream().map(Component::of).toList();
  }

  /** The components of content, if there is any. */
  static List<Component> contentComponents(Headers headers, byte[] content) throws Refused {
    for (Component component : CONTENT) {
      FieldLines.occursOnce(headers, component.name());
    }
    return content.length == 0 ? List.of() : CONTENT;
  }

  @Override
  public List<Component> required() throws Refused {
    if (content.length > 0 && WITHOUT_CONTENT.contains(method)) {
      throw new Refused(Reason.NOT_ALLOWED, method + " has no content", "content");
    }
    List<Component> required = new ArrayList<>(START);
    required.addAll(contentComponents(headers, content));
    for (Component component : IF_PRESENT) {
      if (FieldLines.occursOnce(headers, component.name())) {
        required.add(component);
      }
    }
    return required;
  }

  @Override
  public boolean allows(Component component) {
    return component.parameters().isEmpty()
        && (component.name().startsWith("@")
            ? ALLOWED_DERIVED.contains(component.name())
            : !CONTENT.contains(component));
  }

  @Override
  public String value(Component component) throws Refused {
    if (!component.name().startsWith("@")) {
      return FieldValues.of(headers, component);
    }
    if (!component.parameters().isEmpty()) {
      throw FieldValues.notAllowed(component);
    }
    return switch (component.name()) {
      case "@method" -> method;
      case "@target-uri" -> target.toString();
      case "@authority" -> target.authority();
      case "@scheme" -> target.scheme();
      case "@path" -> target.path();
      case "@query" -> target.query().isEmpty() ? "?" : target.query();
      default -> throw FieldValues.notAllowed(component);
    };
  }
}
