package id.simpul.identity.http;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import java.time.InstantSource;

/** Signs requests under {@link SignatureProfile}. Thread-safe. */
public final class RequestSigner {
  private final MessageSigner signer;

  /**
   * Creates a signer.
   *
   * @param signer the entity whose key it is
   * @param key the key, published by that entity
   * @param clock the time
   * @throws TrustException {@code KEY_UNUSABLE} when the key's algorithm has no name in RFC 9421,
   *     as ML-DSA-65 has none
   */
  public RequestSigner(EntityId signer, SigningKey key, InstantSource clock) {
    this.signer = new MessageSigner(signer, key, clock);
  }

  /**
   * Signs one request with a time and a nonce of its own.
   *
   * @param request the request as it goes on the wire: final bytes, and every field that {@link
   *     SignatureProfile} covers already among its headers, {@code Content-Type} included
   * @return the fields to add, and what the answer will be bound to
   * @throws TrustException {@code MALFORMED} when it has content without {@code Content-Type}, a
   *     covered field twice, or a target that is no http or https URI; {@code NOT_ALLOWED} for a
   *     GET or DELETE with content, or when it is signed already; {@code DIGEST_MISMATCH} when it
   *     has a {@code Content-Digest} that does not fit; {@code KEY_UNUSABLE} when the key fails
   */
  public SignedRequest sign(ExchangeAuthenticator.Request request) {
    try {
      Headers digest = signer.digest(request.headers(), request.body());
      RequestMessage message =
          RequestMessage.of(request, FieldLines.concat(request.headers(), digest));
      Headers signature = signer.sign(message);
      Headers sent = FieldLines.concat(message.headers(), signature);
      RequestMessage bound =
          new RequestMessage(message.method(), message.target(), sent, message.content());
      return new SignedRequest(
          FieldLines.concat(digest, signature),
          new RequestBinding(bound.withoutContent(), SignatureProfile.LABEL));
    } catch (Refused e) {
      throw e.by(signer.signer().value());
    }
  }
}
