package id.simpul.identity.credential;

import static id.simpul.identity.credential.Office.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.TrustException.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A credential issued with a place in a list, taken back, and refused; all parts are the real ones.
 */
class RevocationTest {
  private static final URI LIST = URI.create("https://jambi.example/status/1");

  private final Office office = new Office();
  private final StatusHost host = new StatusHost();
  private final StatusListIssuer list =
      new StatusListIssuer(
          StatusListTerms.builder(Office.ISSUER, LIST).size(2, 4096).build(),
          new InMemoryStatusIndexStore(),
          office.key,
          office.clock);
  private final StatusListClient client =
      StatusListClient.builder(host, new StatusListVerifier(office.clock), office.clock).build();
  private final BearerVerifier verifier =
      office.verifierBuilder().statusChecker(client).build().withoutKeyBinding();

  private String issue(StatusReference reference) {
    CredentialContent content =
        CredentialContent.builder().selective("name", "Budi").status(reference).build();
    HeldCredential held = office.holder().receive(office.issuer().build().issue(content).reveal());
    return held.presentWithoutKeyBinding(Set.of());
  }

  @Test
  void verify_untilItIsRevoked_isTakenAndThenRefused() {
    StatusReference reference = list.allocate();
    String credential = issue(reference);
    host.publish(LIST, list.sign());
    StatusResult result = verifier.verify(credential).status().orElseThrow();
    assertThat(result.verdict()).isEqualTo(StatusResult.Verdict.VALID);

    list.set(reference, TokenStatus.INVALID);
    host.publish(LIST, list.sign());
    office.clock.advance(StatusListTerms.DEFAULT_TTL.plus(Duration.ofSeconds(1)));
    refusal(Reason.REVOKED, () -> verifier.verify(credential));
    assertThat(verifier.verify(issue(list.allocate())).status()).isPresent();
  }

  @Test
  void verify_listOutOfReach_isRefused() {
    String credential = issue(list.allocate());
    refusal(Reason.STATUS_UNKNOWN, () -> verifier.verify(credential));
  }
}
