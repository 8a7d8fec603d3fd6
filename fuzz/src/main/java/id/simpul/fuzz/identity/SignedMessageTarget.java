package id.simpul.fuzz.identity;

import static id.simpul.fuzz.Invariant.keepsSilent;
import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator.Request;
import id.simpul.core.spi.ExchangeAuthenticator.Response;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.federation.TrustResolver;
import id.simpul.identity.http.ContentDigest;
import id.simpul.identity.http.InMemoryNonceStore;
import id.simpul.identity.http.NonceStore;
import id.simpul.identity.http.RequestBinding;
import id.simpul.identity.http.RequestVerifier;
import id.simpul.identity.http.ResponseVerifier;
import id.simpul.identity.http.SignatureProfile;
import id.simpul.identity.http.VerifiedRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Signed messages (RFC 9421), written as a request line with method and URI, header lines, an empty
 * line and a body. Every signature is believed, so all that stands before and behind it is reached.
 */
public final class SignedMessageTarget implements FuzzTarget {
  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final String PLANTED = "planted-7c1f0b";

  /** Makes the target. */
  public SignedMessageTarget() {}

  @Override
  public void run(byte[] input) {
    Optional<Request> parsed = request(Input.cut(input));
    if (parsed.isEmpty()) {
      return;
    }
    Request request = parsed.get();
    TrustResolver trust = SignedMessageTarget::resolve;
    NonceStore nonces = new InMemoryNonceStore(CLOCK);
    RequestVerifier verifier = new RequestVerifier(trust, nonces, CLOCK);
    try {
      check(verifier.verify(request));
      requireReplay(verifier, request);
    } catch (TrustException e) {
      keepsSilent(e, PLANTED);
    }
    RequestBinding.received(request).ifPresent(binding -> answer(request, binding, trust));
  }

  private static Optional<Request> request(Input cut) {
    String[] line = cut.line().split(" ", -1);
    if (line.length != 2) {
      return Optional.empty();
    }
    try {
      Headers headers = Headers.EMPTY.with("Cookie", PLANTED);
      Input next = Input.cut(cut.rest());
      while (!next.line().isEmpty()) {
        int colon = next.line().indexOf(':');
        String name = colon < 0 ? next.line() : next.line().substring(0, colon);
        headers = headers.with(name, next.line().substring(colon + 1).strip());
        next = Input.cut(next.rest());
      }
      return Optional.of(new Request(line[0], URI.create(line[1]), headers, next.rest()));
    } catch (IllegalArgumentException e) {
      // No HTTP library hands over such a request.
      return Optional.empty();
    }
  }

  private static ResolvedEntity resolve(EntityId entity) {
    return new ResolvedEntity(
        entity,
        List.copyOf(Arrays.stream(SignatureAlgorithm.values()).map(Believer::new).toList()),
        Instant.MAX);
  }

  private static void check(VerifiedRequest verified) {
    Request request = verified.request();
    String input = request.headers().first("Signature-Input").orElseThrow();
    require(
        input.contains("\"@method\"") && input.contains("\"@target-uri\""), "covers too little");
    require(!request.headers().all("Signature").isEmpty(), "is not signed");
    if (request.body().length > 0) {
      require(input.contains("\"content-digest\""), "does not cover its content");
      String digest = String.join(", ", request.headers().all(ContentDigest.FIELD));
      ContentDigest.verify(digest, request.body());
    }
    Duration age = Duration.between(verified.created(), NOW);
    require(age.abs().compareTo(SignatureProfile.CLOCK_SKEW) <= 0, "is of another time");
  }

  private static void requireReplay(RequestVerifier verifier, Request request) {
    try {
      verifier.verify(request);
    } catch (TrustException e) {
      require(e.reason() == Reason.REPLAYED, "another reason than the replay");
      return;
    }
    throw new AssertionError("is taken twice");
  }

  private static void answer(Request request, RequestBinding binding, TrustResolver trust) {
    Response response = new Response(200, request.headers(), request.body());
    EntityId node = new EntityId(Verifiers.ISSUER);
    try {
      require(
          new ResponseVerifier(trust, CLOCK).verify(response, binding, node).signer().equals(node),
          "an answer by somebody else");
    } catch (TrustException e) {
      keepsSilent(e, PLANTED);
    }
  }
}
