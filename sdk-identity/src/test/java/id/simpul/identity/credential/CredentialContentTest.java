package id.simpul.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.ValidationException;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.operation.Violation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialContentTest {
  private static final String PLANTED = "planted-claim-5d1c";

  private static CredentialContent.Builder claims(String json) {
    CredentialContent.Builder content = CredentialContent.builder();
    Office.json(json).members().forEach(content::claim);
    return content;
  }

  private static List<String> violations(CredentialContent.Builder content) {
    ValidationException thrown = catchThrowableOfType(ValidationException.class, content::build);
    assertThat(thrown).isNotNull();
    assertThat(thrown.getMessage()).doesNotContain(PLANTED);
    return thrown.violations().stream().map(Violation::where).toList();
  }

  @Test
  void build_openAndHiddenClaims_keepsThem() {
    CredentialContent content =
        CredentialContent.builder()
            .claim("office", new JsonString("Dukcapil"))
            .selective("name", PLANTED)
            .build();
    assertThat(Office.text(content.claims()))
        .isEqualTo("{\"office\":\"Dukcapil\",\"name\":\"" + PLANTED + "\"}");
    assertThat(content.selective()).containsExactly(ClaimPath.of("name"));
    assertThat(content.holder()).isEmpty();
    assertThat(content.status()).isEmpty();
    assertThat(content).hasToString("2 claims");
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
  void build_claimThatIsTheIssuers_isRefused(String name) {
    assertThat(violations(claims("{\"" + name + "\":\"" + PLANTED + "\"}")))
        .containsExactly("/" + name);
    assertThat(violations(CredentialContent.builder().selective(name, PLANTED)))
        .containsExactly("/" + name);
    assertThat(claims("{\"a\":{\"" + name + "\":1}}").build().claims().members()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"_sd", "...", "_sd_alg"})
  void build_reservedNameAtAnyLevel_isRefused(String name) {
    assertThat(violations(claims("{\"" + name + "\":1,\"a\":[{\"" + name + "\":1}]}")))
        .containsExactly("/" + name, "/a/0/" + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nik", "birthdate", "address"})
  void build_personalClaimLeftOpenAtAnyLevel_isRefused(String name) {
    String open = "{\"" + name + "\":\"" + PLANTED + "\",\"a\":[{\"" + name + "\":1}]}";
    assertThat(violations(claims(open))).containsExactly("/" + name, "/a/0/" + name);
    ClaimPath inside = ClaimPath.of("a").element(0).member(name);
    assertThat(claims(open).selective(ClaimPath.of(name)).selective(inside).build().selective())
        .hasSize(2);
    ClaimPath around = ClaimPath.of("a").element(0);
    assertThat(claims(open).selective(ClaimPath.of(name)).selective(around).build().selective())
        .hasSize(2);
  }

  @Test
  void build_addressWithEveryPartHidden_isTakenAndWithOneOpenRefused() {
    String address = "{\"address\":{\"street\":\"x\",\"city\":\"y\"}}";
    CredentialContent.Builder half = claims(address).selective(ClaimPath.of("address", "street"));
    assertThat(violations(half)).containsExactly("/address");
    assertThat(half.selective(ClaimPath.of("address", "city")).build().selective()).hasSize(2);
  }

  @Test
  void build_pathsThatLeadNowhere_areAllNamed() {
    CredentialContent.Builder content =
        claims("{\"a\":[1],\"b/c\":{}}")
            .selective(ClaimPath.of())
            .selective(ClaimPath.of("x"))
            .selective(ClaimPath.of("a", "0"))
            .selective(ClaimPath.of("a").element(1))
            .selective(ClaimPath.of("b/c").element(0))
            .selective(ClaimPath.of("b/c", "~"));
    assertThat(violations(content))
        .containsExactly("", "/x", "/a/0", "/a/1", "/b~1c/0", "/b~1c/~0");
  }

  @Test
  void build_asManyHiddenAsThereMayBe_isTakenAndOneMoreRefused() {
    assertThat(hidden(128).build().selective()).hasSize(CredentialContent.MAX_SELECTIVE);
    assertThat(violations(hidden(129))).containsExactly("");
  }

  private static CredentialContent.Builder hidden(int count) {
    CredentialContent.Builder content = CredentialContent.builder();
    for (int i = 0; i < count; i++) {
      content.selective("c" + i, "x");
    }
    return content;
  }

  @Test
  void build_depthAtTheLimit_isTakenAndOneMoreRefused() {
    assertThat(claims("{\"a\":" + "[".repeat(7) + "]".repeat(7) + "}").build()).isNotNull();
    assertThat(violations(claims("{\"a\":" + "{\"b\":".repeat(7) + "[]" + "}".repeat(8))))
        .hasSize(1);
  }

  @Test
  void build_contentDeepEnoughForAnyStack_isRefused() {
    JsonObject deep = JsonObject.EMPTY;
    for (int i = 0; i < 1_000_000; i++) {
      deep = JsonObject.builder().put("a", deep).build();
    }
    CredentialContent.Builder content = CredentialContent.builder().claim("a", deep);
    assertThat(violations(content)).hasSize(1);
  }

  @Test
  void with_anotherHolderOrStatus_leavesTheFirstAlone() {
    Office office = new Office();
    CredentialContent first = CredentialContent.builder().build();
    CredentialContent second = first.withHolder(office.holderJwk());
    assertThat(first.holder()).isEmpty();
    assertThat(second.holder()).contains(office.holderJwk());
  }

  @Test
  void claimPath_fromOutside_endsWithItself() {
    ClaimPath path = ClaimPath.of("a").element(2).member("b");
    List<String> pointers = new ArrayList<>();
    path.fromOutside().forEach(p -> pointers.add(p.toString()));
    assertThat(pointers).containsExactly("/a", "/a/2", "/a/2/b");
  }
}
