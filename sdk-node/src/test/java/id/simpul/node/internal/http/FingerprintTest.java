package id.simpul.node.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.operation.Body;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.RequestParts;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private final Fingerprint ours = new Fingerprint(new byte[] {1});

  @Test
  void of_sameContentInAnotherOrder_isTheSame() {
    assertThat(ours.of(form("a", "1", "b", "2"))).isEqualTo(ours.of(form("b", "2", "a", "1")));
    assertThat(ours.of(form("a", "1", "api_key", "k"))).isEqualTo(ours.of(form("a", "1")));
    assertThat(ours.of(form("a", "1", "b", ""))).isEqualTo(ours.of(form("a", "1")));
  }

  @Test
  void of_otherContent_differs() {
    assertThat(ours.of(form("a", "1"))).isNotEqualTo(ours.of(form("a", "2")));
    assertThat(ours.of(form("ab", "c"))).isNotEqualTo(ours.of(form("a", "bc")));
  }

  @Test
  void of_withoutTheKey_cannotBeGuessed() {
    RequestParts phone = form("phone", "081234567890");
    assertThat(new Fingerprint(new byte[] {2}).of(phone)).isNotEqualTo(ours.of(phone));
  }

  @Test
  void of_nodesSecret_isNotTheKeyItself() throws Exception {
    byte[] body = {'{', '}'};
    Mac raw = Mac.getInstance("HmacSHA256");
    raw.init(new SecretKeySpec(new byte[] {1}, "HmacSHA256"));
    raw.update(new byte[Integer.BYTES]);
    RequestParts parts =
        new RequestParts(
            Map.of(), Params.EMPTY, Headers.EMPTY, new Body.Document(MediaType.JSON, body));

    assertThat(ours.of(parts)).isNotEqualTo(HexFormat.of().formatHex(raw.doFinal(body)));
  }

  private static RequestParts form(String... namesAndValues) {
    Params.Builder fields = Params.builder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new RequestParts(
        Map.of(), Params.EMPTY, Headers.EMPTY, new Body.Form(fields.build(), List.of()));
  }
}
