package id.simpul.identity.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.AddressPolicy;
import id.simpul.core.ApiResponse;
import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Operation;
import id.simpul.core.value.Secret;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.wire.IssuanceV1;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A wallet that is answered with what another issuer says of itself. */
final class ForeignMetadataTest {
  private static final EntityId ISSUER = new EntityId("https://jambi.example");
  private static final EntityId OTHER = new EntityId("https://tebo.example");

  private final List<String> called = new ArrayList<>();

  private static IssuerMetadata metadata(EntityId of) {
    return new IssuerMetadata(
        of,
        List.of(),
        URI.create(OTHER + "/credential"),
        URI.create(OTHER + "/nonce"),
        1,
        List.of(
            new CredentialConfiguration(
                "resident",
                "https://simpul.id/credentials/resident/v1",
                Set.of(SignatureAlgorithm.ED25519),
                Set.of(SignatureAlgorithm.ED25519))));
  }

  private static AuthorizationServerMetadata server(EntityId of) {
    return new AuthorizationServerMetadata(
        of, URI.create(OTHER + "/token"), List.of(TokenRequest.PRE_AUTHORIZED_CODE), true);
  }

  private void collect(EntityId issuerSays, EntityId serverSays) {
    OperationClient client = new Answering(metadata(issuerSays), server(serverSays), called);
    new CredentialIssuanceClient(client, () -> Instant.parse("2026-11-21T03:00:00Z"))
        .collect(
            new CredentialOffer(
                ISSUER, List.of("resident"), Secret.of("a code"), (TxCodePrompt) null),
            null,
            List.of(SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom())));
  }

  private void refused(EntityId issuerSays, EntityId serverSays, String where) {
    assertThatThrownBy(() -> collect(issuerSays, serverSays))
        .isInstanceOfSatisfying(
            TrustException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(TrustException.Reason.WRONG_SIGNER);
              assertThat(e.fault().where()).isEqualTo(where);
            });
    assertThat(called).doesNotContain(IssuanceV1.REDEEM.id());
  }

  @Test
  void collect_metadataOfAnotherIssuer_isRefusedBeforeTheCodeIsSent() {
    refused(OTHER, ISSUER, "credential_issuer");
  }

  @Test
  void collect_serverMetadataOfAnother_isRefusedBeforeTheCodeIsSent() {
    refused(ISSUER, OTHER, "issuer");
  }

  /** Answers with two documents, whatever the address, and writes down what is called. */
  private record Answering(
      IssuerMetadata metadata, AuthorizationServerMetadata server, List<String> called)
      implements OperationClient {
    @Override
    public AddressPolicy addressPolicy() {
      return AddressPolicy.publicOnly();
    }

    @Override
    public <I, O> ApiResponse<O> call(Operation<I, O> operation, I input, RequestOptions options) {
      called.add(operation.id());
      Object answer = operation == (Object) IssuanceV1.GET_METADATA ? metadata : server;
      if (operation != (Object) IssuanceV1.GET_METADATA
          && operation != (Object) IssuanceV1.GET_SERVER_METADATA) {
        throw new AssertionError("Nothing else is to be called: " + operation.id());
      }
      @SuppressWarnings("unchecked") // each answer is what its operation yields
      O body = (O) answer;
      return new ApiResponse<>(200, Headers.EMPTY, null, body);
    }

    @Override
    public <I, O> CompletableFuture<ApiResponse<O>> callAsync(
        Operation<I, O> operation, I input, RequestOptions options) {
      return CompletableFuture.completedFuture(call(operation, input, options));
    }

    @Override
    public void close() {}
  }
}
