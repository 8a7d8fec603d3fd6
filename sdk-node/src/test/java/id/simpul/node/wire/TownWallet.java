package id.simpul.node.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.value.Nik;
import id.simpul.core.value.RegionCode;
import id.simpul.identity.EntityId;
import id.simpul.identity.credential.HeldCredential;
import id.simpul.identity.credential.IssuerPolicy;
import id.simpul.identity.credential.SdJwtVcHolder;
import id.simpul.identity.credential.SdJwtVcIssuer;
import id.simpul.identity.credential.SdJwtVcVerifier;
import id.simpul.identity.credential.resident.Resident;
import id.simpul.identity.credential.resident.ResidentCredential;
import id.simpul.identity.federation.TrustResolver;
import id.simpul.identity.issuance.KeyProof;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.identity.presentation.PresentationRequest;
import id.simpul.identity.presentation.PresentationWallet;
import id.simpul.identity.wire.PresentationLinks;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** A wallet with its holder, who got a credential in Jakarta. */
final class TownWallet {
  private final EntityId issuer;
  private final TrustResolver trusted;

  /**
   * A wallet.
   *
   * @param issuer who issued what it holds, with the key of the node
   * @param trusted whom it trusts
   */
  TownWallet(EntityId issuer, TrustResolver trusted) {
    this.issuer = issuer;
    this.trusted = trusted;
  }

  /** The proof that the wallet has its key, for a nonce. */
  static String prove(EntityId audience, String nonce) {
    return KeyProof.make(TownKeys.OTHERS, audience, nonce, () -> TownNode.NOW);
  }

  /** What the wallet shows to the verifier behind a link. */
  String present(URI link) throws FormatException {
    PresentationRequest request = PresentationLinks.read(link);
    return PresentationWallet.answer(request, held())
        .presentations()
        .get(request.query().id())
        .get(0);
  }

  // Without a status, so that nobody is asked over the network.
  private HeldCredential held() {
    Resident resident =
        Resident.builder()
            .nik(Nik.parse("9900014107900001").orElseThrow())
            .name("Bakalo Mirasi")
            .birthDate(LocalDate.of(1990, 7, 1))
            .address("Jalan Duvowi No. 3")
            .region(new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2025", "31.71.01.1001"))
            .build();
    String issued =
        SdJwtVcIssuer.builder(issuer, TownKeys.NODE, ResidentCredential.TYPE, () -> TownNode.NOW)
            .build()
            .issue(
                ResidentCredential.of(resident, () -> TownNode.NOW)
                    .withHolder(PublicJwk.of(TownKeys.OTHERS.publicKey())))
            .reveal();
    SdJwtVcVerifier reader =
        SdJwtVcVerifier.builder(
                trusted,
                IssuerPolicy.listed(Map.of(ResidentCredential.TYPE, Set.of(issuer))),
                Set.of(ResidentCredential.TYPE),
                () -> TownNode.NOW)
            .build();
    return new SdJwtVcHolder(reader, TownKeys.OTHERS, () -> TownNode.NOW).receive(issued);
  }
}
