package id.simpul.node.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.operation.Headers;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicUrlsTest {
  private static final URI BASE = URI.create("https://simpul.jambi.example");

  @ParameterizedTest
  @CsvSource({
    "https://gw.example, gw.example:443, https://gw.example/a",
    "https://gw.example:443, gw.example, https://gw.example:443/a",
    "https://GW.example, gw.EXAMPLE, https://GW.example/a",
    "http://127.0.0.1, 127.0.0.1:80, http://127.0.0.1/a",
    "https://gw.example, gw.example:80, https://simpul.jambi.example/a",
    "https://gw.example:8443, gw.example, https://simpul.jambi.example/a",
    "https://gw.example, other.example, https://simpul.jambi.example/a",
  })
  void target_host_choosesTheAliasOfItsAuthority(URI alias, String host, URI target) {
    Headers headers = Headers.of(List.of(new Headers.Field("Host", host)));

    assertThat(new PublicUrls(BASE, List.of(alias)).target(headers, "/a")).isEqualTo(target);
  }
}
