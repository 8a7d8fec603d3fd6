package id.simpul.identity.http;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator;
import id.simpul.identity.TrustException.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer as signatures see it, with the request it belongs to (RFC 9421, 2.4).
 *
 * @param status the status code
 * @param headers the fields
 * @param content the bytes on the wire
 * @param request the request it answers
 * @param requestLabel the label of the request's signature
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copying would cost
record ResponseMessage(
    int status, Headers headers, byte[] content, RequestMessage request, String requestLabel)
    implements Message {
  private static final int LOWEST_STATUS = 100;
  private static final int HIGHEST_STATUS = 599;
  private static final Component STATUS = Component.of("@status");
  private static final Component METHOD = Component.ofRequest("@method");
  private static final Component TARGET = Component.ofRequest("@target-uri");
  private static final Component DIGEST = Component.ofRequest("content-digest");
  private static final Component SIGNATURE = Component.ofRequest("signature");

  static ResponseMessage of(
      ExchangeAuthenticator.Response response, Headers headers, RequestBinding request)
      throws Refused {
    int status = response.status();
    if (status < LOWEST_STATUS || status > HIGHEST_STATUS) {
      throw new Refused(Reason.MALFORMED, "is no status code", "@status");
    }
    return new ResponseMessage(
        status, headers, response.body(), request.message(), request.label());
  }

  @Override
  public List<Component> required() throws Refused {
    List<Component> required = new ArrayList<>();
    required.add(STATUS);
    required.addAll(RequestMessage.contentComponents(headers, content));
    required.add(METHOD);
    required.add(TARGET);
    if (FieldLines.occursOnce(request.headers(), ContentDigest.FIELD)) {
      required.add(DIGEST);
    }
    required.add(SIGNATURE.member(requestLabel));
    return required;
  }

  @Override
  public boolean allows(Component component) {
    return component.parameters().isEmpty()
        && !component.name().startsWith("@")
        && !SignatureProfile.CONTENT_COMPONENTS.contains(component.name());
  }

  @Override
  public String value(Component component) throws Refused {
    if (component.isOfRequest()) {
      return request.value(component.seenFromRequest());
    }
    if (component.equals(STATUS)) {
      return Integer.toString(status);
    }
    if (component.name().startsWith("@")) {
      throw FieldValues.notAllowed(component);
    }
    return FieldValues.of(headers, component);
  }
}
