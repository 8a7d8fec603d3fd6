package id.simpul.identity.jose;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.VerificationKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/**
 * A key in a service that signs what is posted to it, as somebody would write it for theirs.
 *
 * @param service where to post the message
 * @param publicKey the public half, which the service published
 */
public record RemoteKey(URL service, VerificationKey publicKey) implements SigningKey {
  private static final int MAX_ANSWER_BYTES = 8 * 1024;
  private static final int TIMEOUT_MILLIS = 5_000;

  @Override
  public SignatureAlgorithm algorithm() {
    return publicKey.algorithm();
  }

  @Override
  public byte[] sign(byte[] message) {
    try {
      HttpURLConnection connection = (HttpURLConnection) service.openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(message);
      }
      try (InputStream in = connection.getInputStream()) {
        return in.readNBytes(MAX_ANSWER_BYTES);
      }
    } catch (IOException e) {
      throw new TrustException(
          Reason.KEY_UNUSABLE, keyId(), "its service does not sign", service.toString(), e);
    }
  }

  @Override
  public String toString() {
    return "remote key " + keyId();
  }
}
