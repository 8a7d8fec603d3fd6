package id.simpul.identity.credential;

import static id.simpul.identity.credential.HandMade.digest;
import static id.simpul.identity.credential.HandMade.element;
import static id.simpul.identity.credential.HandMade.encode;
import static id.simpul.identity.credential.HandMade.member;
import static id.simpul.identity.credential.HandMade.placeholder;
import static id.simpul.identity.credential.HandMade.sd;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonString;
import id.simpul.identity.TrustException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9901, section 7.1, rule by rule, through a verifier; payloads and disclosures by hand. */
class DisclosedClaimsTest {
  private static final String PLANTED = "planted-claim-5d1c";

  private final Office office = new Office();
  private final BearerVerifier verifier = office.bearer();

  private String claims(String payload, String... disclosures) {
    return Office.text(Office.own(verifier.verify(office.signed(payload, disclosures))));
  }

  private String refused(Reason reason, String payload, String... disclosures) {
    return Office.refusal(
            reason, () -> verifier.verify(office.signed(payload, disclosures)), PLANTED)
        .getMessage();
  }

  private String malformed(String payload, String... disclosures) {
    return refused(Reason.MALFORMED, payload, disclosures);
  }

  @Test
  void verify_hiddenMemberDisclosed_standsInItsPlace() {
    String name = member("name", "\"Budi\"");
    assertThat(claims(Office.payload("\"open\":1", sd(name)), name))
        .isEqualTo("{\"open\":1,\"name\":\"Budi\"}");
  }

  @Test
  void verify_hiddenMemberNotDisclosed_leavesNothing() {
    String name = member("name", "\"Budi\"");
    assertThat(claims(Office.payload("\"open\":{" + sd(name) + "}"))).isEqualTo("{\"open\":{}}");
  }

  @Test
  void verify_hiddenElements_standInOrderAndTheOthersAreGone() {
    String one = element("1", "\"one\"");
    String two = element("2", "\"two\"");
    String payload =
        Office.payload("\"list\":[" + placeholder(one) + ",\"x\"," + placeholder(two) + "]");
    assertThat(claims(payload)).isEqualTo("{\"list\":[\"x\"]}");
    assertThat(claims(payload, two)).isEqualTo("{\"list\":[\"x\",\"two\"]}");
    assertThat(claims(payload, two, one)).isEqualTo("{\"list\":[\"one\",\"x\",\"two\"]}");
  }

  @Test
  void verify_elementsNotShown_leaveTheOthersTheirPositions() {
    String one = element("1", "\"one\"");
    String inner = element("3", "\"inner\"");
    String two = element("2", "[" + placeholder(inner) + ",{\"deep\":true}]");
    String payload =
        Office.payload("\"list\":[" + placeholder(one) + ",\"x\"," + placeholder(two) + ",\"y\"]");
    ClaimPath list = ClaimPath.of("list");
    ClaimPath deep = list.element(2).element(1).member("deep");
    VerifiedCredential none = verifier.verify(office.signed(payload));
    assertThat(none.claim(list.element(0))).isEmpty();
    assertThat(none.claim(list.element(1))).contains(new JsonString("x"));
    assertThat(none.claim(list.element(2))).isEmpty();
    assertThat(none.claim(deep)).isEmpty();
    assertThat(none.claim(list.element(3))).contains(new JsonString("y"));
    assertThat(none.claim(list.element(4))).isEmpty();
    VerifiedCredential second = verifier.verify(office.signed(payload, two));
    assertThat(second.disclosed()).containsExactly(list.element(2));
    assertThat(second.claim(list.element(0))).isEmpty();
    assertThat(second.claim(list.element(2).element(0))).isEmpty();
    assertThat(second.claim(deep)).contains(JsonBoolean.TRUE);
    VerifiedCredential all = verifier.verify(office.signed(payload, two, inner, one));
    assertThat(all.disclosed())
        .containsExactlyInAnyOrder(list.element(0), list.element(2), list.element(2).element(0));
    assertThat(all.claim(list.element(0))).contains(new JsonString("one"));
    assertThat(all.claim(deep)).contains(JsonBoolean.TRUE);
  }

