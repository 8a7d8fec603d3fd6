package id.simpul.identity.issuance;

import static id.simpul.identity.issuance.Counter.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.JsonObject;
import id.simpul.core.value.Secret;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.credential.IssuedCredential;
import id.simpul.identity.credential.StatusReference;
import id.simpul.identity.issuance.IssuanceException.Reason;
import id.simpul.identity.jose.JwsProfile;
import id.simpul.identity.jose.JwsSigner;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CredentialDeskTest {
  private final Counter counter = new Counter();
  private final SigningKey wallet = counter.wallet;

  private List<IssuedCredential> issue(Secret token, CredentialRequest request) {
    return counter.credentials.issue(token, request);
  }

  private void refused(Reason reason, CredentialRequest request) {
    Secret token = counter.token();
    refusal(reason, () -> issue(token, request));
    assertThat(counter.made).isEmpty();
    // What was refused cost nothing: the holder can try again.
    assertThat(issue(token, counter.request(counter.proof(wallet)))).hasSize(1);
  }

  private JsonObject.Builder claims() {
    return JsonObject.builder()
        .put("aud", Counter.ISSUER.value())
        .put("nonce", counter.nonces.next());
  }

  private String signed(JsonObject.Builder claims) {
    return new JwsSigner(KeyProof.PROFILE, wallet, counter.clock).sign(claims.build());
  }

  private String signed(String header, JsonObject.Builder claims) {
    JsonObject all =
        claims
            .put(
                "iat",
                id.simpul.core.format.JsonNumber.of(counter.clock.instant().getEpochSecond()))
            .build();
    String input =
        encode(header.getBytes(StandardCharsets.UTF_8))
            + "."
            + encode(id.simpul.core.format.Json.toBytes(all));
    return input + "." + encode(wallet.sign(input.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private String jwk() {
    return new String(
        id.simpul.core.format.Json.toBytes(
            id.simpul.identity.jose.PublicJwk.of(wallet.publicKey()).toJson()),
        StandardCharsets.UTF_8);
  }

  private String header(String members) {
    return "{\"alg\":\"ES256\",\"typ\":\"openid4vci-proof+jwt\"" + members + "}";
  }

  @Test
  void issue_rightTokenAndProof_bindsTheCredentialToTheKey() {
    List<IssuedCredential> issued = issue(counter.token(), counter.request(counter.proof(wallet)));

    assertThat(issued).hasSize(1);
    String payload = issued.get(0).reveal().split("[.]", -1)[1];
    assertThat(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
        .contains("\"cnf\"")
        .contains(wallet.keyId());
    assertThat(counter.made).containsExactly("case-1");
  }

  @Test
  void issue_secondTimeWithOneToken_isRefused() {
    Secret token = counter.token();
    issue(token, counter.request(counter.proof(wallet)));

    refusal(Reason.INVALID_TOKEN, () -> issue(token, counter.request(counter.proof(wallet))));
  }

  @Test
  void issue_unknownToken_isRefused() {
    refusal(
        Reason.INVALID_TOKEN,
        () -> issue(Secret.of("guess"), counter.request(counter.proof(wallet))));
  }

  @Test
  void issue_tokenAtItsLastInstantAndOnePast_isTakenAndRefused() {
    Secret inTime = counter.token();
    Secret late = counter.token();
    counter.clock.advance(IssuanceLimits.MAX_TOKEN_LIFETIME.minusMillis(1));
    assertThat(issue(inTime, counter.request(counter.proof(wallet)))).hasSize(1);

    counter.clock.advance(Duration.ofMillis(1));
    refusal(Reason.INVALID_TOKEN, () -> issue(late, counter.request(counter.proof(wallet))));
  }

  @Test
  void issue_neitherOrBothNames_isRefused() {
    List<String> proofs = List.of(counter.proof(wallet));
    refused(
        Reason.INVALID_CREDENTIAL_REQUEST,
        new CredentialRequest(null, null, List.of("jwt"), proofs, false));
    counter.made.clear();
    refused(
        Reason.INVALID_CREDENTIAL_REQUEST,
        new CredentialRequest("resident", "one", List.of("jwt"), proofs, false));
  }

  @Test
  void issue_nameNobodyGaveOut_isRefused() {
    List<String> proofs = List.of(counter.proof(wallet));
    refused(
        Reason.UNKNOWN_CREDENTIAL_IDENTIFIER,
        new CredentialRequest(null, "one", List.of("jwt"), proofs, false));
    counter.made.clear();
    refused(Reason.UNKNOWN_CREDENTIAL_CONFIGURATION, CredentialRequest.of("library", proofs));
  }

  @Test
  void issue_noProofOrAnotherType_isRefused() {
    refused(
        Reason.INVALID_PROOF, new CredentialRequest("resident", null, List.of(), List.of(), false));
    counter.made.clear();
    refused(
        Reason.INVALID_PROOF,
        new CredentialRequest(
            "resident", null, List.of("jwt", "di_vp"), List.of(counter.proof(wallet)), false));
  }

  @Test
  void issue_encryptedAnswerAskedFor_isRefused() {
    refused(
        Reason.INVALID_ENCRYPTION_PARAMETERS,
        new CredentialRequest(
            "resident", null, List.of("jwt"), List.of(counter.proof(wallet)), true));
  }

  @Test
  void issue_proofForAnotherIssuer_isRefused() {
    String proof =
        KeyProof.make(
            wallet, new EntityId("https://other.example"), counter.nonces.next(), counter.clock);
    refused(Reason.INVALID_PROOF, counter.request(proof));
  }

  @Test
  void issue_proofOfAnotherTyp_isRefused() {
    JwsProfile other = JwsProfile.typed("jwt").embeddedKey().optionalExpiry().build();
    String proof = new JwsSigner(other, wallet, counter.clock).sign(claims().build());
    refused(Reason.INVALID_PROOF, counter.request(proof));
  }

  @Test
  void issue_proofAsOldAsItMayBeAndOlder_isTakenAndRefused() {
    String inTime = signed(claims());
    String old = signed(claims());
    counter.clock.advance(IssuanceLimits.MAX_PROOF_AGE);
    // The nonce has gone by then; that it is what refuses shows that the proof was taken.
    refused(Reason.INVALID_NONCE, counter.request(inTime));
    counter.made.clear();
    counter.clock.advance(Duration.ofSeconds(1));
    refused(Reason.INVALID_PROOF, counter.request(old));
  }

  @Test
  void issue_proofFromTheFuture_isRefused() {
    counter.clock.advance(Duration.ofSeconds(61));
    String proof = signed(claims());
    counter.clock.advance(Duration.ofSeconds(-61));
    refused(Reason.INVALID_PROOF, counter.request(proof));
  }

  @Test
  void issue_anonymousProofThatNamesAnIssuer_isRefused() {
    refused(
        Reason.INVALID_PROOF,
        counter.request(signed(claims().put("iss", "https://wallet.example"))));
  }

  @Test
  void issue_namedWallet_mayNameItselfAndNobodyElse() {
    String client = "https://wallet.example";
    for (String iss : List.of(client, "https://other.example")) {
      PreparedOffer offer = counter.offer();
      Secret token =
          counter
              .tokens
              .redeem(
                  new TokenRequest(
                      TokenRequest.PRE_AUTHORIZED_CODE,
                      offer.offer().code(),
                      offer.transactionCode(),
                      client))
              .value();
      CredentialRequest request = counter.request(signed(claims().put("iss", iss)));
      if (iss.equals(client)) {
        assertThat(issue(token, request)).hasSize(1);
      } else {
        refusal(Reason.INVALID_PROOF, () -> issue(token, request));
      }
    }
  }

  @Test
  void issue_kidOrX5cInPlaceOfJwkOrBesideIt_isRefused() {
    for (String members :
        List.of(
            ",\"kid\":\"one\"",
            ",\"x5c\":[\"MII\"]",
            ",\"jwk\":" + jwk() + ",\"kid\":\"one\"",
            ",\"jwk\":" + jwk() + ",\"x5c\":[\"MII\"]",
            "")) {
      refused(Reason.INVALID_PROOF, counter.request(signed(header(members), claims())));
      counter.made.clear();
    }
    String right = signed(header(",\"jwk\":" + jwk()), claims());
    assertThat(issue(counter.token(), counter.request(right))).hasSize(1);
  }

  @Test
  void issue_privateKeyInTheProof_isRefused() {
    String withPrivate = jwk().replace("\"kty\"", "\"d\":\"AAAA\",\"kty\"");
    refused(
        Reason.INVALID_PROOF, counter.request(signed(header(",\"jwk\":" + withPrivate), claims())));
  }

  @Test
  void issue_keyOfAnAlgorithmNotAdvertised_isRefused() {
    SigningKey other = SigningKeys.generate(SignatureAlgorithm.ML_DSA_65, counter.random);
    refused(Reason.INVALID_PROOF, counter.request(counter.proof(other)));
  }

  @Test
  void issue_proofSignedByAnotherKey_isRefused() {
    String proof = counter.proof(wallet);
    String other = counter.proof(SigningKeys.generate(SignatureAlgorithm.ES256, counter.random));
    String mixed =
        proof.substring(0, proof.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));
    refused(Reason.INVALID_PROOF, counter.request(mixed));
  }

  @Test
  void issue_noNonceInTheProof_isRefused() {
    refused(
        Reason.INVALID_PROOF,
        counter.request(signed(JsonObject.builder().put("aud", Counter.ISSUER.value()))));
  }

  @Test
  void issue_nonceAtTheLimitOfLengthAndPastIt_isUnknownAndNoneOfOurs() {
    JsonObject.Builder claims = JsonObject.builder().put("aud", Counter.ISSUER.value());
    String longest = "x".repeat(KeyProofVerifier.MAX_NONCE_LENGTH);
    refused(Reason.INVALID_NONCE, counter.request(signed(claims.put("nonce", longest))));
    counter.made.clear();
    JsonObject.Builder more = JsonObject.builder().put("aud", Counter.ISSUER.value());
    refused(Reason.INVALID_PROOF, counter.request(signed(more.put("nonce", longest + "x"))));
  }

  @Test
  void issue_usedNonce_isRefused() {
    String proof = counter.proof(wallet);
    issue(counter.token(), counter.request(proof));
    counter.made.clear();

    refused(Reason.INVALID_NONCE, counter.request(proof));
  }

  @Test
  void issue_batchAtTheLimitAndPastIt_isTakenAndRefused() {
    String nonce = counter.nonces.next();
    List<String> proofs =
        IntStream.rangeClosed(0, IssuanceLimits.MAX_BATCH)
            .mapToObj(i -> SigningKeys.generate(SignatureAlgorithm.ED25519, counter.random))
            .map(key -> KeyProof.make(key, Counter.ISSUER, nonce, counter.clock))
            .toList();
    Secret token = counter.token();

    refusal(
        Reason.INVALID_CREDENTIAL_REQUEST,
        () -> issue(token, CredentialRequest.of("resident", proofs)));
    List<String> ten = proofs.subList(0, IssuanceLimits.MAX_BATCH);
    assertThat(issue(token, CredentialRequest.of("resident", ten))).hasSize(10);
  }

  @Test
  void issue_oneKeyTwiceOrTwoNonces_isRefused() {
    String nonce = counter.nonces.next();
    String proof = KeyProof.make(wallet, Counter.ISSUER, nonce, counter.clock);
    refused(Reason.INVALID_PROOF, counter.request(proof, proof));
    counter.made.clear();
    SigningKey other = SigningKeys.generate(SignatureAlgorithm.ES256, counter.random);
    refused(Reason.INVALID_PROOF, counter.request(counter.proof(wallet), counter.proof(other)));
  }

  @Test
  void issue_cannotBeMade_costsNoToken() {
    Secret token = counter.token();
    counter.outOfOrder.set(true);
    assertThatThrownBy(() -> issue(token, counter.request(counter.proof(wallet))))
        .isInstanceOf(TrustException.class);

    counter.outOfOrder.set(false);
    assertThat(issue(token, counter.request(counter.proof(wallet)))).hasSize(1);
  }

  @Test
  void issue_placesOthersTakeFirst_drawsOthersAsOftenAsMayBeAndNoMore() {
    URI list = URI.create("https://jambi.example/statuslists/1");
    counter.places = () -> new StatusReference(7, list);
    issue(counter.token(), counter.request(counter.proof(wallet)));
    Secret token = counter.token();
    AtomicInteger draws = new AtomicInteger();

    counter.places =
        () ->
            new StatusReference(
                draws.incrementAndGet() < CredentialDesk.MAX_ATTEMPTS ? 7 : 8, list);
    assertThat(issue(token, counter.request(counter.proof(wallet)))).hasSize(1);
    assertThat(draws).hasValue(CredentialDesk.MAX_ATTEMPTS);

    draws.set(0);
    counter.places =
        () -> {
          draws.incrementAndGet();
          return new StatusReference(8, list);
        };
    Secret another = counter.token();
    assertThatThrownBy(() -> issue(another, counter.request(counter.proof(wallet))))
        .isInstanceOfSatisfying(
            TrustException.class,
            e -> assertThat(e.reason()).isEqualTo(TrustException.Reason.BUDGET_EXCEEDED));
    assertThat(draws).hasValue(CredentialDesk.MAX_ATTEMPTS);
    counter.places = () -> new StatusReference(9, list);
    assertThat(issue(another, counter.request(counter.proof(wallet)))).hasSize(1);
  }
}
