package id.simpul.examples.twocities;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Sends bytes exactly as they are given, as somebody on the network would: without our client,
 * which refuses to send what it did not sign itself.
 */
final class RawExchange {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int MAX_ANSWER_BYTES = 64 * 1024;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  /**
   * What came back.
   *
   * @param status the HTTP status
   * @param body the parsed answer
   */
  record Answer(int status, JsonValue body) {
    /** A text member of the first entry: GeoReport answers errors as a list. */
    String first(String member) {
      return body instanceof JsonArray array
              && !array.items().isEmpty()
              && array.items().get(0) instanceof JsonObject entry
              && entry.get(member).orElse(null) instanceof JsonString text
          ? text.value()
          : "";
    }
  }

  Answer post(SignedPost post) {
    URI target = post.target();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .timeout(TIMEOUT)
            .POST(HttpRequest.BodyPublishers.ofByteArray(post.bytes()));
    post.sent().fields().forEach(f -> request.header(f.name(), f.value()));
    try {
      HttpResponse<InputStream> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = response.body()) {
        return new Answer(
            response.statusCode(), Json.read(in.readNBytes(MAX_ANSWER_BYTES), Limits.DEFAULT));
      }
    } catch (FormatException e) {
      throw new StoryException(target.toString(), "did not answer in JSON", "raw exchange", e);
    } catch (IOException e) {
      throw new StoryException(target.toString(), "gave no answer", "raw exchange", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoryException(target.toString(), "was interrupted", "raw exchange", e);
    }
  }
}
