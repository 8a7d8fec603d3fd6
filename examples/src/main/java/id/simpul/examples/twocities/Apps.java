package id.simpul.examples.twocities;

import id.simpul.core.ClientAuth;
import id.simpul.core.ClientConfig;
import id.simpul.core.OperationClient;
import id.simpul.core.Timeouts;
import id.simpul.core.spi.ExchangeAuthenticator;
import id.simpul.identity.SigningKey;
import id.simpul.identity.federation.TrustResolver;
import id.simpul.identity.http.RequestSigner;
import id.simpul.identity.http.ResponseVerifier;
import id.simpul.identity.http.SignedExchange;
import id.simpul.node.NodePaths;
import id.simpul.reporting.ReportingClient;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The programs people hold in their hands: all they know of a node is its URL and the national
 * anchor.
 */
final class Apps implements AutoCloseable {
  private static final Timeouts TIMEOUTS =
      new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10));
  private static final InstantSource CLOCK = InstantSource.system();

  private final Wiretap wiretap;
  private final ReportingClient jakartaAtJambi;
  private final ReportingClient jambiAtJakarta;
  private final OperationClient officersOfJambi;

  Apps(City jambi, City jakarta, TrustResolver trust) {
    this.wiretap = new Wiretap(exchange(jakarta, jakarta.signingKey(), jambi, trust));
    this.jakartaAtJambi = signed(jambi, wiretap);
    this.jambiAtJakarta = signed(jakarta, exchange(jambi, jambi.signingKey(), jakarta, trust));
    this.officersOfJambi =
        OperationClient.create(
            ClientConfig.builder(URI.create(jambi.baseUrl() + NodePaths.PROFILE))
                .auth(ClientAuth.bearer(jambi.officerKey()))
                .timeouts(TIMEOUTS)
                .build());
  }

  /**
   * Signs in a city's name, and takes answers only when the other city's node has signed them.
   *
   * @param from who calls
   * @param key the key to sign with
   * @param to whose node is called
   * @param trust says which keys that node has
   * @return the authenticator
   */
  static ExchangeAuthenticator exchange(City from, SigningKey key, City to, TrustResolver trust) {
    return new SignedExchange(
        new RequestSigner(from.entity(), key, CLOCK),
        new ResponseVerifier(trust, CLOCK),
        to.entity());
  }

  private static ReportingClient signed(City to, ExchangeAuthenticator exchange) {
    return ReportingClient.builder(URI.create(to.baseUrl() + NodePaths.GEOREPORT))
        .configure(
            c -> c.authenticator(exchange).nodeHonoursIdempotencyKeys(true).timeouts(TIMEOUTS))
        .build();
  }

  /** An app in Jakarta that has pinned a false key for Jambi's node; the caller closes it. */
  static ReportingClient misled(City jambi, City jakarta, SigningKey falseKey) {
    City pretender =
        new City(
            jambi.name(),
            jambi.region(),
            jambi.baseUrl(),
            falseKey,
            jambi.officerKey(),
            jambi.healthKey());
    return signed(jambi, exchange(jakarta, jakarta.signingKey(), jambi, pretender.pinned()));
  }

  /** An app in Jakarta that calls Jambi's node. */
  ReportingClient jakartaAtJambi() {
    return jakartaAtJambi;
  }

  /** An app in Jambi that calls Jakarta's node. */
  ReportingClient jambiAtJakarta() {
    return jambiAtJakarta;
  }

  /** The desk at which Jambi's officers work. */
  OperationClient officersOfJambi() {
    return officersOfJambi;
  }

  /** Who listens between Jakarta's app and Jambi's node. */
  Wiretap wiretap() {
    return wiretap;
  }

  @Override
  public void close() {
    jakartaAtJambi.close();
    jambiAtJakarta.close();
    officersOfJambi.close();
  }
}
