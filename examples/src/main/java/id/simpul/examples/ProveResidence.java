package id.simpul.examples;

import id.simpul.core.ApiException;
import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.identity.SigningKey;
import id.simpul.identity.credential.HeldCredential;
import id.simpul.identity.credential.SdJwtVcHolder;
import id.simpul.identity.credential.SdJwtVcVerifier;
import id.simpul.identity.credential.TokenStatus;
import id.simpul.identity.credential.resident.Resident;
import id.simpul.identity.credential.resident.ResidentCredential;
import id.simpul.identity.issuance.CredentialIssuanceClient;
import id.simpul.identity.presentation.CredentialQuery;
import id.simpul.identity.presentation.PresentationWallet;
import id.simpul.identity.wire.ResidentOffer;
import id.simpul.identity.wire.SimpulCredentialsV1;
import id.simpul.identity.wire.StatusChange;
import java.time.InstantSource;
import java.util.List;

/** "Of age, lives in Kota Jambi": proved in another city without a NIK, until it is revoked. */
record ProveResidence(
    OperationClient jambi, OperationClient merangin, OperationClient phone, InstantSource clock) {
  private static final CredentialQuery QUESTION =
      new CredentialQuery(
          "resident",
          List.of(ResidentCredential.TYPE),
          List.of(ResidentCredential.AGE_OVER_17, ResidentCredential.DOMICILE_REGION));

  /** Runs it; what is to happen between revocation and the last try takes an hour. */
  void run(Resident resident, SigningKey key, SdJwtVcVerifier trusted, Runnable anHourLater) {
    var offer =
        jambi
            .call(SimpulCredentialsV1.OFFER, ResidentOffer.of(resident), RequestOptions.NONE)
            .body();
    var wallet = new CredentialIssuanceClient(phone, clock);
    String issued = wallet.collect(wallet.open(offer.link()), offer.digits(), List.of(key)).get(0);
    HeldCredential held = new SdJwtVcHolder(trusted, key, clock).receive(issued);
    System.out.println("Merangin learns " + present(held));
    var revoked = StatusChange.of(offer.reference(), TokenStatus.INVALID);
    jambi.call(SimpulCredentialsV1.SET_STATUS, revoked, RequestOptions.NONE);
    anHourLater.run();
    try {
      present(held);
    } catch (ApiException e) {
      System.out.println("Merangin refuses: " + e.problems().get(0).description());
    }
  }

  private String present(HeldCredential held) {
    var asked = merangin.call(SimpulCredentialsV1.ASK, QUESTION, RequestOptions.NONE).body();
    new PresentationWallet(phone).present(PresentationWallet.open(asked.link()), held);
    var result =
        merangin.call(SimpulCredentialsV1.GET_RESULT, asked.reference(), RequestOptions.NONE);
    return result.body().claims().members().keySet().toString();
  }
}
