package id.simpul.node.system;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.http.RequestSigner;
import id.simpul.node.NodePaths;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** The bytes of a signed report, as any HTTP client would send them. */
final class SignedPost {
  static final String FORM = "service_code=jalan&lat=-1.61&long=103.61";

  private static final String PATH = NodePaths.GEOREPORT + "/requests.json";

  private SignedPost() {}

  /** A report of the peer. */
  static String of(SigningKey peerKey, URI node, InstantSource clock) {
    return of(new RequestSigner(TestTown.PEER, peerKey, clock), node, FORM);
  }

  /** A report of somebody else. */
  static String of(EntityId signer, SigningKey key, URI node) {
    return of(new RequestSigner(signer, key, InstantSource.system()), node, FORM);
  }

  /** A form of somebody, for the node of a name. */
  static String of(RequestSigner signer, URI node, String form) {
    Headers headers = Headers.EMPTY.with("Content-Type", "application/x-www-form-urlencoded");
    byte[] body = form.getBytes(StandardCharsets.UTF_8);
    URI target = URI.create(node + PATH);
    Headers signature =
        signer.sign(new ExchangeAuthenticator.Request("POST", target, headers, body)).headers();
    StringBuilder request = new StringBuilder("POST " + PATH + " HTTP/1.1\r\nHost: x\r\n");
    append(request, headers);
    append(request, signature);
    return request + "Content-Length: " + form.length() + "\r\n\r\n" + form;
  }

  private static void append(StringBuilder request, Headers fields) {
    fields
        .fields()
        .forEach(f -> request.append(f.name()).append(": ").append(f.value()).append("\r\n"));
  }
}
