package id.simpul.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.TrustException.Reason;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusReferenceTest {
  private static JsonObject claims(String idx, String uri) {
    return StatusTokens.json(
        "{\"status\":{\"status_list\":{\"idx\":%s,\"uri\":%s}}}".formatted(idx, uri));
  }

  private static Reason refusal(String json) {
    return StatusTokens.refusal(() -> StatusReference.find(StatusTokens.json(json))).reason();
  }

  @Test
  void find_whatToJsonWrote_isTheSame() {
    StatusReference reference = new StatusReference(412, StatusTokens.URI_1);
    JsonObject credential = JsonObject.builder().put("status", reference.toJson()).build();
    assertThat(StatusReference.find(credential)).contains(reference);
  }

  @Test
  void find_noStatus_isEmpty() {
    assertThat(StatusReference.find(JsonObject.EMPTY)).isEmpty();
  }

  @Test
  void find_anotherMechanism_isUnknownAndNotEmpty() {
    assertThat(refusal("{\"status\":{}}")).isEqualTo(Reason.STATUS_UNKNOWN);
    assertThat(refusal("{\"status\":{\"other\":{}}}")).isEqualTo(Reason.STATUS_UNKNOWN);
  }

  @Test
  void find_brokenShape_isMalformed() {
    assertThat(refusal("{\"status\":null}")).isEqualTo(Reason.MALFORMED);
    assertThat(refusal("{\"status\":1}")).isEqualTo(Reason.MALFORMED);
    assertThat(refusal("{\"status\":{\"status_list\":null}}")).isEqualTo(Reason.MALFORMED);
    assertThat(refusal("{\"status\":{\"status_list\":[]}}")).isEqualTo(Reason.MALFORMED);
    assertThat(refusal("{\"status\":{\"status_list\":{\"idx\":1}}}")).isEqualTo(Reason.MALFORMED);
    assertThat(refusal("{\"status\":{\"status_list\":{\"uri\":\"https://a.example/\"}}}"))
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void find_indexAtTheLimit_isTakenAndOneMoreIsNot() {
    String uri = "\"" + StatusTokens.URI_1 + "\"";
    assertThat(StatusReference.find(claims("9007199254740992", uri)).orElseThrow().index())
        .isEqualTo(StatusReference.MAX_INDEX);
    for (String idx :
        new String[] {
          "9007199254740993", "18446744073709551616", "-1", "-0", "1.0", "1e0", "\"1\"", "null"
        }) {
      assertThat(StatusTokens.refusal(() -> StatusReference.find(claims(idx, uri))).reason())
          .as(idx)
          .isEqualTo(Reason.MALFORMED);
    }
  }

  @Test
  void find_addressAtTheLimit_isTakenAndOneMoreIsNot() {
    String start = "https://a.example/";
    String most = start + "a".repeat(StatusReference.MAX_URI_LENGTH - start.length());
    assertThat(StatusReference.find(claims("0", "\"" + most + "\""))).isPresent();
    assertThat(
            StatusTokens.refusal(() -> StatusReference.find(claims("0", "\"" + most + "a\"")))
                .reason())
        .isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "/status/1",
        "//jambi.example/1",
        "http://jambi.example/1",
        "https://u@jambi.example/1",
        "https://jambi.example/1#a",
        "https://jambi.example/a b",
        "https://jambi.example/\u00e9",
        "https:jambi",
        "https:///1",
        "ftp://jambi.example/1",
        "file:///etc/hostname",
        "jar:https://jambi.example/a.jar!/1",
        "data:application/statuslist+jwt,x",
        "javascript:1",
        "HTTP://localhost/1"
      })
  void find_otherAddresses_areMalformedAndNotQuoted(String uri) {
    String planted = uri.length() < 8 ? uri : uri.replace("1", "PLANTED");
    JsonObject claims = claims("0", "\"" + planted + "\"");
    Throwable refusal = StatusTokens.refusal(() -> StatusReference.find(claims));
    assertThat(refusal).isNotNull().hasNoCause();
    assertThat(refusal.getMessage()).doesNotContain("PLANTED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://jambi.example/1?list=2",
        "https://jambi.example:8443/1",
        "http://localhost:8080/1",
        "http://127.0.0.1/1",
        "http://[::1]/1"
      })
  void create_otherGoodAddresses_areTaken(String uri) {
    assertThat(new StatusReference(0, URI.create(uri)).uri()).hasToString(uri);
  }

  @Test
  void create_indexOutOfRange_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StatusReference(-1, StatusTokens.URI_1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StatusReference(StatusReference.MAX_INDEX + 1, StatusTokens.URI_1));
  }

  @Test
  void toString_showsNoIndex() {
    assertThat(new StatusReference(4711, StatusTokens.URI_1).toString()).doesNotContain("4711");
  }
}
