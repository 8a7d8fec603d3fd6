package id.simpul.identity.http;

import id.simpul.core.operation.Headers;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.jose.Base64Url;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** Signs requests and answers. Thread-safe. */
final class MessageSigner {
  private final EntityId signer;
  private final SigningKey key;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final SignatureInput input;

  MessageSigner(EntityId signer, SigningKey key, InstantSource clock) {
    this.signer = Objects.requireNonNull(signer, "signer");
    this.key = Objects.requireNonNull(key, "key");
    this.clock = Objects.requireNonNull(clock, "clock");
    String keyId = signer.value() + "#" + key.keyId();
    if (key.algorithm().httpName().isEmpty()) {
      throw new TrustException(
          Reason.KEY_UNUSABLE, keyId, "has an algorithm that is not in RFC 9421", "HTTP signature");
    }
    input = new SignatureInput(keyId);
  }

  EntityId signer() {
    return signer;
  }

  /** The digest field for content, checked instead if somebody has set it; none without content. */
  Headers digest(Headers headers, byte[] content) throws Refused {
    if (FieldLines.joined(headers, ReceivedSignature.INPUT_FIELD) != null
        || FieldLines.joined(headers, ReceivedSignature.SIGNATURE_FIELD) != null) {
      throw new Refused(Reason.NOT_ALLOWED, "is signed already", ReceivedSignature.INPUT_FIELD);
    }
    if (FieldLines.joined(headers, ContentDigest.FIELD) != null) {
      ContentDigest.check(headers, content);
      return Headers.EMPTY;
    }
    return content.length == 0
        ? Headers.EMPTY
        : Headers.EMPTY.with(ContentDigest.FIELD, ContentDigest.of(content));
  }

  /** The two signature fields of a message that has its digest. */
  Headers sign(Message message) throws Refused {
    byte[] nonce = new byte[SignatureProfile.NONCE_BYTES];
    random.nextBytes(nonce);
    List<Component> components = message.required();
    String parameters = input.write(components, clock.instant(), Base64Url.encode(nonce));
    byte[] signature = key.sign(SignatureBase.of(components, parameters, message));
    if (signature.length != key.algorithm().signatureLength()) {
      throw new Refused(
          Reason.KEY_UNUSABLE,
          "the key gave a signature of " + signature.length + " bytes",
          ReceivedSignature.SIGNATURE_FIELD);
    }
    return Headers.of(
        List.of(
            new Headers.Field(
                ReceivedSignature.INPUT_FIELD, SignatureProfile.LABEL + "=" + parameters),
            new Headers.Field(
                ReceivedSignature.SIGNATURE_FIELD,
                SignatureProfile.LABEL
                    + "=:"
                    + Base64.getEncoder().encodeToString(signature)
                    + ":")));
  }
}
