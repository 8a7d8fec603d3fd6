package id.simpul.examples;

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
import id.simpul.reporting.Location;
import id.simpul.reporting.NewReport;
import id.simpul.reporting.ReportingClient;
import id.simpul.reporting.ServiceCode;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Files one signed report at a node that is known by nothing but a chain to an anchor. */
public final class SignedReport {
  private SignedReport() {}

  /**
   * Files it and prints its id.
   *
   * @param args who signs, the file with its signing key, the file with its anchors, and the node;
   *     a fifth, {@code --insecure-loopback}, lets plain http to this machine through
   * @throws Exception when a file cannot be read
   */
  public static void main(String[] args) throws Exception {
    LoopbackPolicy loopback =
        args.length > 4 && args[4].equals("--insecure-loopback")
            ? LoopbackPolicy.allowInsecureLoopbackForDevelopment()
            : LoopbackPolicy.production();
    SigningKey key = SigningKeys.load(Path.of(args[1]));
    List<TrustAnchor> anchors = TrustAnchor.load(Path.of(args[2]));
    Location place = Location.at(GeoPoint.of("-1.6101", "103.6131"));
    NewReport report =
        NewReport.builder(new ServiceCode("jalan-rusak"), place)
            .description("Lubang di batas kota, sedalam 20 cm.")
            .build();
    file(report, new EntityId(args[0]), key, anchors, new EntityId(args[3]), loopback);
  }

  private static void file(
      NewReport report,
      EntityId self,
      SigningKey key,
      List<TrustAnchor> anchors,
      EntityId node,
      LoopbackPolicy loopback) {
    InstantSource clock = InstantSource.system();
    // tag::trust
    try (var fetcher = new HttpStatementFetcher(loopback.addresses())) {
      var trust = ChainResolver.builder(anchors, fetcher).loopback(loopback).build();
      var signer = new RequestSigner(self, key, clock);
      var exchange = new SignedExchange(signer, new ResponseVerifier(trust, clock), node);
      var url = URI.create(node + "/open311/v2");
      try (var client =
          ReportingClient.builder(url).configure(c -> c.authenticator(exchange)).build()) {
        System.out.println(client.submitReport(report).reportId().orElseThrow());
      }
    }
    // end::trust
  }
}
