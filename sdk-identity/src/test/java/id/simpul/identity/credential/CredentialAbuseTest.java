package id.simpul.identity.credential;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.jose.TokenAbuse;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The abuse of algorithms, keys and headers, before every verifier of credentials. */
class CredentialAbuseTest {
  @ParameterizedTest
  @EnumSource
  void verify_abusedCredential_isRefused(SignatureAlgorithm algorithm) {
    Office office = new Office(algorithm);
    BearerVerifier verifier = office.bearer();
    String credential = office.signed(Office.payload("\"a\":1"));
    String jwt = credential.substring(0, credential.length() - 1);
    // An issuer with one key need not name it.
    TokenAbuse.assertRefused(
        office.key, jwt, abused -> verifier.verify(abused + "~"), "kid missing");
  }

  @ParameterizedTest
  @EnumSource
  void verify_abusedKeyBinding_isRefused(SignatureAlgorithm algorithm) {
    Office office = new Office(algorithm);
    HolderBoundVerifier verifier = office.bound();
    String credential = office.signed(Office.payload(office.cnf()));
    String binding = office.bind(credential).substring(credential.length());
    TokenAbuse.assertRefused(
        office.holderKey, binding, abused -> verifier.verify(credential + abused, Office.NONCE));
  }

  @Test
  void verify_abusedStatusList_isRefused() {
    StatusListVerifier verifier = new StatusListVerifier(InstantSource.fixed(StatusTokens.NOW));
    TokenAbuse.assertRefused(
        StatusTokens.KEY,
        StatusTokens.token("{}"),
        abused -> verifier.verify(abused, StatusTokens.SOURCE));
  }
}
