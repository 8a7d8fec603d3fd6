package id.simpul.identity.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.FormatException;
import id.simpul.core.operation.Body;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.value.Secret;
import id.simpul.identity.TrustException;
import id.simpul.identity.credential.ClaimPath;
import id.simpul.identity.credential.KeyBindingChallenge;
import id.simpul.identity.presentation.CredentialQuery;
import id.simpul.identity.presentation.PresentationRequest;
import id.simpul.identity.presentation.PresentationResponse;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PresentationWireTest {
  private static final URI RESPONSES = URI.create("https://merangin.example/responses");
  private static final PresentationRequest REQUEST =
      new PresentationRequest(
          RESPONSES,
          new KeyBindingChallenge("redirect_uri:" + RESPONSES, "n-0S6_WzA2Mj"),
          Secret.of("state-1"),
          new CredentialQuery(
              "resident",
              List.of("https://simpul.id/credentials/resident/v1"),
              List.of(ClaimPath.of("age_over_17"), ClaimPath.of("list").element(2))));

  private static String query() {
    return PresentationLinks.write(REQUEST).getRawQuery();
  }

  @Test
  void link_written_isReadBack() throws FormatException {
    URI link = PresentationLinks.write(REQUEST);

    assertThat(link.toString()).startsWith("openid4vp://?client_id=redirect_uri%3A");
    assertThat(URLDecoder.decode(link.toString(), StandardCharsets.UTF_8))
        .contains("&response_type=vp_token&response_mode=direct_post&")
        .contains(
            """
            dcql_query={"credentials":[{"id":"resident","format":"dc+sd-jwt",\
            "meta":{"vct_values":["https://simpul.id/credentials/resident/v1"]},\
            "claims":[{"path":["age_over_17"]},{"path":["list",2]}]}]}&\
            """)
        .contains("\"vp_formats_supported\":{\"dc+sd-jwt\":{");
    assertThat(PresentationLinks.read(link)).isEqualTo(REQUEST);
  }

  @Test
  void link_answerToSomebodyElse_isRefused() {
    String elsewhere =
        query().replace("response_uri=https%3A%2F%2Fmerangin", "response_uri=https%3A%2F%2Fevil");
    refused(elsewhere);
  }

  @Test
  void link_missingDoubledOrOtherParts_areRefused() {
    refused("");
    refused(query() + "&nonce=another");
    refused(query().replace("vp_token", "code"));
    refused(query().replace("direct_post", "direct_post.jwt"));
    refused(query().replace("nonce=n-0S6_WzA2Mj", "nonce="));
    refused(query() + "&x=" + "y".repeat(PresentationLinks.MAX_LENGTH));
  }

  private static int length(PresentationRequest request) {
    return PresentationLinks.write(request).toString().length();
  }

  @Test
  void link_lengthAtTheLimitAndOnePast_isWrittenAndReadOrRefused() throws FormatException {
    PresentationRequest longest = longest(0);
    URI link = PresentationLinks.write(longest);
    assertThat(link.toString()).hasSize(PresentationLinks.MAX_LENGTH);
    assertThat(PresentationLinks.read(link)).isEqualTo(longest);
    assertThatThrownBy(() -> PresentationLinks.write(longest(1)))
        .isInstanceOfSatisfying(
            TrustException.class,
            e -> assertThat(e.reason()).isEqualTo(TrustException.Reason.MALFORMED));
    assertThatThrownBy(() -> PresentationLinks.read(URI.create(link + "&")))
        .isInstanceOf(FormatException.class);
  }

  /** A request whose link is as long as may be, and some characters more. */
  private static PresentationRequest longest(int more) {
    List<String> types = new ArrayList<>();
    for (int i = 0; i < CredentialQuery.MAX_TYPES; i++) {
      types.add(i + "t".repeat(CredentialQuery.MAX_TYPE_LENGTH - 1));
    }
    List<ClaimPath> claims = new ArrayList<>();
    int rest = PresentationLinks.MAX_LENGTH;
    while (rest > 2 * CredentialQuery.MAX_NAME_LENGTH) {
      claims.add(ClaimPath.of((char) ('a' + claims.size()) + "n".repeat(127)));
      rest = PresentationLinks.MAX_LENGTH - length(request(types, claims, 1));
    }
    return request(types, claims, 1 + rest + more);
  }

  private static PresentationRequest request(
      List<String> types, List<ClaimPath> claims, int lengthOfState) {
    return new PresentationRequest(
        RESPONSES,
        REQUEST.challenge(),
        Secret.of("s".repeat(lengthOfState)),
        new CredentialQuery("resident", types, claims));
  }

  @Test
  void query_typesAndNamesAtTheirLimits_areReadBackAndOnePastRefused() throws FormatException {
    CredentialQuery largest =
        new CredentialQuery(
            "i".repeat(CredentialQuery.MAX_ID_LENGTH),
            types(CredentialQuery.MAX_TYPES, CredentialQuery.MAX_TYPE_LENGTH),
            List.of(
                steps(CredentialQuery.MAX_STEPS),
                ClaimPath.of("n".repeat(CredentialQuery.MAX_NAME_LENGTH)),
                ClaimPath.of("list").element(CredentialQuery.MAX_POSITION)));
    assertThat(QueryDocument.read(QueryDocument.write(largest))).isEqualTo(largest);
    List<ClaimPath> claims = List.of(ClaimPath.of("a"));
    tooMuch("i".repeat(65), List.of("t"), claims);
    tooMuch("i", types(9, 1), claims);
    tooMuch("i", types(1, 513), claims);
    tooMuch("i", List.of(""), claims);
    tooMuch("i", List.of("t"), List.of(steps(9)));
    tooMuch("i", List.of("t"), List.of(ClaimPath.of("n".repeat(129))));
    tooMuch("i", List.of("t"), List.of(ClaimPath.of("list").element(1_000_000)));
  }

  private static List<String> types(int number, int length) {
    return IntStream.range(0, number).mapToObj(i -> i + "t".repeat(length - 1)).toList();
  }

  private static ClaimPath steps(int number) {
    return ClaimPath.of(Collections.nCopies(number, "s").toArray(String[]::new));
  }

  private static void tooMuch(String id, List<String> types, List<ClaimPath> claims) {
    assertThatThrownBy(() -> new CredentialQuery(id, types, claims))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void query_documentAtTheLimitAndOnePast_isReadAndRefused() throws FormatException {
    String json = new String(QueryDocument.write(REQUEST.query()), StandardCharsets.UTF_8);
    String largest = json + " ".repeat(QueryDocument.MAX_BYTES - json.length());
    assertThat(QueryDocument.read(largest.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(REQUEST.query());
    byte[] larger = (largest + " ").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> QueryDocument.read(larger)).isInstanceOf(FormatException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"redirect_uri", "request", "request_uri", "scope", "transaction_data"})
  void link_parameterThatChangesItsMeaning_isRefusedByName(String name) {
    for (String value : List.of("", "%5B%22x%22%5D")) {
      URI link = URI.create("openid4vp://?" + query() + "&" + name + "=" + value);
      assertThatThrownBy(() -> PresentationLinks.read(link))
          .isInstanceOfSatisfying(
              FormatException.class, e -> assertThat(e.where()).isEqualTo(name));
    }
  }

  @Test
  void link_parameterNobodyKnows_isIgnored() throws FormatException {
    assertThat(PresentationLinks.read(URI.create("openid4vp://?" + query() + "&locale=id")))
        .isEqualTo(REQUEST);
  }

  @Test
  void query_partsThatChangeItsMeaning_areRefused() {
    for (String change :
        List.of(
            "\"multiple\":true,", "\"claim_sets\":[[\"a\"]],", "\"trusted_authorities\":[{}],")) {
      refused(query().replace(encoded("\"id\":"), encoded(change + "\"id\":")));
    }
    refused(
        query()
            .replace(
                encoded("{\"credentials\""), encoded("{\"credential_sets\":[],\"credentials\"")));
    refused(query().replace(encoded("[\"list\",2]"), encoded("[\"list\",null]")));
    refused(
        query().replace(encoded("\"format\":\"dc+sd-jwt\""), encoded("\"format\":\"mso_mdoc\"")));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void refused(String query) {
    assertThat(query).isNotEqualTo(query());
    assertThatThrownBy(() -> PresentationLinks.read(URI.create("openid4vp://?" + query)))
        .isInstanceOf(FormatException.class);
  }

  private static Reading<PresentationResponse> form(Params params) {
    return PresentationV1.RESPOND
        .input()
        .read(
            new RequestParts(
                Map.of(), Params.EMPTY, Headers.EMPTY, new Body.Form(params, List.of())));
  }

  @Test
  void response_written_isReadBack() {
    for (PresentationResponse response :
        List.of(
            new PresentationResponse(
                Secret.of("s"), Map.of("resident", List.of("a.b.c~d~e.f.g")), null),
            new PresentationResponse(Secret.of("s"), Map.of(), "access_denied"))) {
      RequestParts parts = PresentationV1.RESPOND.input().write(response);
      assertThat(PresentationV1.RESPOND.input().read(parts))
          .isEqualTo(new Reading.Valid<>(response));
    }
  }

  @Test
  void response_broken_isRefusedByName() {
    Params state = Params.EMPTY.with("state", "s");

    assertThat(form(Params.EMPTY).problems()).hasSize(2);
    assertThat(form(state).problems().get(0).where()).isEqualTo("vp_token");
    assertThat(form(state.with("vp_token", "{}").with("error", "x")).problems()).hasSize(1);
    for (String token :
        List.of("[]", "{\"resident\":\"a\"}", "{\"resident\":[]}", "{\"r\":[1]}", "{")) {
      assertThat(form(state.with("vp_token", token)).problems().get(0).where())
          .isEqualTo("vp_token");
    }
  }
}
