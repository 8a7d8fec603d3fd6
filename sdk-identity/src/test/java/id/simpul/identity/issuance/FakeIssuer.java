package id.simpul.identity.issuance;

import id.simpul.core.AddressPolicy;
import id.simpul.core.ApiResponse;
import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Operation;
import id.simpul.core.value.Secret;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.testing.SettableClock;
import id.simpul.identity.wire.CredentialCall;
import id.simpul.identity.wire.IssuanceV1;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An issuer nobody here wrote, as a wallet's client sees it; remembers what was called. */
final class FakeIssuer implements OperationClient {
  static final EntityId ID = new EntityId("https://issuer.example");
  static final URI NONCES = URI.create("https://issuer.example/nonce");

  final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T03:00:00Z"));
  final List<String> called = new ArrayList<>();
  final List<String> proofs = new ArrayList<>();
  AddressPolicy addresses = AddressPolicy.publicOnly();
  Set<SignatureAlgorithm> proofsSignedWith = Set.of(SignatureAlgorithm.ES256);
  @Nullable URI nonces = NONCES;

  static CredentialOffer offer() {
    return new CredentialOffer(ID, List.of("id"), Secret.of("code"), (TxCodePrompt) null);
  }

  @Override
  @SuppressWarnings("unchecked") // each operation has its answer
  public <I, O> ApiResponse<O> call(Operation<I, O> operation, I input, RequestOptions options) {
    called.add(operation.id());
    if (input instanceof CredentialCall call) {
      proofs.addAll(call.request().proofs());
    }
    Map<Operation<?, ?>, Object> answers =
        Map.of(
            IssuanceV1.GET_METADATA,
            metadata(),
            IssuanceV1.GET_SERVER_METADATA,
            new AuthorizationServerMetadata(
                ID, URI.create("https://issuer.example/token"), List.of(), true),
            IssuanceV1.REDEEM,
            new AccessToken(Secret.of("token"), Duration.ofMinutes(1)),
            IssuanceV1.GET_NONCE,
            "a-nonce",
            IssuanceV1.ISSUE,
            proofs.stream().map(proof -> "a credential").toList());
    return new ApiResponse<>(200, Headers.EMPTY, null, (O) answers.get(operation));
  }

  private IssuerMetadata metadata() {
    CredentialConfiguration configuration =
        new CredentialConfiguration(
            "id", "https://issuer.example/v", Set.of(SignatureAlgorithm.ES256), proofsSignedWith);
    return new IssuerMetadata(
        ID,
        List.of(),
        URI.create("https://issuer.example/credential"),
        nonces,
        2,
        List.of(configuration));
  }

  @Override
  public <I, O> CompletableFuture<ApiResponse<O>> callAsync(
      Operation<I, O> operation, I input, RequestOptions options) {
    return CompletableFuture.completedFuture(call(operation, input, options));
  }

  @Override
  public AddressPolicy addressPolicy() {
    return addresses;
  }

  @Override
  public void close() {}
}
