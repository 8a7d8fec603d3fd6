package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.ApiException;
import id.simpul.core.ClientAuth;
import id.simpul.core.ClientConfig;
import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.core.RetryPolicy;
import id.simpul.core.operation.NoInput;
import id.simpul.core.operation.Operation;
import id.simpul.core.value.Nik;
import id.simpul.core.value.RegionCode;
import id.simpul.core.value.Secret;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.credential.HeldCredential;
import id.simpul.identity.credential.IssuerPolicy;
import id.simpul.identity.credential.SdJwtVcHolder;
import id.simpul.identity.credential.SdJwtVcVerifier;
import id.simpul.identity.credential.resident.Resident;
import id.simpul.identity.credential.resident.ResidentCredential;
import id.simpul.identity.federation.LoopbackPolicy;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.issuance.AccessToken;
import id.simpul.identity.issuance.CredentialIssuanceClient;
import id.simpul.identity.issuance.CredentialOffer;
import id.simpul.identity.issuance.CredentialRequest;
import id.simpul.identity.issuance.KeyProof;
import id.simpul.identity.issuance.TokenRequest;
import id.simpul.identity.presentation.CredentialQuery;
import id.simpul.identity.presentation.PresentationRequest;
import id.simpul.identity.presentation.PresentationResponse;
import id.simpul.identity.presentation.PresentationWallet;
import id.simpul.identity.wire.CredentialCall;
import id.simpul.identity.wire.IssuanceV1;
import id.simpul.identity.wire.PresentationResult;
import id.simpul.identity.wire.PresentationV1;
import id.simpul.identity.wire.RequestReceipt;
import id.simpul.identity.wire.ResidentOffer;
import id.simpul.identity.wire.SimpulCredentialsV1;
import id.simpul.node.NodePaths;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may count once counts once, though two processes on one database get it at one moment. */
final class TwoProcessesTest {
  private static final int ROUNDS = 20;
  private static final String TAKEN = "taken";
  private static final InstantSource CLOCK = InstantSource.system();
  private static final LoopbackPolicy LOOPBACK =
      LoopbackPolicy.allowInsecureLoopbackForDevelopment();

  @TempDir private static Path folder;
  private static NodePair nodes;
  private static OperationClient wallet;
  private static ExecutorService threads;

