package consumer;

import id.simpul.reporting.ReportingClient;
import java.net.URI;

/** Makes a client, which loads all it stands on. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    try (var client = ReportingClient.builder(URI.create("https://node.example/v2")).build()) {
      System.out.println("made " + client.getClass().getModule());
    }
  }
}
