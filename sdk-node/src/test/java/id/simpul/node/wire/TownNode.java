package id.simpul.node.wire;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.value.RegionCode;
import id.simpul.core.value.Secret;
import id.simpul.identity.EntityId;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.node.ApiKey;
import id.simpul.node.NodeConfig;
import id.simpul.node.NodeCredentials;
import id.simpul.node.NodeHealth;
import id.simpul.node.SimpulNode;
import id.simpul.node.internal.config.ServicesFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The node all transcripts talk to: its clock stands still while it answers, its keys are known to
 * everybody.
 */
final class TownNode implements AutoCloseable {
  /** The time of every transcript: 21 November 2026, nine in the morning in Jambi. */
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  /** Its name. */
  static final EntityId ENTITY = new EntityId("https://simpul.jambi.example");

  private static final Pattern FILED =
      Pattern.compile("\\{\\{([a-z]+)}} filed for ([a-z-]+)(?: under the key (\\S+))?");
  private static final Pattern MOVED =
      Pattern.compile("\\{\\{([a-z]+)}} moved to ([a-z_]+)(?: under the key (\\S+))?");
  private static final Pattern NAMED =
      Pattern.compile("\"(?:service_request_id|token)\":\"([^\"]+)\"");

  private final SimpulNode node;
  private final TownHappenings happenings;
  private final TownRecords records;
  private final TownBookings bookings;
  private final TownExports exports;

  private TownNode(
      SimpulNode node, TownWallet wallet, AtomicReference<Instant> clock, TownExports.Gate gate) {
    this.node = node;
    this.happenings = new TownHappenings(this::send, wallet);
    this.records = new TownRecords(this::send);
    this.bookings = new TownBookings(this::send, clock);
    this.exports = new TownExports(this::exchange, gate);
    bookings.offer();
  }

  static TownNode start(Path data) {
    EntityId jakarta = new EntityId("https://simpul.jakarta.example");
    PinnedEntities peers =
        new PinnedEntities(
            List.of(
                new ResolvedEntity(
                    jakarta, List.of(TownKeys.NODE.publicKey()), NOW.plus(Duration.ofDays(1)))));
    TownFederation.write(data);
    AtomicReference<Instant> clock = new AtomicReference<>(NOW);
    TownExports.Gate gate = new TownExports.Gate();
    return new TownNode(
        SimpulNode.start(
            NodeConfig.builder()
                .baseUrl(URI.create(ENTITY.value()))
                .dataDirectory(data)
                .region(new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2025", "15.71"))
                .contact("simpul@jambi.example")
                .services(new ServicesFile(Transcript.folder().resolve("services.json")).read())
                .apiKey(ApiKey.of("jaki", ApiKey.Role.REPORTER, Secret.of("reporter-key")))
                .apiKey(ApiKey.of("petugas", ApiKey.Role.OFFICER, Secret.of("officer-key")))
                .apiKey(ApiKey.of("dukcapil", ApiKey.Role.REGISTRAR, Secret.of("registrar-key")))
                .apiKey(ApiKey.of("loket", ApiKey.Role.VERIFIER, Secret.of("verifier-key")))
                .apiKey(ApiKey.of("rsud", ApiKey.Role.HEALTH, Secret.of("health-key")))
                .apiKey(ApiKey.of("pdp", ApiKey.Role.CUSTODIAN, Secret.of("custodian-key")))
                .apiKey(ApiKey.of("dinkes", ApiKey.Role.EXPORTER, Secret.of("export-key")))
                .health(NodeHealth.NONE.certifying(TownKeys.healthSigner()))
                .signingKey(TownKeys.NODE)
                .peers(peers)
                .federation(TownFederation.PLACE)
                .credentials(
                    NodeCredentials.NONE
                        .issuing(TownKeys.CREDENTIALS)
                        .taking(
                            jakarta, new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2025", "31")))
                .clock(() -> gate.passing(clock.get()))
                .build()),
        new TownWallet(jakarta, peers),
        clock,
        gate);
  }

  int port() {
    return node.port();
  }

  /** Makes happen what a transcript starts from. */
  Placeholders prepare(List<String> givens) throws IOException {
    Placeholders values = Placeholders.none();
    exports.endAll();
    for (String given : givens) {
      Matcher filed = FILED.matcher(given);
      Matcher moved = MOVED.matcher(given);
      if (filed.matches()) {
        values = values.with(filed.group(1), file(filed.group(2), key(filed.group(3))));
      } else if (moved.matches()) {
        move(values.value(moved.group(1)), moved.group(2), key(moved.group(3)));
      } else if (!given.equals(GoldenTranscriptsTest.CROWDED)) {
        Placeholders before = values;
        values =
            happenings
                .prepare(given, before)
                .or(() -> records.prepare(given, before))
                .or(() -> bookings.prepare(given, before))
                .or(() -> exports.prepare(given, before))
                .orElseThrow(() -> new AssertionError("Nobody knows how to do this: " + given));
      }
    }
    return values;
  }

  private static String key(@Nullable String key) {
    return key == null ? "" : "Idempotency-Key: " + key + "\n";
  }

  private String file(String service, String key) throws IOException {
    Message answer =
        send(
            "POST /open311/v2/requests.json HTTP/1.1\nHost: simpul.jambi.example\n"
                + "Content-Type: application/x-www-form-urlencoded\nContent-Length: {{length}}\n"
                + key
                + "\napi_key=reporter-key&lat=-1.6101&long=103.6131"
                + "&address_string=Jl.+Prof.+HM+Yamin&description=Lubang+di+lajur+kiri"
                + "&attribute[jenis]=lubang&attribute[bahaya][]=gelap&attribute[bahaya][]=ramai"
                + "&service_code="
                + service);
    Matcher named = NAMED.matcher(answer.body());
    assertThat(named.find()).as(answer.body()).isTrue();
    return named.group(1);
  }

  private void move(String report, String status, String key) throws IOException {
    send(
        "POST /simpul/v1/reports/"
            + report
            + "/transitions HTTP/1.1\nHost: simpul.jambi.example\n"
            + "Authorization: Bearer officer-key\nContent-Type: application/json\n"
            + "Content-Length: {{length}}\n"
            + key
            + "\n{\"status\":\""
            + status
            + "\",\"note\":\"Regu sudah di lokasi\"}");
  }

  /** Notes what the node answered, for what is to be tidied up. */
  void answered(Message answer) {
    exports.answered(answer);
  }

  private Message exchange(String request) throws IOException {
    Message message = Placeholders.none().fill(Message.parse(request));
    return RawHttp.exchange(port(), message.bytes()).answer();
  }

  private Message send(String request) throws IOException {
    Message answer = exchange(request);
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    return answer;
  }

  @Override
  public void close() {
    exports.endAll();
    node.close();
  }
}
