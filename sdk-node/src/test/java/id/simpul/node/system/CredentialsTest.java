package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.ApiException;
import id.simpul.core.RequestOptions;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.operation.Operation;
import id.simpul.core.value.Secret;
import id.simpul.identity.SigningKey;
import id.simpul.identity.credential.HeldCredential;
import id.simpul.identity.credential.StatusListTerms;
import id.simpul.identity.credential.StatusReference;
import id.simpul.identity.credential.TokenStatus;
import id.simpul.identity.credential.resident.ResidentCredential;
import id.simpul.identity.issuance.CredentialIssuanceClient;
import id.simpul.identity.issuance.CredentialOffer;
import id.simpul.identity.presentation.PresentationRequest;
import id.simpul.identity.presentation.PresentationResponse;
import id.simpul.identity.presentation.PresentationWallet;
import id.simpul.identity.wire.EvidenceId;
import id.simpul.identity.wire.OfferReceipt;
import id.simpul.identity.wire.PresentationResult;
import id.simpul.identity.wire.PresentationV1;
import id.simpul.identity.wire.RequestReceipt;
import id.simpul.identity.wire.ResidentOffer;
import id.simpul.identity.wire.SimpulCredentialsV1;
import id.simpul.identity.wire.StatusChange;
import id.simpul.node.NodeCredentials;
import id.simpul.node.internal.config.NodeFiles;
import id.simpul.node.internal.store.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One town issues residents' credentials, another asks for them, both over HTTP. */
final class CredentialsTest {
  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T03:00:00Z"));
  private final SigningKey jambiKey = Scene.key();
  private final Scene scene = new Scene(clock);
  private TestTown jambi;
  private TestTown merangin;

  @BeforeEach
  void start() throws IOException {
    jambi =
        TestTown.start(
            folder.resolve("jambi"),
            clock,
            config -> config.credentials(NodeCredentials.NONE.issuing(jambiKey)));
    merangin =
        TestTown.start(
            folder.resolve("merangin"),
            clock,
            config ->
                config
                    .peers(Scene.pinned(jambi.entity(), jambiKey.publicKey()))
                    .credentials(NodeCredentials.NONE.taking(jambi.entity(), Scene.JAMBI)));
  }

  @AfterEach
  void stop() {
    scene.close();
    merangin.close();
    jambi.close();
  }

  private OfferReceipt offer(boolean withTxCode) {
    ResidentOffer offer = Scene.resident("15.71.01.1001");
    return registrar(
        SimpulCredentialsV1.OFFER, withTxCode ? offer : offer.withoutTransactionCode());
  }

  private <I, O> O registrar(Operation<I, O> operation, I input) {
    return Scene.call(jambi, TestTown.REGISTRAR, operation, input);
  }

  private HeldCredential collect(OfferReceipt receipt) {
    return scene.collect(receipt, jambi, jambiKey);
  }

  private String present(HeldCredential held) {
    return scene.present(held, merangin);
  }

  private static ApiException refused(Throwable thrown, int status, String word) {
    assertThat(thrown).isInstanceOf(ApiException.class);
    ApiException e = (ApiException) thrown;
    assertThat(e.status()).isEqualTo(status);
    assertThat(e.problems().get(0).code()).isEqualTo(word);
    return e;
  }

  @Test
  void resident_issuedHeldAndPresented_provesWhatWasAskedAndNoMore() {
    String reference = present(collect(offer(true)));
    PresentationResult result = Scene.result(merangin, reference);

    assertThat(result.state()).isEqualTo(PresentationResult.SHOWN);
    assertThat(result.claims().members().keySet())
        .containsExactly("age_over_17", "domicile_region");
    assertThat(result.claims().get("age_over_17")).contains(JsonBoolean.of(true));
    PresentationResult.Source source = result.source().orElseThrow();
    assertThat(source.issuer()).isEqualTo(jambi.entity());
    assertThat(source.issuedAt()).isBeforeOrEqualTo(clock.instant());
    assertThat(source.status()).isEqualTo(PresentationResult.Source.VALID);
  }