  @Test
  void verify_recursiveDisclosures_areFollowed() {
    String street = member("street", "\"Jalan Mawar\"");
    String item = element("i", "{\"a\":null}");
    String address = member("home", "{" + sd(street) + ",\"list\":[" + placeholder(item) + "]}");
    String payload = Office.payload(sd(address));
    assertThat(claims(payload, address)).isEqualTo("{\"home\":{\"list\":[]}}");
    assertThat(claims(payload, item, street, address))
        .isEqualTo("{\"home\":{\"list\":[{\"a\":null}],\"street\":\"Jalan Mawar\"}}");
    assertThat(malformed(payload, street)).contains("belongs to no digest");
  }

  @Test
  void verify_disclosureWithWhiteSpaceAndEscapes_isDigestedAsItCame() {
    String odd = encode("[ \"s\" ,\n \"na\\u006de\",\t\"\\u0042udi\" ]");
    assertThat(claims(Office.payload(sd(odd)), odd)).isEqualTo("{\"name\":\"Budi\"}");
  }

  @ParameterizedTest
  @CsvSource({"sha-256,SHA-256", "sha-384,SHA-384", "sha-512,SHA-512"})
  void verify_namedDigestAlgorithm_isUsed(String word, String name) {
    String hidden = member("a", "true");
    String payload =
        Office.payload(
            "\"_sd_alg\":\"" + word + "\"", "\"_sd\":[\"" + digest(name, hidden) + "\"]");
    assertThat(claims(payload, hidden)).isEqualTo("{\"a\":true}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"md5\"",
        "\"sha-1\"",
        "\"sha-224\"",
        "\"SHA-256\"",
        "\"sha-256-128\"",
        "\"sha3-256\"",
        "\"\"",
        "256",
        "null",
        "[\"sha-256\"]"
      })
  void verify_otherDigestAlgorithm_isRefused(String json) {
    refused(Reason.NOT_ALLOWED, Office.payload("\"_sd_alg\":" + json));
  }

  @Test
  void verify_digestAlgorithmBelowTheTop_isRefused() {
    malformed(Office.payload("\"a\":{\"_sd_alg\":\"sha-256\"}"));
    String hidden = member("_sd_alg", "\"sha-512\"");
    malformed(Office.payload(sd(hidden)), hidden);
  }

  @ParameterizedTest
  @ValueSource(strings = {"_sd", "...", "_sd_alg"})
  void verify_disclosureOfAReservedName_isRefused(String name) {
    String hidden = member(name, "[]");
    assertThat(malformed(Office.payload(sd(hidden)), hidden)).contains("reserved");
    assertThat(malformed(Office.payload("\"a\":{" + sd(hidden) + "}"), hidden))
        .contains("reserved");
  }

  @Test
  void verify_nameThatIsThereAlready_isRefused() {
    String hidden = member("name", "\"" + PLANTED + "\"");
    assertThat(malformed(Office.payload("\"name\":1", sd(hidden)), hidden))
        .contains("already there");
  }

  @Test
  void verify_nameThatAnotherDisclosurePutThere_isRefused() {
    String first = encode("[\"1\",\"name\",1]");
    String second = encode("[\"2\",\"name\",1]");
    assertThat(malformed(Office.payload(sd(first, second)), first, second))
        .contains("already there");
    assertThat(claims(Office.payload(sd(first, second)), second)).isEqualTo("{\"name\":1}");
  }

