package id.simpul.examples;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.Limits;
import id.simpul.core.value.GeoPoint;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.federation.ChainResolver;
import id.simpul.identity.federation.HttpStatementFetcher;
import id.simpul.identity.federation.LoopbackPolicy;
import id.simpul.identity.federation.TrustAnchor;
import id.simpul.identity.http.RequestSigner;
import id.simpul.identity.http.ResponseVerifier;
import id.simpul.identity.http.SignedExchange;
import id.simpul.identity.jose.JwkSet;
import id.simpul.reporting.Location;
import id.simpul.reporting.NewReport;
import id.simpul.reporting.ReportingClient;
import id.simpul.reporting.ServiceCode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Files one signed report at a node that is known by nothing but a chain to an anchor. */
public final class SignedReport {
  private SignedReport() {}

  /**
   * Files it and prints its id.
   *
   * @param args who signs, the file with its signing key, the file with its anchors, and the node
   * @throws Exception when a file cannot be read
   */
  public static void main(String[] args) throws Exception {
    EntityId self = new EntityId(args[0]);
    SigningKey key = SigningKeys.load(Path.of(args[1]));
    EntityId node = new EntityId(args[3]);
    LoopbackPolicy development = LoopbackPolicy.allowInsecureLoopbackForDevelopment();
    InstantSource clock = InstantSource.system();
    try (HttpStatementFetcher fetcher = new HttpStatementFetcher(development.addresses())) {
      ChainResolver trust =
          ChainResolver.builder(List.of(anchor(Path.of(args[2]))), fetcher)
              .loopback(development)
              .build();
      SignedExchange exchange =
          new SignedExchange(
              new RequestSigner(self, key, clock), new ResponseVerifier(trust, clock), node);
      try (ReportingClient client =
          ReportingClient.builder(URI.create(node + "/open311/v2"))
              .configure(config -> config.authenticator(exchange))
              .build()) {
        Location place = Location.at(GeoPoint.of("-1.6101", "103.6131"));
        NewReport.Builder report = NewReport.builder(new ServiceCode("jalan-rusak"), place);
        report.description("Lubang di batas kota, sedalam 20 cm.");
        System.out.println(client.submitReport(report.build()).reportId().orElseThrow());
      }
    }
  }

  private static TrustAnchor anchor(Path file) throws Exception {
    JsonObject pinned = (JsonObject) Json.read(Files.readAllBytes(file), Limits.DEFAULT);
    JsonArray anchors = (JsonArray) pinned.get("anchors").orElseThrow();
    JsonObject first = (JsonObject) anchors.items().get(0);
    return new TrustAnchor(
        new EntityId(((JsonString) first.get("entity").orElseThrow()).value()),
        JwkSet.of((JsonObject) first.get("jwks").orElseThrow()));
  }
}
