package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import id.simpul.core.value.Secret;
import id.simpul.node.NodeHealth;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Plants secrets in requests of every kind and looks for them in all that is logged. */
class SecretsTest {
  private static final String NIK = "1571014107900003";
  private static final String NAME = "Sarikembangwati";
  private static final String EMAIL = "sarikembang@contoh.example";
  private static final String PHONE = "+62-812-0000-4711";
  private static final String TEXT = "rahasia-dalam-uraian";
  private static final List<String> PLANTED =
      List.of(
          NIK,
          NAME,
          EMAIL,
          PHONE,
          TEXT,
          TestTown.REPORTER.reveal(),
          TestTown.OFFICER.reveal(),
          TestTown.HEALTH.reveal());
  private static final int LEAST_RECORDS = 10_000;
  private static final int REQUESTS = 11_000;

  /** Keeps every record as text, its exception included. */
  private static final class Memory extends AppenderBase<ILoggingEvent> {
    private final Queue<String> records = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      records.add(
          event.getFormattedMessage()
              + (event.getThrowableProxy() == null
                  ? ""
                  : ThrowableProxyUtil.asString(event.getThrowableProxy())));
    }
  }

  @Test
  void requestsOfEveryKind_leaveNoSecretInTheLog(@TempDir Path data) throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger("id.simpul");
    Level level = logger.getLevel();
    boolean additive = logger.isAdditive();
    Memory memory = new Memory();
    memory.start();
    logger.setLevel(Level.TRACE);
    logger.setAdditive(false); // ten thousand lines are for this test, not for people
    logger.addAppender(memory);
    List<String> tokens;
    try (TestTown town =
            TestTown.start(
                data, InstantSource.system(), config -> config.health(NodeHealth.NONE.serving()));
        RawHttp http = town.connect()) {
      everyKind(http);
      tokens = healthRecords(new FhirHttp(town.base()));
      for (int i = 0; i < REQUESTS; i++) {
        http.get("/open311/v2/services/" + NIK + ".json?nama=" + NAME);
      }
    } finally {
      logger.detachAppender(memory);
      logger.setAdditive(additive);
      logger.setLevel(level);
    }
    assertThat(memory.records).hasSizeGreaterThan(LEAST_RECORDS);
    for (String secret : Stream.concat(PLANTED.stream(), tokens.stream()).toList()) {
      assertThat(memory.records)
          .as("records that hold a planted secret")
          .noneMatch(r -> r.contains(secret));
    }
  }

  /** Plants them in health records too; gives the token that was used. */
  private static List<String> healthRecords(FhirHttp http) throws Exception {
    String token =
        http.token("rsud", TestTown.HEALTH.reveal())
            .body()
            .replaceFirst("(?s).*\"access_token\":\"([^\"]+)\".*", "$1");
    FhirHttp worker = http.as(Secret.of(token));
    String patient =
        "{\"resourceType\":\"Patient\",\"identifier\":[{\"system\":"
            + "\"https://fhir.kemkes.go.id/id/nik\",\"value\":\""
            + NIK
            + "\"}],\"name\":[{\"text\":\""
            + NAME
            + "\"}]}";
    assertThat(worker.post("/Patient", patient).status()).isEqualTo(201);
    assertThat(worker.get("/Patient?name=" + NAME + "&identifier=" + NIK).status()).isEqualTo(200);
    for (FhirHttp.Answer bad :
        List.of(
            worker.post("/Patient", patient),
            worker.post("/Patient", patient.replace("Patient\"", NIK + "\"")),
            worker.post("/Patient", patient.replace("\"text\"", "\"" + NAME + "\"")),
            worker.post("/Patient", patient + NIK),
            worker.get("/Patient?" + NAME + "=" + NIK),
            worker.get("/Patient?birthdate=" + NIK + "&_lastUpdated=" + NAME),
            worker.get("/Patient/" + NIK),
            worker.get("/" + NAME + "/" + NIK),
            worker.patch("/Patient/" + NIK, "[{\"" + NAME + "\":\"" + NIK + "\"}]"),
            worker.with("If-Match", NIK).put("/Patient/x", patient),
            http.as(Secret.of(NIK)).get("/Patient"),
            http.token(NAME, NIK))) {
      assertThat(bad.status()).isBetween(400, 499);
      assertThat(bad.body()).doesNotContain(NIK, NAME);
    }
    return List.of(token);
  }

  private static void everyKind(RawHttp http) throws IOException {
    String person =
        "&email="
            + encode(EMAIL)
            + "&first_name="
            + NAME
            + "&phone="
            + encode(PHONE)
            + "&account_id="
            + NIK
            + "&description="
            + TEXT;
    String key = "api_key=" + TestTown.REPORTER.reveal();
    String place = "&lat=-1.61&long=103.61";
    String create = "/open311/v2/requests.json";
    assertThat(http.post(create, key + "&service_code=jalan" + place + person).status())
        .isEqualTo(200);
    for (String bad :
        List.of(
            key + "&service_code=" + NIK + place + person,
            key + "&service_code=jalan&lat=" + NIK + "&long=" + NAME + person,
            key + "x&service_code=jalan" + place + person,
            key + "&service_code=jalan" + place + person + "&description=%zz" + NIK,
            key + "&service_code=jalan" + place + person + "&idempotency_key=" + NIK + "%20x")) {
      RawHttp.Answer answer = http.post(create, bad);
      assertThat(answer.status()).isBetween(400, 499);
      assertThat(answer.body()).doesNotContain(NIK, NAME, EMAIL, PHONE, TEXT);
    }
    http.get("/" + NIK + "?" + NAME);
    http.get("/open311/v2/requests.json?service_request_id=" + NIK + "&api_key=" + NIK);
    http.send(
        "GET /open311/v2/services.json HTTP/1.1\r\nHost: x\r\nSignature: a=:"
            + NIK
            + ":\r\nSignature-Input: a=();tag=\"simpul-v1\";keyid=\""
            + NAME
            + "\"\r\n\r\n");
    String json = "{\"status\":\"" + NIK + "\",\"note\":\"" + TEXT + "\"}";
    http.send(
        "POST /simpul/v1/reports/1571-x/transitions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + TestTown.OFFICER.reveal()
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + json.length()
            + "\r\n\r\n"
            + json);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
