package id.simpul.examples.twocities;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A signed submission as it goes over the network, in the hands of somebody who tampers with it.
 *
 * @param target where it goes
 * @param unsigned its fields without the signature
 * @param signature the fields the signature added, its digest among them
 * @param body its form
 */
record SignedPost(URI target, Headers unsigned, Headers signature, String body) {
  private static final String DIGEST = "Content-Digest";

  SignedPost {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(unsigned, "unsigned");
    Objects.requireNonNull(signature, "signature");
    Objects.requireNonNull(body, "body");
  }

  static SignedPost of(ExchangeAuthenticator.Request request, Headers signature) {
    return new SignedPost(
        request.target(),
        request.headers(),
        signature,
        new String(request.body(), StandardCharsets.UTF_8));
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  /** The same signature over a form with one more field. */
  SignedPost withField(String encoded) {
    return new SignedPost(target, unsigned, signature, body + "&" + encoded);
  }

  /** The same with a digest that fits the body; the signature stays what it was. */
  SignedPost withFittingDigest() {
    List<Headers.Field> fields =
        signature.fields().stream()
            .map(f -> f.name().equalsIgnoreCase(DIGEST) ? new Headers.Field(DIGEST, digest()) : f)
            .toList();
    return new SignedPost(target, unsigned, Headers.of(fields), body);
  }

  SignedPost withoutSignature() {
    return new SignedPost(target, unsigned, Headers.EMPTY, body);
  }

  SignedPost signedBy(ExchangeAuthenticator signer) {
    ExchangeAuthenticator.Request request =
        new ExchangeAuthenticator.Request("POST", target, unsigned, bytes());
    return new SignedPost(target, unsigned, signer.sign(request).headers(), body);
  }

  /** What a caller may set of it: length and host come from the connection. */
  Headers sent() {
    Headers all = Headers.EMPTY;
    for (Headers part : List.of(unsigned, signature)) {
      for (Headers.Field field : part.fields()) {
        String name = field.name().toLowerCase(Locale.ROOT);
        if (!List.of("host", "content-length", "connection").contains(name)) {
          all = all.with(field.name(), field.value());
        }
      }
    }
    return all;
  }

  private String digest() {
    try {
      byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(bytes());
      return "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
    } catch (NoSuchAlgorithmException e) {
      throw new StoryException("Java", "has no SHA-256", DIGEST, e);
    }
  }

  @Override
  public String toString() {
    return "SignedPost[" + target + "]";
  }
}
