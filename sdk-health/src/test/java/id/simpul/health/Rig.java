package id.simpul.health;

import id.simpul.core.ClientConfig;
import id.simpul.core.RetryPolicy;
import id.simpul.core.Timeouts;
import id.simpul.core.spi.CallObserver;
import id.simpul.core.value.Nik;
import id.simpul.core.value.Secret;
import id.simpul.health.internal.satusehat.Pace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/**
 * A server on loopback that hands out tokens, answers as told, and a client of it. Errors it
 * answers with are made from the documentation, not recorded.
 */
final class Rig implements AutoCloseable {
  static final String SECRET = "rahasia-klinik-7731";
  static final String CLIENT_ID = "klien-contoh";
  static final String ORGANIZATION = "10000004";
  static final String REQUEST_ID = "req-0001";

  final MockWebServer server = new MockWebServer();
  final Queue<MockResponse> tokenAnswers = new ConcurrentLinkedQueue<>();
  final Queue<MockResponse> answers = new ConcurrentLinkedQueue<>();
  final List<RecordedRequest> tokenRequests = new CopyOnWriteArrayList<>();
  final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
  final List<CallObserver.Attempt> attempts = new CopyOnWriteArrayList<>();
  final List<WriteState> states = new CopyOnWriteArrayList<>();

  /** How many requests had been made when a write waited. */
  final List<Integer> pauses = new CopyOnWriteArrayList<>();

  /** What answers when nothing is scripted. */
  volatile Function<RecordedRequest, MockResponse> otherwise = request -> json(501, "{}").build();

  final SatuSehatClient client;
  private final AtomicInteger tokens = new AtomicInteger();

  Rig() {
    this(config -> {});
  }

  Rig(Consumer<ClientConfig.Builder> settings) {
    this(settings, builder -> {});
  }

  Rig(Consumer<ClientConfig.Builder> settings, Consumer<SatuSehatClientBuilder> more) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    try {
      server.start(InetAddress.getLoopbackAddress(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SatuSehatClientBuilder builder =
        SatuSehatClient.builder(environment(), credentials())
            .pace(new SatuSehatPace(new Pace(Duration.ZERO)))
            .journal(step -> states.add(step.state()))
            .pause(closed -> pauses.add(requests.size()))
            .configure(config ->
                config
                    .retry(RetryPolicy.NONE)
                    .timeouts(
                        new Timeouts(
                            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20)))
                    .observer(attempts::add))
            .configure(settings);
    more.accept(builder);
    this.client = builder.build();
  }

  private MockResponse answer(RecordedRequest request) {
    if (request.getTarget().startsWith("/oauth2/v1/accesstoken")) {
      tokenRequests.add(request);
      MockResponse scripted = tokenAnswers.poll();
      return scripted == null ? token("token-" + tokens.incrementAndGet()).build() : scripted;
    }
    requests.add(request);
    MockResponse scripted = answers.poll();
    return scripted == null ? otherwise.apply(request) : scripted;
  }

  URI root() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  String fhir() {
    return root() + "/fhir-r4/v1";
  }

  SatuSehatEnvironment environment() {
    return SatuSehatEnvironment.dangerouslyOnLoopback(root());
  }

  static SatuSehatCredentials credentials() {
    return new SatuSehatCredentials(CLIENT_ID, Secret.of(SECRET), ORGANIZATION);
  }

  Rig answers(MockResponse.Builder... some) {
    for (MockResponse.Builder each : some) {
      answers.add(each.build());
    }
    return this;
  }

  Rig tokenAnswers(MockResponse.Builder... some) {
    for (MockResponse.Builder each : some) {
      tokenAnswers.add(each.build());
    }
    return this;
  }

  static MockResponse.Builder json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "application/json")
        .setHeader("X-Request-Id", REQUEST_ID)
        .body(body);
  }

  static MockResponse.Builder token(String token) {
    return json(
        200,
        "{\"token_type\":\"BearerToken\",\"access_token\":\""
            + token
            + "\",\"expires_in\":\"3599\"}");
  }

  /** An error as the documentation shows it. */
  static MockResponse.Builder outcome(int status, String code, String text) {
    return json(
        status,
        "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\""
            + code
            + "\",\"details\":{\"text\":\""
            + text
            + "\"},\"expression\":[\"Encounter.identifier\"]}]}");
  }

  static MockResponse.Builder lost() {
    return json(201, "{}").onResponseStart(new SocketEffect.CloseSocket());
  }

  static MockResponse.Builder bundle(String next, String... resources) {
    StringBuilder body =
        new StringBuilder(
            "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":" + resources.length);
    if (!next.isEmpty()) {
      body.append(",\"link\":[{\"relation\":\"next\",\"url\":\"").append(next).append("\"}]");
    }
    body.append(",\"entry\":[");
    for (int i = 0; i < resources.length; i++) {
      body.append(i == 0 ? "" : ",").append("{\"resource\":").append(resources[i]).append('}');
    }
    return json(200, body.append("]}").toString());
  }

  /** An invented number: no province has the code 99. */
  static Nik nik(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String digits =
        "99%04d%02d%02d%02d%04d"
            .formatted(
                random.nextInt(101, 9999),
                random.nextInt(1, 28),
                random.nextInt(1, 12),
                random.nextInt(50, 99),
                random.nextInt(1, 9999));
    return Nik.parse(digits).orElseThrow();
  }

  static String bodyOf(RecordedRequest request) {
    return request.getBody() == null ? "" : request.getBody().utf8();
  }

  List<String> lines() {
    return requests.stream().map(r -> r.getMethod() + " " + r.getTarget()).toList();
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
