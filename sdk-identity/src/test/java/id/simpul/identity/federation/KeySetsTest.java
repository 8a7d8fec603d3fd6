package id.simpul.identity.federation;

import static id.simpul.identity.federation.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.testing.Draft;
import id.simpul.identity.testing.FederationFixture;
import id.simpul.identity.testing.Member;
import org.junit.jupiter.api.Test;

class KeySetsTest {
  private final KeySets sets = new KeySets();
  private final JsonObject jwks = Draft.jwks(Member.newKey());

  @Test
  void read_sameJsonAgain_isTranslatedOnce() {
    JwkSet first = sets.read(jwks, KeySets.MAX_STATEMENT_LENGTH);
    assertThat(sets.read(Draft.object(JsonSteps.text(jwks)), 1)).isSameAs(first);
    assertThat(sets.read(Draft.jwks(Member.newKey()), 1).keys()).isNotEqualTo(first.keys());
  }

  @Test
  void read_ofALongStatement_isNotKept() {
    JwkSet first = sets.read(jwks, KeySets.MAX_STATEMENT_LENGTH + 1);
    assertThat(sets.read(jwks, 1)).isNotSameAs(first);
  }

  @Test
  void read_broken_isRefusedEachTime() {
    JsonObject broken = Draft.object("{\"keys\":[]}");
    refused(Reason.MALFORMED, () -> sets.read(broken, 1));
    refused(Reason.MALFORMED, () -> sets.read(broken, 1));
  }

  @Test
  void read_moreThanAreKept_forgetsTheFirst() {
    JwkSet first = sets.read(jwks, 1);
    for (int i = 0; i < KeySets.MAX_SETS; i++) {
      sets.read(other(i), 1);
    }
    assertThat(sets.read(jwks, 1)).isNotSameAs(first);
  }

  @Test
  void read_asManyCharactersAsAreKeptAndOneSetMore_forgetsTheOldest() {
    int length = KeySets.MAX_STATEMENT_LENGTH;
    JwkSet oldest = sets.read(other(0), length);
    JwkSet second = sets.read(other(1), length);
    for (int i = 2; i < KeySets.MAX_CHARACTERS / length; i++) {
      sets.read(other(i), length);
    }
    assertThat(sets.read(other(0), length)).isSameAs(oldest);
    sets.read(other(-1), 1);
    assertThat(sets.read(other(0), length)).isSameAs(oldest);
    assertThat(sets.read(other(1), length)).isNotSameAs(second);
  }

  private JsonObject other(int number) {
    return JsonObject.builder().putAll(jwks).put("n", "" + number).build();
  }

  @Test
  void signatures_sameStatementAndKeyAgain_areCheckedOnce() {
    FederationFixture federation = new FederationFixture();
    Member anchor = federation.add("https://federasi.example");
    ReceivedStatement statement =
        new StatementReader(federation.clock().instant(), sets)
            .read(anchor.configuration().token(), StatementName.configurationOf(anchor.id()));
    Signatures signatures = new Signatures();
    VerifiedStatement verified = signatures.verify(statement, anchor.keys());
    assertThat(signatures.verify(statement, anchor.keys())).isSameAs(verified);
  }
}
