package id.simpul.identity.http;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import java.time.InstantSource;

/**
 * Signs answers under {@link SignatureProfile}, errors like successes, each bound to its request.
 * Thread-safe.
 */
public final class ResponseSigner {
  private final MessageSigner signer;

  /**
   * Creates a signer.
   *
   * @param signer the entity that owns the URLs it answers for
   * @param key the key, published by that entity
   * @param clock the time
   * @throws TrustException {@code KEY_UNUSABLE} when the key's algorithm has no name in RFC 9421,
   *     as ML-DSA-65 has none
   */
  public ResponseSigner(EntityId signer, SigningKey key, InstantSource clock) {
    this.signer = new MessageSigner(signer, key, clock);
  }

  /**
   * Signs one answer.
   *
   * @param response the answer as it goes on the wire: final bytes, {@code Content-Type} among its
   *     headers when there is content
   * @param request the request it belongs to: {@link VerifiedRequest#binding()}, or {@link
   *     RequestBinding#received} when the request was refused
   * @return the fields to add; nothing else may be changed
   * @throws TrustException {@code MALFORMED} when it has content without {@code Content-Type}, a
   *     covered field twice, or a status that is none; {@code NOT_ALLOWED} when it is signed
   *     already; {@code DIGEST_MISMATCH} when it has a {@code Content-Digest} that does not fit;
   *     {@code KEY_UNUSABLE} when the key fails
   */
  public Headers sign(ExchangeAuthenticator.Response response, RequestBinding request) {
    try {
      Headers digest = signer.digest(response.headers(), response.body());
      Headers headers = FieldLines.concat(response.headers(), digest);
      Headers signature = signer.sign(ResponseMessage.of(response, headers, request));
      return FieldLines.concat(digest, signature);
    } catch (Refused e) {
      throw e.by(signer.signer().value());
    }
  }
}
