package id.simpul.identity.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUriTest {
  @ParameterizedTest
  @CsvSource({
    "https://a.example/x?y=1,https://a.example/x?y=1",
    "HTTPS://A.Example/X%2f?Y=%C3,https://a.example/X%2f?Y=%C3",
    "https://a.example:443/,https://a.example/",
    "http://a.example:80/,http://a.example/",
    "https://a.example:80/,https://a.example:80/",
    "http://127.0.0.1:8080,http://127.0.0.1:8080/",
    "https://a.example?,https://a.example/?",
    "https://[::1]:8443/x,https://[::1]:8443/x",
    "https://a.example/a/../b//c,https://a.example/a/../b//c"
  })
  void of_uri_isWrittenOneWay(URI uri, String expected) throws Refused {
    assertThat(TargetUri.of(uri)).hasToString(expected);
  }

  @Test
  void of_uri_hasItsParts() throws Refused {
    assertThat(TargetUri.of(URI.create("https://A.example:8443/p?q")))
        .isEqualTo(new TargetUri("https", "a.example:8443", "/p", "?q"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/p", "//a/p", "ftp://a/p", "https:///p", "https://u:p@a/", "https://a/#f"})
  void of_anythingElse_isRefused(String uri) {
    assertThatThrownBy(() -> TargetUri.of(URI.create(uri))).isInstanceOf(Refused.class);
  }
}
