package id.simpul.identity.federation;

import static id.simpul.identity.federation.Statements.json;
import static id.simpul.identity.federation.Statements.refused;
import static org.assertj.core.api.Assertions.assertThatCode;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException.Reason;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 6.2.2, with the syntax of RFC 5280, section 4.2.1.10. */
class NamingConstraintsTest {
  private static final String WHERE = "naming_constraints";

  private static Constraints constraints(String lists) {
    return Constraints.parse(json("{'naming_constraints':" + lists + "}"));
  }

  private static void passes(String lists, String entity) {
    Constraints constraints = constraints(lists);
    assertThatCode(() -> constraints.checkName(new EntityId(entity))).doesNotThrowAnyException();
  }

  private static void fails(String lists, String entity) {
    Constraints constraints = constraints(lists);
    EntityId id = new EntityId(entity);
    refused(Reason.CONSTRAINT_VIOLATED, WHERE, () -> constraints.checkName(id));
  }

  @ParameterizedTest
  @CsvSource({
    "x.go.id,           https://x.go.id",
    "x.go.id,           https://x.go.id/node",
    "x.go.id,           https://X.Go.ID",
    "X.GO.ID,           https://x.go.id",
    "x.go.id,           https://x.go.id.",
    "x.go.id.,          https://x.go.id",
    "x.go.id,           https://x.go.id:8443/node",
    ".x.go.id,          https://a.x.go.id",
    ".x.go.id,          https://b.a.x.go.id",
    ".X.go.id.,         https://a.x.GO.id.:443",
    ".id,               https://x.go.id",
    "localhost,         http://localhost:8080",
    "xn--bcher-kva.id,  https://xn--bcher-kva.id",
    "b\u00fccher.id,    https://xn--bcher-kva.id",
    "B\u00dcCHER.id,    https://XN--BCHER-KVA.id",
    ".b\u00fccher.id,   https://a.xn--bcher-kva.id",
    "x\uff0ego\u3002id, https://x.go.id",
  })
  void checkName_matching_isPermittedOrExcluded(String name, String entity) {
    passes("{'permitted':['" + name + "']}", entity);
    fails("{'excluded':['" + name + "']}", entity);
  }

  @ParameterizedTest
  @CsvSource({
    ".x.go.id,  https://x.go.id",
    ".x.go.id,  https://ax.go.id",
    ".x.go.id,  https://x.go.id.evil.example",
    ".x.go.id,  https://evil.example/.x.go.id",
    "x.go.id,   https://a.x.go.id",
    "x.go.id,   https://ax.go.id",
    "x.go.id,   https://go.id",
    "x.go.id,   https://x.go.id.evil.example",
    "x.go.id,   https://evil.example/x.go.id",
    "x.go.id,   https://x-go.id",
    "b\u00fccher.id, https://bucher.id",
  })
  void checkName_notMatching_isNeitherPermittedNorExcluded(String name, String entity) {
    fails("{'permitted':['" + name + "']}", entity);
    passes("{'excluded':['" + name + "']}", entity);
  }

  @Test
  void checkName_excludedAndPermitted_isExcluded() {
    fails("{'permitted':['a.x.go.id','.x.go.id'],'excluded':['a.x.go.id']}", "https://a.x.go.id");
    fails("{'permitted':['a.x.go.id'],'excluded':['.x.go.id']}", "https://a.x.go.id");
    passes("{'permitted':['.x.go.id'],'excluded':['a.x.go.id']}", "https://b.a.x.go.id");
  }

  @Test
  void checkName_oneOfSeveral_isEnough() {
    String lists = "{'permitted':['.a.id','.b.id'],'excluded':['x.a.id','x.b.id']}";
    passes(lists, "https://y.a.id");
    passes(lists, "https://y.b.id");
    fails(lists, "https://x.a.id");
    fails(lists, "https://x.b.id");
    fails(lists, "https://y.c.id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://192.0.2.7", "https://192.0.2.7:8443/", "https://[2001:db8::7]/"})
  void checkName_address_hasNoName(String entity) {
    fails("{'permitted':['.id','.x.go.id']}", entity);
    fails("{'permitted':[]}", entity);
    fails("{'excluded':['.x.go.id']}", entity);
    passes("{}", entity);
    passes("{'excluded':[]}", entity);
  }

  @Test
  void checkName_emptyLists_permitNobodyAndExcludeNobody() {
    fails("{'permitted':[]}", "https://x.go.id");
    passes("{'excluded':[]}", "https://x.go.id");
    passes("{}", "https://x.go.id");
    passes("{'allowed':[]}", "https://x.go.id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "..x.go.id",
        "x..go.id",
        "x.go.id..",
        "*.x.go.id",
        "https://x.go.id",
        "https://.x.go.id",
        "x.go.id:443",
        "user@x.go.id",
        "x.go.id/node",
        "x_y.go.id",
        "-x.go.id",
        "x-.go.id",
        "x go.id",
        " x.go.id",
        "192.0.2.7",
        ".2.7",
        "[2001:db8::7]",
        "2001:db8::7",
        "x.0x7f",
        "stra\u00dfe.id",
        "stra\u1e9ee.id",
        "\u03c3\u03c2.id",
        "a\u200db.id",
        "a\u200cb.id",
        "x.go.id\\u0000",
        "x.go.id\\n"
      })
  void parse_noHostOrDomain_isMalformed(String name) {
    for (String list : new String[] {"permitted", "excluded"}) {
      String lists = "{'" + list + "':['.id','" + name + "']}";
      refused(Reason.MALFORMED, WHERE + "." + list, () -> constraints(lists));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"'.id'", "null", "{}", "[1]", "['.id',null]", "[['.id']]"})
  void parse_listOfAnotherForm_isMalformed(String list) {
    String permitted = WHERE + ".permitted";
    refused(Reason.MALFORMED, permitted, () -> constraints("{'permitted':" + list + "}"));
    String excluded = WHERE + ".excluded";
    refused(Reason.MALFORMED, excluded, () -> constraints("{'excluded':" + list + "}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'.id'", "null", "['.id']", "1"})
  void parse_noObject_isMalformed(String value) {
    refused(Reason.MALFORMED, WHERE, () -> constraints(value));
  }

  @Test
  void parse_names_haveALimit() {
    Constraints most = Constraints.parse(names(Constraints.MAX_NAMES));
    most.checkName(new EntityId("https://x.go.id"));
    JsonObject more = names(Constraints.MAX_NAMES + 1);
    refused(Reason.MALFORMED, WHERE + ".permitted", () -> Constraints.parse(more));
  }

  private static JsonObject names(int count) {
    JsonArray names = JsonArray.ofStrings(Collections.nCopies(count, ".id"));
    JsonObject lists = JsonObject.builder().put("permitted", names).build();
    return JsonObject.builder().put("naming_constraints", lists).build();
  }

  @Test
  void parse_lengthOfAName_hasALimit() {
    String label = "a".repeat(63);
    String longest = String.join(".", label, label, label, "a".repeat(58), "id");
    passes("{'permitted':['" + longest + "']}", "https://" + longest + ".");
    refused(
        Reason.MALFORMED,
        WHERE + ".permitted",
        () -> constraints("{'permitted':['a" + longest + "']}"));
    refused(
        Reason.MALFORMED,
        WHERE + ".permitted",
        () -> constraints("{'permitted':['" + "a".repeat(64) + ".id']}"));
  }
}
