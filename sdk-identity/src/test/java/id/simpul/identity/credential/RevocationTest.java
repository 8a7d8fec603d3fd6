package id.simpul.identity.credential;

import static id.simpul.identity.credential.Office.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.credential.StatusResult.Verdict;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A credential from its issue to its end, with all three parties and a real list. */
class RevocationTest {
  private static final URI LIST = URI.create("https://jambi.example/dukcapil/status/1");

  private final Office office = new Office();
  private final StatusHost host = new StatusHost();
  private final StatusListTerms terms =
      StatusListTerms.builder(Office.ISSUER, LIST).ttl(Duration.ofMinutes(5)).build();
  private final StatusListIssuer list =
      new StatusListIssuer(terms, new InMemoryStatusIndexStore(), office.key, office.clock);
  private final StatusListClient client =
      StatusListClient.builder(host, new StatusListVerifier(office.clock), office.clock).build();
  private final BearerVerifier verifier =
      office.verifierBuilder().statusChecker(client).build().withoutKeyBinding();

  private String issue(StatusReference place) {
    String status = "\"status\":" + Office.text(place.toJson());
    return office.signed(Office.payload(status));
  }

  private Verdict verify(String credential) {
    return verifier.verify(credential).status().orElseThrow().verdict();
  }

  @Test
  void verify_issuedSuspendedRestoredRevoked_followsTheListAfterItsTtl() {
    StatusReference place = list.allocate();
    String credential = issue(place);
    String other = issue(list.allocate());
    host.publish(LIST, list.sign());
    assertThat(verify(credential)).isEqualTo(Verdict.VALID);

    publish(place, TokenStatus.SUSPENDED);
    refusal(Reason.SUSPENDED, () -> verifier.verify(credential));
    publish(place, TokenStatus.VALID);
    assertThat(verify(credential)).isEqualTo(Verdict.VALID);
    publish(place, TokenStatus.INVALID);
    refusal(Reason.REVOKED, () -> verifier.verify(credential));
    assertThat(verify(other)).isEqualTo(Verdict.VALID);
  }

  /** The next list, when verifiers ask for it again. */
  private void publish(StatusReference place, TokenStatus status) {
    list.set(place, status);
    office.clock.advance(terms.ttl());
    host.publish(LIST, list.sign());
  }
}
