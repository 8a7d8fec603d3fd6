package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.node.NodeLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each limit of the node at the limit and one past it, over a real socket. */
class HttpLimitsTest {
  private static final String CREATE = "/open311/v2/requests.json";
  private static final String REPORT =
      "api_key=" + TestTown.REPORTER.reveal() + "&service_code=jalan&lat=-1.61&long=103.61";

  @TempDir private static Path folder;
  private static TestTown town;

  @BeforeAll
  static void start() throws IOException {
    town = TestTown.start(folder.resolve("data"));
  }

  @AfterAll
  static void stop() {
    town.close();
  }

  private static String padded(int bytes) {
    String start = REPORT + "&catatan=";
    return start + "x".repeat(bytes - start.length());
  }

  @Test
  void body_atLimit_isTaken() throws IOException {
    try (RawHttp http = town.connect()) {
      RawHttp.Answer answer = http.post(CREATE, padded(NodeLimits.MAX_BODY_BYTES));
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
  }

  @Test
  void body_onePastLimit_isRefusedUnreadAndTheConnectionEnds() throws IOException {
    int before = town.reports();
    try (RawHttp http = town.connect()) {
      RawHttp.Answer answer = http.post(CREATE, padded(NodeLimits.MAX_BODY_BYTES + 1));
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.headers()).containsEntry("connection", "close");
      assertThat(answer.body()).contains("body", "" + NodeLimits.MAX_BODY_BYTES);
      assertThat(http.isEnded()).isTrue();
    }
    assertThat(town.reports()).isEqualTo(before);
  }

  @Test
  void chunkedBody_onePastLimit_isRefusedThoughNoLengthWasDeclared() throws IOException {
    try (RawHttp http = town.connect()) {
      http.write(
          "POST "
              + CREATE
              + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
              + "Content-Type: application/x-www-form-urlencoded\r\n\r\n");
      String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
      for (int sent = 0; sent < NodeLimits.MAX_BODY_BYTES; sent += 0x10000) {
        http.write(chunk);
      }
      RawHttp.Answer answer = http.send("1\r\nx\r\n0\r\n\r\n");
      assertThat(answer.status()).isEqualTo(413);
    }
  }

