package id.simpul.examples.twocities;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.operation.Headers;
import java.net.URI;
import org.junit.jupiter.api.Test;

class SignedPostTest {
  private static final SignedPost POST =
      new SignedPost(
          URI.create("http://127.0.0.1:1/requests.json"),
          Headers.EMPTY.with("Host", "127.0.0.1").with("Idempotency-Key", "k"),
          Headers.EMPTY.with("content-digest", "sha-256=:AA==:").with("Signature", "simpul=:AA==:"),
          "a=1");

  @Test
  void sent_fieldsOfTheConnection_areLeftOut() {
    assertThat(POST.sent().fields().stream().map(Headers.Field::name))
        .containsExactly("Idempotency-Key", "content-digest", "Signature");
  }

  @Test
  void withFittingDigest_changedBody_changesTheDigestAlone() {
    SignedPost forged = POST.withField("b=2").withFittingDigest();

    assertThat(forged.body()).isEqualTo("a=1&b=2");
    // printf 'a=1&b=2' | openssl dgst -sha256 -binary | base64
    assertThat(forged.sent().first("Content-Digest"))
        .contains("sha-256=:joW+WMHDcqwp/nv6gNjdy9BKQDLHtRwcAm1nxVsasj8=:");
    assertThat(forged.sent().first("Signature")).contains("simpul=:AA==:");
  }

  @Test
  void withoutSignature_signed_keepsTheRest() {
    assertThat(POST.withoutSignature().sent().fields()).hasSize(1);
    assertThat(POST.withoutSignature().body()).isEqualTo("a=1");
  }
}
