package id.simpul.identity.issuance;

import id.simpul.core.value.Secret;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.jose.TokenAbuse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The abuse of algorithms, keys and headers in a wallet's proof of its key. */
class ProofAbuseTest {
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ML_DSA_65")
  void issue_abusedProof_isRefusedAndUsesNothingUp(SignatureAlgorithm algorithm) {
    Counter counter = new Counter();
    SigningKey wallet = SigningKeys.generate(algorithm, counter.random);
    Secret token = counter.token();
    TokenAbuse.assertRefused(
        wallet,
        counter.proof(wallet),
        abused -> counter.credentials.issue(token, counter.request(abused)));
  }
}