  private final SigningKey walletKey =
      SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());

  @BeforeAll
  static void start() throws Exception {
    nodes = NodePair.start(folder);
    wallet =
        OperationClient.create(
            ClientConfig.builder(ClientConfig.NO_BASE_URL)
                .addressPolicy(LOOPBACK.addresses())
                .retry(RetryPolicy.NONE)
                .build());
    threads = Executors.newFixedThreadPool(2);
  }

  @AfterAll
  static void stop() {
    threads.shutdownNow();
    wallet.close();
    nodes.close();
  }

  /** What is done at one node. */
  @FunctionalInterface
  private interface Deed {
    String at(int port) throws IOException;
  }

  /** Does the same at both nodes at one moment. */
  private static List<String> atBoth(Deed deed) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    List<Future<String>> done = new ArrayList<>();
    for (int port : nodes.ports()) {
      done.add(
          threads.submit(() -> {
            start.await(1, TimeUnit.MINUTES);
            return outcome(deed, port);
          }));
    }
    return List.of(done.get(0).get(1, TimeUnit.MINUTES), done.get(1).get(1, TimeUnit.MINUTES));
  }

  private static String outcome(Deed deed, int port) throws IOException {
    try {
      return deed.at(port);
    } catch (ApiException e) {
      return e.status() + " " + e.problems().get(0).code();
    }
  }

  private static URI at(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static <I, O> O call(Operation<I, O> operation, I input, URI endpoint) {
    return wallet.call(operation, input, RequestOptions.NONE.withEndpoint(endpoint)).body();
  }

  private static <I, O> O office(Secret key, Operation<I, O> operation, I input) {
    URI profile = URI.create(nodes.entity() + NodePaths.PROFILE);
    try (OperationClient client =
        OperationClient.create(
            ClientConfig.builder(profile).auth(ClientAuth.bearer(key)).build())) {
      return client.call(operation, input, RequestOptions.NONE).body();
    }
  }

  private static CredentialOffer offer() {
    Resident resident =
        Resident.builder()
            .nik(Nik.parse("9900014107900001").orElseThrow())
            .name("Bakalo Mirasi")
            .birthDate(LocalDate.of(1990, 7, 1))
            .address("Jalan Duvowi No. 3")
            .region(new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2025", "15.71.01.1001"))
            .build();
    ResidentOffer offer = ResidentOffer.of(resident).withoutTransactionCode();
    URI link = office(nodes.registrar(), SimpulCredentialsV1.OFFER, offer).link();
    return new CredentialIssuanceClient(wallet, CLOCK).open(link);
  }

  private static AccessToken token(CredentialOffer offer, int port) {
    TokenRequest request = TokenRequest.preAuthorized(offer.code(), null);
    return call(IssuanceV1.REDEEM, request, at(port, "/credentials/token"));
  }

  private CredentialRequest request(CredentialOffer offer) {
    URI nonces = at(nodes.ports().get(1), "/credentials/nonce");
    String nonce = call(IssuanceV1.GET_NONCE, NoInput.NONE, nonces);
    return CredentialRequest.of(
        offer.configurationIds().get(0),
        List.of(KeyProof.make(walletKey, nodes.entity(), nonce, CLOCK)));
  }

  private static String issue(Secret token, CredentialRequest request, int port) {
    URI endpoint = at(port, "/credentials/credential");
    assertThat(call(IssuanceV1.ISSUE, new CredentialCall(token, request), endpoint)).hasSize(1);
    return TAKEN;
  }

  @Test
  void signedRequest_sameBytesAtBoth_areTakenOnce() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String bytes = SignedPost.of(nodes.peerKey(), at(nodes.ports().get(0), ""), CLOCK);
      List<String> outcomes =
          atBoth(port -> {
            try (RawHttp http = RawHttp.to(port)) {
              RawHttp.Answer answer = http.send(bytes);
              return answer.status() == 200 ? TAKEN : answer.status() + " " + answer.body();
            }
          });
      assertThat(outcomes)
          .containsOnlyOnce(TAKEN)
          .anyMatch(o -> o.startsWith("401 ") && o.contains("identity.trust.replayed"));
    }
  }

  @Test
  void preAuthorisedCode_redeemedAtBoth_givesOneToken() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      CredentialOffer offer = offer();
      assertThat(
              atBoth(port -> {
                token(offer, port);
                return TAKEN;
              }))
          .containsExactlyInAnyOrder(TAKEN, "400 invalid_grant");
    }
  }

  @Test
  void accessToken_usedAtBothWithItsOwnNonceEach_givesOneCredential() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      CredentialOffer offer = offer();
      Secret token = token(offer, nodes.ports().get(round % 2)).value();
      assertThat(atBoth(port -> issue(token, request(offer), port)))
          .containsExactlyInAnyOrder(TAKEN, "401 invalid_token");
    }
  }

  @Test
  void proofNonce_usedAtBothWithATokenEach_givesOneCredential() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Map<Integer, CredentialOffer> offers =
          Map.of(nodes.ports().get(0), offer(), nodes.ports().get(1), offer());
      CredentialRequest request = request(offers.get(nodes.ports().get(0)));
      assertThat(atBoth(port -> issue(token(offers.get(port), port).value(), request, port)))
          .containsExactlyInAnyOrder(TAKEN, "400 invalid_nonce");
    }
  }

  @Test
  void presentation_sentToBoth_isTakenOnce() throws Exception {
    HeldCredential held = held();
    CredentialQuery query =
        new CredentialQuery(
            "resident", List.of(ResidentCredential.TYPE), List.of(ResidentCredential.AGE_OVER_17));
    for (int round = 0; round < ROUNDS; round++) {
      RequestReceipt receipt = office(nodes.verifier(), SimpulCredentialsV1.ASK, query);
      PresentationRequest asked = PresentationWallet.open(receipt.link());
      PresentationResponse answer = PresentationWallet.answer(asked, held);
      assertThat(
              atBoth(port -> {
                call(PresentationV1.RESPOND, answer, at(port, NodePaths.PRESENTATIONS));
                return TAKEN;
              }))
          .containsExactlyInAnyOrder(TAKEN, "400 invalid_request");
      PresentationResult result =
          office(nodes.verifier(), SimpulCredentialsV1.GET_RESULT, receipt.reference());
      assertThat(result.state()).isEqualTo(PresentationResult.SHOWN);
    }
  }

  private HeldCredential held() {
    PinnedEntities trusted =
        new PinnedEntities(
            List.of(
                new ResolvedEntity(
                    nodes.entity(), List.of(nodes.credentialKey().publicKey()), Instant.MAX)),
            LOOPBACK);
    SdJwtVcVerifier reader =
        SdJwtVcVerifier.builder(
                trusted,
                IssuerPolicy.listed(Map.of(ResidentCredential.TYPE, Set.of(nodes.entity()))),
                Set.of(ResidentCredential.TYPE),
                CLOCK)
            .build();
    String issued =
        new CredentialIssuanceClient(wallet, CLOCK)
            .collect(offer(), null, List.of(walletKey))
            .get(0);
    return new SdJwtVcHolder(reader, walletKey, CLOCK).receive(issued);
  }
}
