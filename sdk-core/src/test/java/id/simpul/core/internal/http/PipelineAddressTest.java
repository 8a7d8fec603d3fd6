package id.simpul.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.AddressPolicy;
import id.simpul.core.ApiException;
import id.simpul.core.ClientConfig;
import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.core.RetryPolicy;
import id.simpul.core.Timeouts;
import id.simpul.core.TransportException;
import id.simpul.core.TransportException.Kind;
import id.simpul.core.support.Notes;
import id.simpul.core.value.AddressBlock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import mockwebserver3.MockWebServer;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PipelineAddressTest {
  private static final AddressPolicy PUBLIC = AddressPolicy.publicOnly();
  private static final AddressPolicy DEVELOPMENT = PUBLIC.allowInsecureLoopbackForDevelopment();
  private static final String NODE = "https://node.example";

  private final DeadSockets sockets = new DeadSockets();
  private final Names names = new Names();

  /** Answers each look-up with the next addresses, the last ones for ever. */
  private static final class Names implements Dns {
    private final Queue<String[]> answers = new ArrayDeque<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    Names then(String... addresses) {
      answers.add(addresses);
      return this;
    }

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
      asked.add(hostname);
      String[] answer = answers.size() > 1 ? answers.remove() : answers.peek();
      InetAddress[] addresses = new InetAddress[answer.length];
      for (int i = 0; i < answer.length; i++) {
        addresses[i] = InetAddress.getByName(answer[i]);
      }
      return Arrays.asList(addresses);
    }
  }

  private OkHttpClient.Builder http() {
    return new OkHttpClient.Builder().dns(names).socketFactory(sockets);
  }

  private OperationClient client(AddressPolicy policy) {
    return OperationClient.create(
        ClientConfig.builder(URI.create(NODE))
            .addressPolicy(policy)
            .httpClient(http().build())
            .build());
  }

  private static TransportException failure(OperationClient client, String endpoint) {
    RequestOptions options =
        RequestOptions.NONE.withEndpoint(URI.create(endpoint)).withRetry(RetryPolicy.NONE);
    return catchThrowableOfType(
        TransportException.class, () -> client.call(Notes.READ, "a1", options));
  }

  @Test
  void addressPolicy_ofAClient_isThatOfItsConfiguration() {
    try (OperationClient client = client(DEVELOPMENT)) {
      assertThat(client.addressPolicy()).isEqualTo(DEVELOPMENT);
    }
  }

  @Test
  void call_publicName_connectsToTheAddressThatWasChecked() {
    names.then("9.9.9.9");
    try (OperationClient client = client(PUBLIC)) {
      assertThat(failure(client, NODE).kind()).isEqualTo(Kind.CONNECT);
    }
    assertThat(sockets.targets()).containsExactly("9.9.9.9:443");
    assertThat(names.asked).containsExactly("node.example");
  }

  @Test
  void call_nameThatIsBoundAnew_isNeverConnectedUnchecked() {
    names.then("9.9.9.9").then("127.0.0.1");
    try (OperationClient client = client(PUBLIC)) {
      assertThat(failure(client, NODE).kind()).isEqualTo(Kind.CONNECT);
      assertThat(names.asked).as("one look-up serves check and connection").hasSize(1);
      assertThat(failure(client, NODE).kind()).isEqualTo(Kind.ADDRESS_REFUSED);
    }
    assertThat(sockets.targets()).containsExactly("9.9.9.9:443");
  }

  @Test
  void call_oneAddressOfSeveralIsPrivate_refusesTheName() {
    names.then("9.9.9.9", "10.0.0.1");
    try (OperationClient client = client(PUBLIC)) {
      assertThat(failure(client, NODE).kind()).isEqualTo(Kind.ADDRESS_REFUSED);
    }
    assertThat(sockets.targets()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, loopback",
    "10.0.0.1, private use",
    "169.254.169.254, cloud",
    "fd00::1, unique local",
    "::ffff:192.168.0.1, private use",
    "64:ff9b::10.0.0.1, NAT64"
  })
  void call_nameOfSpecialAddress_saysWhichHostAndWhichRule(String address, String rule) {
    names.then(address);
    try (OperationClient client = client(PUBLIC)) {
      TransportException e = failure(client, NODE);
      assertThat(e.kind()).isEqualTo(Kind.ADDRESS_REFUSED);
      assertThat(e.code()).isEqualTo("core.transport.address-refused");
      assertThat(e.fault().who()).isEqualTo(NODE);
      assertThat(e.fault().what()).contains("node.example").contains(rule);
      assertThat(e).as("who probes learns nothing").hasMessageNotContaining(address);
      assertThat(e.outcomeUnknown()).isFalse();
    }
    assertThat(sockets.targets()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1", "127.255.255.254", "10.1.2.3", "169.254.169.254", "0.0.0.0", "224.0.0.1",
        "[::1]", "[::]", "[::ffff:10.1.2.3]", "[::ffff:a01:203]", "[::10.1.2.3]", "[fe80::1]",
        "[fd00::1]", "[64:ff9b::a01:203]", "[2002:a01:203::]", "[ff02::1]", "192.168.1.1:8443"
      })
  void call_hostIsASpecialAddress_refusedWithoutLookUp(String host) {
    try (OperationClient client = client(PUBLIC)) {
      assertThat(failure(client, "https://" + host).kind()).isEqualTo(Kind.ADDRESS_REFUSED);
    }
    assertThat(names.asked).isEmpty();
    assertThat(sockets.targets()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2130706433", "127.1", "127.0.1", "0", "010.0.0.1", "1.2.3.4.5", "1.2.3.4."})
  void call_hostThatOnlyLooksLikeAnAddress_refusedHoweverItGotThere(String host) {
    OkHttpClient rewriting =
        http()
            .addInterceptor(chain ->
                chain.proceed(
                    chain
                        .request()
                        .newBuilder()
                        .url(chain.request().url().newBuilder().host(host).build())
                        .build()))
            .build();
    try (OperationClient client =
        OperationClient.create(
            ClientConfig.builder(URI.create(NODE))
                .addressPolicy(PUBLIC)
                .httpClient(rewriting)
                .build())) {
      TransportException e = failure(client, NODE);
      assertThat(e.kind()).isEqualTo(Kind.ADDRESS_REFUSED);
      assertThat(e).hasMessageContaining("four decimal numbers");
    }
    assertThat(names.asked).isEmpty();
    assertThat(sockets.targets()).isEmpty();
  }

  @Test
  void call_hostIsAPublicAddress_isConnectedTo() {
    try (OperationClient client = client(PUBLIC)) {
      assertThat(failure(client, "https://9.9.9.9:8443/x").kind()).isEqualTo(Kind.CONNECT);
      assertThat(failure(client, "https://[2620:fe::9]/x").kind()).isEqualTo(Kind.CONNECT);
    }
    assertThat(names.asked).isEmpty();
    assertThat(sockets.targets()).containsExactly("9.9.9.9:8443", "2620:fe:0:0:0:0:0:9:443");
  }

  @Test
  void call_allowedNetwork_isConnectedToOverHttpsAlone() {
    names.then("10.20.0.1");
    AddressPolicy policy = PUBLIC.allowing(AddressBlock.of("10.20.0.0/16"));
    try (OperationClient client = client(policy)) {
      assertThat(failure(client, NODE).kind()).isEqualTo(Kind.CONNECT);
      assertThat(failure(client, "https://10.20.0.2").kind()).isEqualTo(Kind.CONNECT);
      assertThat(failure(client, "https://10.21.0.1").kind()).isEqualTo(Kind.ADDRESS_REFUSED);
      assertThat(failure(client, "http://10.20.0.2").kind()).isEqualTo(Kind.ADDRESS_REFUSED);
    }
    assertThat(sockets.targets()).containsExactly("10.20.0.1:443", "10.20.0.2:443");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://node.example", "http://9.9.9.9", "http://localhost.example"})
  void call_plainHttp_refusedAlsoInDevelopment(String endpoint) {
    names.then("9.9.9.9");
    for (AddressPolicy policy : List.of(PUBLIC, DEVELOPMENT)) {
      try (OperationClient client = client(policy)) {
        TransportException e = failure(client, endpoint);
        assertThat(e.kind()).isEqualTo(Kind.ADDRESS_REFUSED);
        assertThat(e).hasMessageContaining("plain http");
      }
    }
    assertThat(sockets.targets()).isEmpty();
  }

  @Test
  void call_localhostThatIsElsewhere_refusedInDevelopment() {
    names.then("9.9.9.9");
    try (OperationClient client = client(DEVELOPMENT)) {
      assertThat(failure(client, "http://localhost").kind()).isEqualTo(Kind.ADDRESS_REFUSED);
    }
    assertThat(sockets.targets()).isEmpty();
  }

  @Test
  void call_loopback_answersInDevelopmentAlone() {
    try (Rig rig = new Rig(c -> c.addressPolicy(DEVELOPMENT)).answer(Rig.ok(), Rig.ok())) {
      assertThat(rig.read()).isEqualTo(Rig.NOTE);
      URI localhost = URI.create("http://localhost:" + rig.server.getPort());
      assertThat(
              rig.client.call(Notes.READ, "a1", RequestOptions.NONE.withEndpoint(localhost)).body())
          .isEqualTo(Rig.NOTE);
    }
    try (Rig rig = new Rig(c -> c.addressPolicy(PUBLIC)).answer(Rig.ok())) {
      TransportException e = catchThrowableOfType(TransportException.class, rig::read);
      assertThat(e.kind()).isEqualTo(Kind.ADDRESS_REFUSED);
      assertThat(rig.requests()).isZero();
      assertThat(rig.results()).as("not repeated").containsExactly(Kind.ADDRESS_REFUSED.code());
    }
  }

  @Test
  void call_anyAddress_isAsBefore() {
    try (Rig rig = new Rig().answer(Rig.ok())) {
      assertThat(rig.read()).isEqualTo(Rig.NOTE);
    }
  }

  @Test
  void call_redirect_isRefusedAndNothingFollowsIt() throws Exception {
    try (MockWebServer elsewhere = new MockWebServer();
        Rig rig = new Rig(c -> c.addressPolicy(DEVELOPMENT))) {
      elsewhere.start(InetAddress.getLoopbackAddress(), 0);
      String location = "http://127.0.0.1:" + elsewhere.getPort() + "/";
      for (int status : new int[] {301, 302, 303, 307, 308}) {
        rig.answer(Rig.status(status).setHeader("Location", location));
        ApiException e = catchThrowableOfType(ApiException.class, rig::read);
        assertThat(e.status()).isEqualTo(status);
      }
      assertThat(elsewhere.getRequestCount()).isZero();
    }
  }

  @Test
  void call_proxyAndCookiesOfTheCallersClient_areNotUsed() throws Exception {
    AtomicBoolean cookies = new AtomicBoolean();
    CookieJar jar =
        new CookieJar() {
          @Override
          public void saveFromResponse(HttpUrl url, List<Cookie> saved) {
            cookies.set(true);
          }

          @Override
          public List<Cookie> loadForRequest(HttpUrl url) {
            cookies.set(true);
            return List.of();
          }
        };
    try (MockWebServer proxy = new MockWebServer()) {
      proxy.start(InetAddress.getLoopbackAddress(), 0);
      OkHttpClient own =
          new OkHttpClient.Builder()
              .proxy(
                  new Proxy(
                      Proxy.Type.HTTP,
                      new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.getPort())))
              .cookieJar(jar)
              .build();
      try (Rig rig =
          new Rig(c -> c.addressPolicy(DEVELOPMENT).httpClient(own))
              .answer(Rig.ok().addHeader("Set-Cookie", "a=b"))) {
        assertThat(rig.read()).isEqualTo(Rig.NOTE);
      }
      assertThat(proxy.getRequestCount()).isZero();
      assertThat(cookies).isFalse();
    }
  }

  @Test
  void call_afterAnother_isCheckedAndConnectedAnew() {
    try (Rig rig = new Rig(c -> c.addressPolicy(DEVELOPMENT)).answer(Rig.ok(), Rig.ok())) {
      rig.read();
      rig.read();
      assertThat(rig.taken().getConnectionIndex()).isNotEqualTo(rig.taken().getConnectionIndex());
    }
  }

  @Test
  void call_nameLookedUpForever_endsWithTheConnectTimeout() {
    CountDownLatch never = new CountDownLatch(1);
    Dns stuck =
        hostname -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          throw new UnknownHostException(hostname);
        };
    Timeouts timeouts =
        new Timeouts(Duration.ofMillis(200), Duration.ofSeconds(30), Duration.ofSeconds(50));
    try (OperationClient client =
        OperationClient.create(
            ClientConfig.builder(URI.create(NODE))
                .addressPolicy(PUBLIC)
                .timeouts(timeouts)
                .httpClient(new OkHttpClient.Builder().dns(stuck).build())
                .build())) {
      TransportException e = failure(client, NODE);
      assertThat(e.kind()).isEqualTo(Kind.CONNECT);
      assertThat(e.elapsed()).isBetween(Duration.ofMillis(200), Duration.ofSeconds(10));
    } finally {
      never.countDown();
    }
  }
}
