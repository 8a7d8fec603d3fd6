package id.simpul.identity.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.simpul.core.value.Secret;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.credential.CredentialContent;
import id.simpul.identity.credential.SdJwtVcIssuer;
import id.simpul.identity.credential.StatusReference;
import id.simpul.identity.http.InMemoryNonceStore;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.identity.testing.SettableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** An issuer with all its desks in memory, and a clock. */
final class Counter {
  static final EntityId ISSUER = new EntityId("https://jambi.example/dukcapil");
  static final String CONFIGURATION = "resident";
  static final String TYPE = "https://jambi.example/credentials/test/v1";
  static final TxCodeTerms DIGITS = new TxCodeTerms(6, "Kode dari loket");

  final SecureRandom random = new SecureRandom();
  final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T03:00:00Z"));
  final InMemoryIssuanceStore store = new InMemoryIssuanceStore(clock);
  final OfferDesk offers = new OfferDesk(ISSUER, store, random, clock);
  final TokenDesk tokens = new TokenDesk(store, random, clock);
  final ProofNonces nonces =
      new ProofNonces(
          Secret.of("0123456789abcdef0123456789abcdef"),
          new InMemoryNonceStore(clock),
          random,
          clock);
  final SigningKey key = SigningKeys.generate(SignatureAlgorithm.ES256, random);
  final SigningKey wallet = SigningKeys.generate(SignatureAlgorithm.ES256, random);
  final List<String> made = java.util.Collections.synchronizedList(new ArrayList<>());
  final AtomicBoolean outOfOrder = new AtomicBoolean();
  Supplier<@Nullable StatusReference> places = () -> null;
  final CredentialDesk credentials = desk(IssuanceLimits.MAX_BATCH);

  CredentialDesk desk(int batch) {
    SdJwtVcIssuer issuer = SdJwtVcIssuer.builder(ISSUER, key, TYPE, clock).build();
    return new CredentialDesk(
        metadata(batch),
        store,
        nonces,
        (grant, holders) -> holders.stream().map(holder -> make(issuer, grant, holder)).toList(),
        clock);
  }

  private CredentialMaker.Made make(SdJwtVcIssuer issuer, IssuanceGrant grant, PublicJwk holder) {
    made.add(grant.reference());
    if (outOfOrder.get()) {
      throw new TrustException(TrustException.Reason.KEY_UNUSABLE, "hsm", "is down", "key");
    }
    StatusReference place = places.get();
    CredentialContent.Builder content =
        CredentialContent.builder()
            .selective("name", new String(grant.content(), StandardCharsets.UTF_8))
            .holder(holder);
    return new CredentialMaker.Made(issuer.issue(content.build()), place);
  }

  static IssuerMetadata metadata(int batch) {
    return new IssuerMetadata(
        ISSUER,
        List.of(),
        URI.create(ISSUER + "/credential"),
        URI.create(ISSUER + "/nonce"),
        batch,
        List.of(
            new CredentialConfiguration(
                CONFIGURATION,
                TYPE,
                Set.of(SignatureAlgorithm.ES256),
                Set.of(SignatureAlgorithm.ES256, SignatureAlgorithm.ED25519))));
  }

  static IssuanceGrant grant() {
    return new IssuanceGrant("case-1", CONFIGURATION, "Bakalo".getBytes(StandardCharsets.UTF_8));
  }

  PreparedOffer offer() {
    return offers.offer(grant(), DIGITS, IssuanceLimits.MAX_OFFER_LIFETIME);
  }

  static TokenRequest right(PreparedOffer offer) {
    return TokenRequest.preAuthorized(offer.offer().code(), offer.transactionCode());
  }

  static TokenRequest wrong(PreparedOffer offer) {
    String digits = offer.txCode().orElseThrow().reveal();
    String other = (digits.charAt(0) == '0' ? "1" : "0") + digits.substring(1);
    return TokenRequest.preAuthorized(offer.offer().code(), Secret.of(other));
  }

  Secret token() {
    return tokens.redeem(right(offer())).value();
  }

  String proof(SigningKey holder) {
    return KeyProof.make(holder, ISSUER, nonces.next(), clock);
  }

  CredentialRequest request(String... proofs) {
    return CredentialRequest.of(CONFIGURATION, List.of(proofs));
  }

  static IssuanceException refusal(IssuanceException.Reason reason, ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isExactlyInstanceOf(IssuanceException.class);
    assertThat(((IssuanceException) thrown).reason()).as(thrown.getMessage()).isEqualTo(reason);
    return (IssuanceException) thrown;
  }
}
