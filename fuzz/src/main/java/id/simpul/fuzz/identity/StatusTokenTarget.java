package id.simpul.fuzz.identity;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.JsonObject;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.identity.EntityId;
import id.simpul.identity.credential.StatusListSource;
import id.simpul.identity.credential.StatusListVerifier;
import id.simpul.identity.credential.StatusReference;
import id.simpul.identity.credential.VerifiedStatusList;
import id.simpul.identity.internal.jose.JoseJson;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The claims of a status list token, truly signed; and those of a credential that refers to one.
 */
public final class StatusTokenTarget implements FuzzTarget {
  private static final StatusListSource SOURCE =
      new StatusListSource(
          URI.create("https://jambi.example/status/1"),
          new EntityId(Verifiers.ISSUER),
          WellKnownKey.set());

  private final StatusListVerifier verifier =
      new StatusListVerifier(InstantSource.fixed(Verifiers.NOW));

  /** Makes the target. */
  public StatusTokenTarget() {}

  @Override
  public void run(byte[] input) {
    String token = WellKnownKey.sign(StatusListVerifier.TYP, input);
    Verifiers.attempt(() -> verifier.verify(token, SOURCE)).ifPresent(StatusTokenTarget::check);
    Verifiers.attempt(() -> JoseJson.read(input, "claims"))
        .ifPresent(claims ->
            Verifiers.attempt(() -> StatusReference.find(claims))
                .flatMap(found -> found)
                .ifPresent(StatusTokenTarget::check));
  }

  private static void check(VerifiedStatusList verified) {
    require(verified.ttl().compareTo(StatusListVerifier.MIN_TTL) >= 0, "is asked for too often");
    require(verified.ttl().compareTo(StatusListVerifier.MAX_TTL) <= 0, "is kept too long");
  }

  private static void check(StatusReference reference) {
    JsonObject claims = JsonObject.builder().put("status", reference.toJson()).build();
    require(StatusReference.find(claims).equals(Optional.of(reference)), "changes when written");
  }
}
