package id.simpul.identity.federation;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.TrustException;
import id.simpul.identity.jose.JwsSigner;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Signs statements of either kind, and none that a verifier would refuse. */
record StatementSigner(FederationKeys keys, StatementLifetime lifetime, InstantSource clock) {
  /**
   * Signs a statement.
   *
   * @param claims all but {@code iss}, {@code sub} and the times
   * @throws TrustException for the first rule it would break
   */
  String sign(StatementName name, JsonObject claims) {
    JsonObject complete =
        JsonObject.builder()
            .put("iss", name.issuer().value())
            .put("sub", name.subject().value())
            .putAll(claims)
            .build();
    String token =
        new JwsSigner(ReceivedStatement.PROFILE, keys.signing(), clock)
            .sign(complete, lifetime.lifetime());
    new StatementReader(clock.instant(), new KeySets()).read(token, name).keys();
    return token;
  }

  StatementPublisher publisher(StatementName name, Supplier<String> issue) {
    return new StatementPublisher(name.toString(), issue, lifetime, clock);
  }
}