  @Test
  void presentation_afterRevocation_isRefused() {
    OfferReceipt receipt = offer(true);
    HeldCredential held = collect(receipt);
    present(held);
    StatusChange revoked = StatusChange.of(receipt.reference(), TokenStatus.INVALID);
    registrar(SimpulCredentialsV1.SET_STATUS, revoked);
    clock.advance(Duration.ofHours(1));

    assertThatThrownBy(() -> present(held))
        .satisfies(e ->
            assertThat(refused(e, 400, "invalid_request").problems().get(0).description())
                .contains("identity.trust.revoked"));
    assertThatThrownBy(() ->
            registrar(
                SimpulCredentialsV1.SET_STATUS,
                StatusChange.of(receipt.reference(), TokenStatus.VALID)))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.status()).isEqualTo(409));
  }

  @Test
  void offer_usedTwice_isRefusedInTheStandardsWords() {
    OfferReceipt receipt = offer(false);
    CredentialIssuanceClient client = scene.client();
    CredentialOffer offer = client.open(receipt.link());
    client.collect(offer, null, List.of(scene.walletKey));

    assertThatThrownBy(() -> client.collect(offer, null, List.of(scene.walletKey)))
        .satisfies(e -> refused(e, 400, "invalid_grant"));
  }

  @Test
  void offer_wrongDigitsFiveTimes_isGone() {
    OfferReceipt receipt = offer(true);
    CredentialIssuanceClient client = scene.client();
    CredentialOffer offer = client.open(receipt.link());
    String digits = receipt.txCode().orElseThrow().reveal();
    Secret wrong = Secret.of((digits.charAt(0) == '0' ? "1" : "0") + digits.substring(1));
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> client.collect(offer, wrong, List.of(scene.walletKey)))
          .satisfies(e -> refused(e, 400, "invalid_grant"));
    }

    assertThatThrownBy(() -> client.open(receipt.link()))
        .satisfies(e -> refused(e, 404, "not_found"));
    assertThatThrownBy(() -> client.collect(offer, Secret.of(digits), List.of(scene.walletKey)))
        .satisfies(e -> refused(e, 400, "invalid_grant"));
  }

  @Test
  void collect_severalKeys_givesACopyForEachWithAPlaceOfItsOwn() {
    CredentialIssuanceClient client = scene.client();
    OfferReceipt receipt = offer(true);
    List<String> copies =
        client.collect(
            client.open(receipt.link()),
            receipt.txCode().orElseThrow(),
            List.of(Scene.key(), Scene.key(), Scene.key()));

    assertThat(copies).hasSize(3).doesNotHaveDuplicates();
    StatusChange revoked = StatusChange.of(receipt.reference(), TokenStatus.INVALID);
    assertThat(registrar(SimpulCredentialsV1.SET_STATUS, revoked).status())
        .isEqualTo(TokenStatus.INVALID);
  }

  // As if so many credentials had been issued before.
  private void use(int places) throws SQLException {
    String url = "jdbc:sqlite:" + new NodeFiles(folder.resolve("jambi")).database();
    try (Connection database = DriverManager.getConnection(url);
        PreparedStatement list =
            database.prepareStatement("INSERT INTO status_list VALUES (1, ?)");
        PreparedStatement fill =
            database.prepareStatement(
                """
                WITH RECURSIVE place (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM place)
                INSERT INTO status_place SELECT 1, n, n + 1, 0 FROM place LIMIT ?
                """)) {
      list.setString(1, jambi.entity() + "/statuslists/1");
      list.executeUpdate();
      fill.setInt(1, places);
      assertThat(fill.executeUpdate()).isEqualTo(places);
    }
  }

  private static String list(HeldCredential held) {
    return StatusReference.find(held.credential().claims()).orElseThrow().uri().getPath();
  }

  @Test
  void statusList_usedUp_isFollowedByTheNextAndBothAreServed() throws Exception {
    StatusListTerms terms =
        StatusListTerms.builder(jambi.entity(), URI.create(jambi.entity() + "/statuslists/1"))
            .build();
    use(terms.places() - 1);
    OfferReceipt last = offer(true);
    HeldCredential onTheFirst = collect(last);
    OfferReceipt next = offer(true);
    HeldCredential onTheNext = collect(next);

    assertThat(list(onTheFirst)).isEqualTo("/statuslists/1");
    assertThat(list(onTheNext)).isEqualTo("/statuslists/2");
    present(onTheFirst);
    present(onTheNext);
    registrar(
        SimpulCredentialsV1.SET_STATUS, StatusChange.of(next.reference(), TokenStatus.INVALID));
    clock.advance(Duration.ofHours(1));
    present(onTheFirst);
    assertThatThrownBy(() -> present(onTheNext))
        .satisfies(e ->
            assertThat(refused(e, 400, "invalid_request").problems().get(0).description())
                .contains("identity.trust.revoked"));
    try (RawHttp http = jambi.connect()) {
      assertThat(http.get("/statuslists/2").status()).isEqualTo(200);
      assertThat(http.get("/statuslists/3").status()).isEqualTo(404);
    }
  }

  @Test
  void endpoints_calledByHand_answerAsTheStandardSays() throws IOException {
    try (RawHttp http = jambi.connect()) {
      assertThat(http.get("/.well-known/openid-credential-issuer").body())
          .contains("\"credential_issuer\":\"" + jambi.entity() + "\"")
          .contains("\"nonce_endpoint\"");
      assertThat(http.get("/.well-known/oauth-authorization-server").body())
          .contains("\"pre-authorized_grant_anonymous_access_supported\":true");
      RawHttp.Answer nonce = http.post("/credentials/nonce", "");
      assertThat(nonce.status()).isEqualTo(200);
      assertThat(nonce.headers()).containsEntry("cache-control", "no-store");
      RawHttp.Answer token =
          http.post("/credentials/token", "grant_type=authorization_code&code=x");
      assertThat(token.status()).isEqualTo(400);
      assertThat(token.body()).contains("\"error\":\"unsupported_grant_type\"");
      RawHttp.Answer credential =
          http.send(
              "POST /credentials/credential HTTP/1.1\r\nHost: x\r\n"
                  + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
      assertThat(credential.status()).isEqualTo(401);
      assertThat(http.get("/statuslists/1?time=1").status()).isEqualTo(501);
      assertThat(http.get("/openapi.json").body()).contains("issuance.v1.credentials.create");
    }
    try (RawHttp http = merangin.connect()) {
      assertThat(http.get("/.well-known/openid-credential-issuer").status()).isEqualTo(404);
    }
  }

  @Test
  void operations_keyOfAnotherRole_areRefused() {
    for (Secret key : List.of(TestTown.OFFICER, TestTown.VERIFIER, TestTown.REPORTER)) {
      assertForbidden(
          () -> Scene.call(jambi, key, SimpulCredentialsV1.OFFER, Scene.resident("15.71.01.1001")));
      assertForbidden(() ->
          Scene.call(
              jambi,
              key,
              SimpulCredentialsV1.SET_STATUS,
              StatusChange.of("case-1", TokenStatus.INVALID)));
    }
    for (Secret key : List.of(TestTown.OFFICER, TestTown.REGISTRAR, TestTown.REPORTER)) {
      assertForbidden(() -> Scene.call(merangin, key, SimpulCredentialsV1.ASK, Scene.QUERY));
      assertForbidden(() -> Scene.call(merangin, key, SimpulCredentialsV1.GET_RESULT, "case-1"));
    }
  }

  @Test
  void setStatus_beforeTheWalletCollected_endsTheOfferForGood() {
    OfferReceipt receipt = offer(true);
    CredentialOffer open = scene.client().open(receipt.link());
    StatusChange revoked = StatusChange.of(receipt.reference(), TokenStatus.INVALID);

    registrar(SimpulCredentialsV1.SET_STATUS, revoked);
    registrar(SimpulCredentialsV1.SET_STATUS, revoked);

    assertThatThrownBy(() ->
            scene.client().collect(open, receipt.txCode().orElseThrow(), List.of(scene.walletKey)))
        .satisfies(e -> refused(e, 400, "invalid_grant"));
    assertThatThrownBy(() -> scene.client().open(receipt.link()))
        .satisfies(e -> refused(e, 404, "not_found"));
  }

  @Test
  void setStatus_referenceThatWasNeverOffered_isNotFound() {
    for (String reference : List.of("case-of-nobody", "x".repeat(65))) {
      assertThatThrownBy(() ->
              registrar(
                  SimpulCredentialsV1.SET_STATUS, StatusChange.of(reference, TokenStatus.INVALID)))
          .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.status()).isEqualTo(404));
    }
  }

  @Test
  void setStatus_suspendedAndValidAgain_isTakenAgain() {
    OfferReceipt receipt = offer(true);
    HeldCredential held = collect(receipt);
    registrar(
        SimpulCredentialsV1.SET_STATUS,
        StatusChange.of(receipt.reference(), TokenStatus.SUSPENDED)
            .withEvidence(new EvidenceId("sk-7/2026")));
    assertThatThrownBy(() -> present(held))
        .satisfies(e ->
            assertThat(refused(e, 400, "invalid_request").problems().get(0).description())
                .contains("identity.trust.suspended"));

    registrar(
        SimpulCredentialsV1.SET_STATUS, StatusChange.of(receipt.reference(), TokenStatus.VALID));
    clock.advance(Duration.ofHours(1));
    present(held);
  }

  @Test
  void offer_sameKeyAgain_isTheSameOfferAndAnotherContentIsRefused() {
    RequestOptions once = RequestOptions.NONE.withIdempotencyKey("loket-3/117");
    ResidentOffer command = Scene.resident("15.71.01.1001");
    OfferReceipt first =
        Scene.call(jambi, TestTown.REGISTRAR, SimpulCredentialsV1.OFFER, command, once);

    OfferReceipt again =
        Scene.call(jambi, TestTown.REGISTRAR, SimpulCredentialsV1.OFFER, command, once);
    assertThat(again.reference()).isEqualTo(first.reference());
    assertThat(again.link()).isEqualTo(first.link());
    assertThat(again.txCode()).isEqualTo(first.txCode());
    assertThatThrownBy(() ->
            Scene.call(
                jambi,
                TestTown.REGISTRAR,
                SimpulCredentialsV1.OFFER,
                Scene.resident("15.71.01.1002"),
                once))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.status()).isEqualTo(422));

    collect(first);
    assertThatThrownBy(
            () -> Scene.call(jambi, TestTown.REGISTRAR, SimpulCredentialsV1.OFFER, command, once))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.status()).isEqualTo(409));
  }

  @Test
  void present_answerThatIsRefused_leavesTheRequestOpenForTheRightOne() {
    RequestReceipt asked =
        Scene.call(merangin, TestTown.VERIFIER, SimpulCredentialsV1.ASK, Scene.QUERY);
    PresentationRequest request = PresentationWallet.open(asked.link());
    HeldCredential held = collect(offer(true));
    String tooLittle = held.present(List.of(ResidentCredential.AGE_OVER_17), request.challenge());
    assertThatThrownBy(() ->
            scene.wallet.call(
                PresentationV1.RESPOND,
                new PresentationResponse(
                    request.state(), Map.of("resident", List.of(tooLittle)), null),
                RequestOptions.NONE.withEndpoint(request.responseUri())))
        .satisfies(e -> refused(e, 400, "invalid_request"));
    assertThat(Scene.result(merangin, asked.reference()).state())
        .isEqualTo(PresentationResult.OPEN);

    new PresentationWallet(scene.wallet).present(request, held);
    assertThat(Scene.result(merangin, asked.reference()).state())
        .isEqualTo(PresentationResult.SHOWN);
  }

  @Test
  void present_holderDeclines_isReadAsSuch() {
    RequestReceipt asked =
        Scene.call(merangin, TestTown.VERIFIER, SimpulCredentialsV1.ASK, Scene.QUERY);
    new PresentationWallet(scene.wallet).decline(PresentationWallet.open(asked.link()));

    assertThat(Scene.result(merangin, asked.reference()).state())
        .isEqualTo(PresentationResult.DECLINED);
  }

  @Test
  void present_residentOfAnotherCity_isNotForThisIssuerToSay() {
    OfferReceipt receipt = registrar(SimpulCredentialsV1.OFFER, Scene.resident("31.71.01.1001"));

    assertThatThrownBy(() -> present(collect(receipt)))
        .satisfies(e ->
            assertThat(refused(e, 400, "invalid_request").problems().get(0).description())
                .contains("identity.trust.not-authorised"));
  }

  private static void assertForbidden(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.status()).isEqualTo(403));
  }

  @Test
  void nik_offeredIssuedAndPresented_isReadableInNoFile() throws IOException {
    present(collect(offer(true)));
    offer(true);
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain(Scene.NIK)
            .doesNotContain("Bakalo");
      }
    }
  }
}