  @Test
  void verify_sameNameAtAnotherLevel_isTaken() {
    String hidden = member("name", "2");
    assertThat(claims(Office.payload("\"name\":1", "\"a\":{" + sd(hidden) + "}"), hidden))
        .isEqualTo("{\"name\":1,\"a\":{\"name\":2}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iss",
        "aud",
        "nbf",
        "exp",
        "iat",
        "cnf",
        "vct",
        "vct#integrity",
        "aka_vcts",
        "status"
      })
  void verify_hiddenControlClaim_isRefused(String name) {
    String hidden = member(name, "\"" + PLANTED + "\"");
    refused(Reason.NOT_ALLOWED, Office.payload(sd(hidden)), hidden);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cnf", "status", "vct#integrity", "aka_vcts"})
  void verify_partOfAControlClaimHidden_isRefused(String name) {
    String hidden = member("x", "1");
    refused(
        Reason.NOT_ALLOWED,
        Office.payload("\"" + name + "\":{\"a\":{" + sd(hidden) + "}}"),
        hidden);
    String item = element("x", "1");
    refused(Reason.NOT_ALLOWED, Office.payload("\"" + name + "\":[" + placeholder(item) + "]"));
  }

  @Test
  void verify_controlNamesBelowTheTop_areOrdinaryClaims() {
    String hidden = member("exp", "1");
    assertThat(claims(Office.payload("\"a\":{" + sd(hidden) + "}"), hidden))
        .isEqualTo("{\"a\":{\"exp\":1}}");
  }

  @Test
  void verify_memberForAnElementOrTheOtherWayRound_isRefused() {
    String hiddenMember = member("a", "1");
    String hiddenElement = element("a", "1");
    malformed(Office.payload("\"list\":[" + placeholder(hiddenMember) + "]"), hiddenMember);
    malformed(Office.payload(sd(hiddenElement)), hiddenElement);
  }

  @Test
  void verify_digestTwiceInOneArray_isRefused() {
    String hidden = member("a", "1");
    assertThat(malformed(Office.payload(sd(hidden, hidden)), hidden)).contains("twice");
  }

  @Test
  void verify_digestTwiceThatIsNotDisclosed_isRefused() {
    String hidden = member("a", "1");
    assertThat(malformed(Office.payload(sd(hidden), "\"b\":{" + sd(hidden) + "}")))
        .contains("twice");
    assertThat(malformed(Office.payload(sd(hidden), "\"b\":[" + placeholder(hidden) + "]")))
        .contains("twice");
  }

  @Test
  void verify_digestTwiceOneOfThemInADisclosure_isRefused() {
    String hidden = member("a", "1");
    String outer = member("b", "{" + sd(hidden) + "}");
    assertThat(malformed(Office.payload(sd(hidden, outer)), outer)).contains("twice");
  }

  @Test
  void verify_disclosureThatBelongsToNothing_isRefused() {
    String hidden = member("a", "\"" + PLANTED + "\"");
    assertThat(malformed(Office.payload("\"b\":1"), hidden)).contains("belongs to no digest");
    String tampered = member("a", "2");
    malformed(Office.payload(sd(hidden)), hidden, tampered);
    malformed(Office.payload(sd(hidden)), tampered);
  }

  @Test
  void verify_disclosureSentTwice_isRefused() {
    String hidden = member("a", "1");
    assertThat(malformed(Office.payload(sd(hidden)), hidden, hidden)).contains("twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"_sd\":\"x\"",
        "\"_sd\":{}",
        "\"_sd\":null",
        "\"_sd\":[1]",
        "\"_sd\":[null]",
        "\"_sd\":[[]]",
        "\"_sd\":[{\"...\":\"x\"}]",
        "\"a\":{\"_sd\":true}",
        "\"a\":[{\"_sd\":\"x\"}]",
        "\"...\":\"x\"",
        "\"a\":{\"...\":\"x\"}",
        "\"a\":[{\"...\":\"x\",\"b\":1}]",
        "\"a\":[{\"...\":1}]",
        "\"a\":[{\"...\":[\"x\"]}]",
        "\"a\":[{\"...\":null}]"
      })
  void verify_digestsOfAnotherShape_areRefused(String member) {
    malformed(Office.payload(member));
  }

  @Test
  void verify_noDigestsAtAll_areTaken() {
    assertThat(claims(Office.payload("\"_sd\":[]", "\"a\":{\"_sd\":[]}"))).isEqualTo("{\"a\":{}}");
  }

  @Test
  void verify_placeholderAsDisclosedValue_isRefused() {
    String inner = element("i", "1");
    String outer = element("o", placeholder(inner));
    malformed(Office.payload("\"a\":[" + placeholder(outer) + "]"), outer, inner);
    String hidden = member("a", placeholder(inner));
    malformed(Office.payload(sd(hidden)), hidden, inner);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[\"s\"]",
        "[\"s\",\"a\",1,2]",
        "[1,\"a\",1]",
        "[null,\"a\",1]",
        "[\"s\",1,1]",
        "[\"s\",null,1]",
        "[\"s\",[\"a\"],1]",
        "{\"s\":\"a\"}",
        "\"s\"",
        "null",
        "",
        "[\"s\",\"a\",1",
        "[\"s\",\"a\",1]]",
        "[\"s\",\"a\",1] 2",
        "[\"s\",\"a\",01]",
        "[\"s\",\"a\",NaN]",
        "[\"s\",\"a\",'x']",
        "[\"s\",\"a\",\"\\ud800\"]",
        "[\"s\",\"a\",{\"x\":1,\"x\":2}]",
        "[\"s\",\"a\",123456789012345678901]"
      })
  void verify_disclosureThatIsNone_isRefused(String json) {
    String broken = encode(json);
    malformed(Office.payload("\"_sd\":[\"" + digest(broken) + "\"]"), broken);
  }

  @Test
  void verify_disclosureOfInvalidUtf8_isRefused() {
    byte[] bytes = "[\"s\",\"a\",\"x\"]".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    bytes[10] = (byte) 0xff;
    String broken = encode(bytes);
    malformed(Office.payload(sd(broken)), broken);
  }

  @Test
  void verify_disclosureEncodedInAnotherWay_isRefused() {
    String good = encode("[\"s\",\"a\",123]");
    assertThat(good.length() % 4).isEqualTo(2);
    char last = good.charAt(good.length() - 1);
    String stem = good.substring(0, good.length() - 1);
    List<String> others =
        List.of(
            good + "==",
            good + "=",
            stem + (char) (last + 1),
            good + " ",
            " " + good,
            good + "\n",
            good.replace('_', '/') + "+",
            "é" + good,
            good + "A");
    for (String other : others) {
      malformed(Office.payload(sd(other)), other);
      malformed(Office.payload(sd(good)), other);
    }
    assertThat(claims(Office.payload(sd(good)), good)).isEqualTo("{\"a\":123}");
  }

  @Test
  void verify_nameAtTheLimit_isTakenAndOneCharacterMoreRefused() {
    String atLimit = member("n".repeat(128), "1");
    assertThat(claims(Office.payload(sd(atLimit)), atLimit)).contains("nnn");
    String past = member("n".repeat(129), "1");
    malformed(Office.payload(sd(past)), past);
  }

  /** The claims are the first level, so seven arrays inside them are the eighth. */
  @Test
  void verify_depthAtTheLimit_isTakenAndOneMoreRefused() {
    assertThat(claims(Office.payload("\"a\":" + nested(7)))).contains("[[[[[[[]]]]]]]");
    assertThat(malformed(Office.payload("\"a\":" + nested(8)))).contains("deeper than 8");
    String hidden = member("a", nested(7));
    assertThat(claims(Office.payload(sd(hidden)), hidden)).contains("[[[[[[[]]]]]]]");
    String deeper = member("a", nested(8));
    malformed(Office.payload(sd(deeper)), deeper);
  }

  private static String nested(int arrays) {
    return "[".repeat(arrays) + "]".repeat(arrays);
  }

  @Test
  void verify_chainOfDisclosuresAtTheDepth_isTakenAndOneMoreRefused() {
    assertThat(claims(chainPayload(7), chain(7))).contains("{\"a\":{\"a\":{\"a\":{\"a\":");
    assertThat(malformed(chainPayload(8), chain(8))).contains("deeper than 8");
  }

  /** Disclosures of objects, each inside the one before, the outermost last. */
  static String[] chain(int links) {
    List<String> chain = new ArrayList<>();
    String value = "{}";
    for (int i = 0; i < links; i++) {
      String link = encode("[\"" + i + "\",\"a\"," + value + "]");
      chain.add(link);
      value = "{" + sd(link) + "}";
    }
    return chain.toArray(String[]::new);
  }

  static String chainPayload(int links) {
    String[] chain = chain(links);
    return Office.payload(sd(chain[links - 1]));
  }
}