  /** Two kilobytes that would be two megabytes, twice the limit. */
  @Test
  void body_bombInGzip_isRefusedAndNotInflated() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      gzip.write(padded(2 * NodeLimits.MAX_BODY_BYTES).getBytes(StandardCharsets.US_ASCII));
    }
    int before = town.reports();
    for (String encoding : List.of("gzip", "deflate", "br", "identity, gzip", "x")) {
      try (RawHttp http = town.connect()) {
        RawHttp.Answer answer = http.send(encoded(encoding, bomb));
        assertThat(answer.status()).as(encoding).isEqualTo(415);
        assertThat(answer.body()).contains("Content-Encoding");
      }
    }
    assertThat(town.reports()).isEqualTo(before);
  }

  @Test
  void body_encodedAsItIs_isTaken() throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    plain.writeBytes(REPORT.getBytes(StandardCharsets.US_ASCII));
    try (RawHttp http = town.connect()) {
      assertThat(http.send(encoded("identity", plain)).status()).isEqualTo(200);
    }
  }

  private static String encoded(String encoding, ByteArrayOutputStream body) {
    return "POST "
        + CREATE
        + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        + "Content-Encoding: "
        + encoding
        + "\r\nContent-Length: "
        + body.size()
        + "\r\n\r\n"
        + body.toString(StandardCharsets.ISO_8859_1);
  }

  @Test
  void url_atLimit_isReadAndOnePastIsRefused() throws IOException {
    String path = "/open311/v2/services.json?q=";
    String atLimit = path + "x".repeat(NodeLimits.MAX_URL_LENGTH - path.length());
    try (RawHttp http = town.connect()) {
      assertThat(http.get(atLimit).status()).isEqualTo(200);
      RawHttp.Answer answer = http.get(atLimit + "x".repeat(32));
      assertThat(answer.status()).isEqualTo(414);
      assertThat(answer.body()).contains("" + NodeLimits.MAX_URL_LENGTH);
      assertThat(http.isEnded()).isTrue();
    }
  }

  @Test
  void headers_underLimit_areReadAndPastItAreRefused() throws IOException {
    String start = "GET /open311/v2/services.json HTTP/1.1\r\nHost: x\r\nX-Padding: ";
    int room = NodeLimits.MAX_HEADER_BYTES - 64;
    try (RawHttp http = town.connect()) {
      assertThat(http.send(start + "x".repeat(room) + "\r\n\r\n").status()).isEqualTo(200);
      RawHttp.Answer answer =
          http.send(start + "x".repeat(NodeLimits.MAX_HEADER_BYTES + 1) + "\r\n\r\n");
      assertThat(answer.status()).isEqualTo(431);
      assertThat(answer.body()).contains("" + NodeLimits.MAX_HEADER_BYTES);
      assertThat(http.isEnded()).isTrue();
    }
  }

  @Test
  void fields_atLimit_areTakenAndOneMoreIsRefused() throws IOException {
    int given = REPORT.split("&", -1).length;
    String atLimit = REPORT + "&x=1".repeat(NodeLimits.MAX_FIELDS - given);
    try (RawHttp http = town.connect()) {
      assertThat(http.post(CREATE, atLimit).status()).isEqualTo(200);
      RawHttp.Answer answer = http.post(CREATE, atLimit + "&x=1");
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains("" + NodeLimits.MAX_FIELDS);
    }
  }

  @Test
  void json_atDepthLimit_isReadAndOneDeeperIsRefused() throws IOException {
    assertThat(advance(nested(NodeLimits.MAX_JSON_DEPTH))).doesNotContain("deeper");
    assertThat(advance(nested(NodeLimits.MAX_JSON_DEPTH + 1)))
        .contains("nested deeper than " + NodeLimits.MAX_JSON_DEPTH);
  }

  private static String nested(int depth) {
    return "{\"status\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
  }

  private static String advance(String json) throws IOException {
    try (RawHttp http = town.connect()) {
      RawHttp.Answer answer =
          http.send(
              "POST /simpul/v1/reports/1571-x/transitions HTTP/1.1\r\nHost: x\r\n"
                  + "Authorization: Bearer "
                  + TestTown.OFFICER.reveal()
                  + "\r\nContent-Type: application/json\r\nContent-Length: "
                  + json.length()
                  + "\r\n\r\n"
                  + json);
      assertThat(answer.status()).isEqualTo(400);
      return answer.body();
    }
  }

  @Test
  void requestsInFlight_atLimit_areHeldAndOneMoreIsRefused() throws IOException {
    List<RawHttp> held = new ArrayList<>();
    try {
      for (int i = 0; i < NodeLimits.MAX_REQUESTS_IN_FLIGHT; i++) {
        RawHttp http = town.connect();
        held.add(http);
        http.write(
            "POST "
                + CREATE
                + " HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 5\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n\r\n");
        http.awaitContinue();
      }
      RawHttp.Answer refused;
      try (RawHttp http = town.connect()) {
        refused = http.get("/open311/v2/services.json");
        assertThat(http.isEnded()).isTrue();
      }
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.headers()).containsKey("retry-after");
      try (RawHttp http = town.connect()) {
        assertThat(http.get("/health/live").status()).as("health of a busy node").isEqualTo(200);
      }
      assertThat(refused.body()).startsWith("[{\"code\":503");
      // One that ends makes room for one more.
      assertThat(held.get(0).send("a=1&b").status()).isEqualTo(403);
      try (RawHttp http = town.connect()) {
        assertThat(http.get("/open311/v2/services.json").status()).isEqualTo(200);
      }
    } finally {
      for (RawHttp http : held) {
        http.close();
      }
    }
  }

  @Test
  void idempotencyKey_atLimit_isTakenAndOnePastIsRefused() throws IOException {
    try (RawHttp http = town.connect()) {
      String key = "k".repeat(128);
      assertThat(http.post(CREATE, REPORT + "&idempotency_key=" + key).status()).isEqualTo(200);
      RawHttp.Answer answer = http.post(CREATE, REPORT + "&idempotency_key=" + key + "k");
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains("128");
    }
  }
}
