package consumer;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKeys;
import id.simpul.reporting.ReportingClient;
import java.net.URI;
import java.security.SecureRandom;

/** Makes a client and a key, which loads all they stand on. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    try (var client = ReportingClient.builder(URI.create("https://node.example/v2")).build()) {
      var key = SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());
      System.out.println("made " + client.getClass().getModule() + " with a key of "
          + key.sign(new byte[1]).length + " bytes a signature");
    }
  }
}
