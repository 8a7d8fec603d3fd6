package id.simpul.benchmarks.client;

import id.simpul.core.format.Json;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.jose.PublicJwk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * The server in a process of its own. Prints its base URL and its public key as a JWK, a line each,
 * and ends when its input does.
 */
public final class CannedServerMain {
  private CannedServerMain() {}

  /**
   * Serves.
   *
   * @param args none
   * @throws IOException when it cannot listen, or its input fails
   */
  public static void main(String[] args) throws IOException {
    CannedServer server = CannedServer.listen();
    String base = "http://127.0.0.1:" + server.port();
    SigningKey key = SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());
    Answers answers = new SigningAnswers(new CannedAnswers(), base, key);
    Thread serving =
        new Thread(
            () -> {
              try {
                server.serve(answers);
              } catch (IOException e) {
                System.err.println("The server ended: " + e);
              }
            },
            "server");
    serving.setDaemon(true);
    serving.start();
    System.out.println(base);
    byte[] jwk = Json.toBytes(PublicJwk.of(key.publicKey()).toJson());
    System.out.println(new String(jwk, StandardCharsets.UTF_8));
    while (System.in.read() >= 0) {
      // Waits for the end of its input.
    }
  }
}
