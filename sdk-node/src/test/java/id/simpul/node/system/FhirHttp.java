package id.simpul.node.system;

import id.simpul.core.value.Secret;
import id.simpul.node.NodePaths;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends to a node's FHIR API what no client of ours would. */
final class FhirHttp {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final List<String> headers = new ArrayList<>();

  FhirHttp(URI base) {
    this.base = base;
  }

  /** An answer. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    String field(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** Where a link of the bundle leads; {@code ""} when it has none. */
    String link(String relation) {
      Matcher link =
          Pattern.compile("\"relation\":\"" + relation + "\",\"url\":\"([^\"]+)\"").matcher(body());
      return link.find() ? link.group(1) : "";
    }

    /** The id in the body. */
    String id() {
      return body().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    }
  }

  FhirHttp as(Secret key) {
    return with("Authorization", "Bearer " + key.reveal());
  }

  FhirHttp with(String name, String value) {
    FhirHttp more = new FhirHttp(base);
    more.headers.addAll(headers);
    more.headers.addAll(List.of(name, value));
    return more;
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send("GET", NodePaths.FHIR + path, "", "");
  }

  Answer post(String path, String json) throws IOException, InterruptedException {
    return send("POST", NodePaths.FHIR + path, "application/fhir+json", json);
  }

  Answer put(String path, String json) throws IOException, InterruptedException {
    return send("PUT", NodePaths.FHIR + path, "application/fhir+json", json);
  }

  Answer patch(String path, String json) throws IOException, InterruptedException {
    return send("PATCH", NodePaths.FHIR + path, "application/json-patch+json", json);
  }

  Answer form(String path, String form) throws IOException, InterruptedException {
    return send("POST", NodePaths.FHIR + path, "application/x-www-form-urlencoded", form);
  }

  /** Follows a link of a bundle. */
  Answer follow(Answer bundle, String relation) throws IOException, InterruptedException {
    String url = bundle.link(relation);
    return get(url.substring(url.indexOf(NodePaths.FHIR) + NodePaths.FHIR.length()));
  }

  Answer token(String id, String secret) throws IOException, InterruptedException {
    return send(
        "POST",
        NodePaths.HEALTH_TOKENS + "/accesstoken?grant_type=client_credentials",
        "application/x-www-form-urlencoded",
        "client_id=" + id + "&client_secret=" + secret);
  }

  Answer send(String method, String target, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + target))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    return new Answer(http.send(request.build(), BodyHandlers.ofString()));
  }
}
