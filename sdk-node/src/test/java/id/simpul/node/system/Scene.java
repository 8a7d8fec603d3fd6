package id.simpul.node.system;

import id.simpul.core.ClientAuth;
import id.simpul.core.ClientConfig;
import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.core.operation.Operation;
import id.simpul.core.value.Nik;
import id.simpul.core.value.RegionCode;
import id.simpul.core.value.Secret;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.credential.HeldCredential;
import id.simpul.identity.credential.IssuerPolicy;
import id.simpul.identity.credential.SdJwtVcHolder;
import id.simpul.identity.credential.SdJwtVcVerifier;
import id.simpul.identity.credential.resident.Resident;
import id.simpul.identity.credential.resident.ResidentCredential;
import id.simpul.identity.federation.LoopbackPolicy;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.issuance.CredentialIssuanceClient;
import id.simpul.identity.presentation.CredentialQuery;
import id.simpul.identity.presentation.PresentationWallet;
import id.simpul.identity.wire.OfferReceipt;
import id.simpul.identity.wire.PresentationResult;
import id.simpul.identity.wire.RequestReceipt;
import id.simpul.identity.wire.ResidentOffer;
import id.simpul.identity.wire.SimpulCredentialsV1;
import id.simpul.node.NodePaths;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What officers and a wallet do with the credential of an invented resident. */
final class Scene implements AutoCloseable {
  static final String NIK = "9900014107900001";
  static final LoopbackPolicy LOOPBACK = LoopbackPolicy.allowInsecureLoopbackForDevelopment();
  static final RegionCode JAMBI = new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2025", "15.71");
  static final CredentialQuery QUERY =
      new CredentialQuery(
          "resident",
          List.of(ResidentCredential.TYPE),
          List.of(ResidentCredential.AGE_OVER_17, ResidentCredential.DOMICILE_REGION));

  final SigningKey walletKey = key();
  final OperationClient wallet =
      OperationClient.create(
          ClientConfig.builder(ClientConfig.NO_BASE_URL)
              .addressPolicy(LOOPBACK.addresses())
              .build());
  private final InstantSource clock;

  Scene(InstantSource clock) {
    this.clock = clock;
  }

  static SigningKey key() {
    return SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());
  }

  static <I, O> O call(TestTown town, Secret key, Operation<I, O> operation, I input) {
    return call(town, key, operation, input, RequestOptions.NONE);
  }

  static <I, O> O call(
      TestTown town, Secret key, Operation<I, O> operation, I input, RequestOptions options) {
    URI profile = URI.create(town.entity() + NodePaths.PROFILE);
    try (OperationClient client =
        OperationClient.create(
            ClientConfig.builder(profile).auth(ClientAuth.bearer(key)).build())) {
      return client.call(operation, input, options).body();
    }
  }

  static ResidentOffer resident(String region) {
    return ResidentOffer.of(
        Resident.builder()
            .nik(Nik.parse(NIK).orElseThrow())
            .name("Bakalo Mirasi")
            .birthDate(LocalDate.of(1990, 7, 1))
            .address("Jalan Duvowi No. 3")
            .region(new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2025", region))
            .build());
  }

  static OfferReceipt offer(TestTown town) {
    return call(town, TestTown.REGISTRAR, SimpulCredentialsV1.OFFER, resident("15.71.01.1001"));
  }

  static PinnedEntities pinned(EntityId entity, VerificationKey... keys) {
    return new PinnedEntities(
        List.of(new ResolvedEntity(entity, List.of(keys), Instant.MAX)), LOOPBACK);
  }

  CredentialIssuanceClient client() {
    return new CredentialIssuanceClient(wallet, clock);
  }

  /** Collects one copy; the wallet takes it because it is signed with this key. */
  HeldCredential collect(OfferReceipt receipt, TestTown issuer, SigningKey signedWith) {
    String issued =
        client()
            .collect(
                client().open(receipt.link()), receipt.txCode().orElse(null), List.of(walletKey))
            .get(0);
    SdJwtVcVerifier reader =
        SdJwtVcVerifier.builder(
                pinned(issuer.entity(), signedWith.publicKey()),
                IssuerPolicy.listed(Map.of(ResidentCredential.TYPE, Set.of(issuer.entity()))),
                Set.of(ResidentCredential.TYPE),
                clock)
            .build();
    return new SdJwtVcHolder(reader, walletKey, clock).receive(issued);
  }

  /** Shows a credential to a town and returns the town's name for it. */
  String present(HeldCredential held, TestTown verifier) {
    RequestReceipt receipt = call(verifier, TestTown.VERIFIER, SimpulCredentialsV1.ASK, QUERY);
    new PresentationWallet(wallet).present(PresentationWallet.open(receipt.link()), held);
    return receipt.reference();
  }

  static PresentationResult result(TestTown verifier, String reference) {
    return call(verifier, TestTown.VERIFIER, SimpulCredentialsV1.GET_RESULT, reference);
  }

  @Override
  public void close() {
    wallet.close();
  }
}
