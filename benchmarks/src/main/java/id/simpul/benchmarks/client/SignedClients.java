package id.simpul.benchmarks.client;

import id.simpul.core.spi.ExchangeAuthenticator;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.federation.LoopbackPolicy;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.http.RequestSigner;
import id.simpul.identity.http.ResponseVerifier;
import id.simpul.identity.http.SignedExchange;
import id.simpul.identity.jose.PublicJwk;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Makes what a client needs to sign its requests and to trust one server's answers. */
final class SignedClients {
  private SignedClients() {}

  /**
   * A client's authenticator, with a new key of its own.
   *
   * @param base the server's base URL, which is its name too
   * @param server the server's key
   */
  static ExchangeAuthenticator authenticator(String base, PublicJwk server) {
    EntityId node = new EntityId(base);
    InstantSource clock = InstantSource.system();
    PinnedEntities trust =
        new PinnedEntities(
            List.of(new ResolvedEntity(node, List.of(server.key()), Instant.MAX)),
            LoopbackPolicy.allowInsecureLoopbackForDevelopment());
    return new SignedExchange(
        new RequestSigner(
            new EntityId("https://aplikasi.contoh.invalid"),
            SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom()),
            clock),
        new ResponseVerifier(trust, clock),
        node);
  }
}
