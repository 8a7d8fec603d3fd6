package id.simpul.identity.http;

import id.simpul.core.operation.Headers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A message as the RFCs print it.
 *
 * @param start the start line, or {@code ""} when only fields are printed
 * @param headers the fields, folded lines unfolded (RFC 9112, 5.2)
 * @param body the content
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record RfcMessage(String start, Headers headers, byte[] body) {
  static RfcMessage parse(RfcBlock block) {
    List<String> lines = block.lines();
    String start = block.isMessage() ? lines.remove(0) : "";
    List<Headers.Field> fields = new ArrayList<>();
    while (!lines.isEmpty() && !lines.get(0).isEmpty()) {
      String line = lines.remove(0);
      if (line.startsWith(" ") || line.startsWith("\t")) {
        Headers.Field folded = fields.remove(fields.size() - 1);
        fields.add(new Headers.Field(folded.name(), folded.value() + " " + line.strip()));
      } else if (line.indexOf(':') > 0) {
        int colon = line.indexOf(':');
        fields.add(new Headers.Field(line.substring(0, colon), line.substring(colon + 1).strip()));
      }
    }
    Headers headers = Headers.of(fields);
    String body = lines.isEmpty() ? "" : String.join("\n", lines.subList(1, lines.size()));
    return new RfcMessage(start, headers, content(headers, body));
  }

  /** Content-Length tells where content starts when the RFC prints one blank line too many. */
  private static byte[] content(Headers headers, String body) {
    int length = headers.first("Content-Length").map(Integer::parseInt).orElse(body.length());
    String content = body;
    while (content.startsWith("\n") && content.length() > length) {
      content = content.substring(1);
    }
    return content.getBytes(StandardCharsets.UTF_8);
  }

  boolean isResponse() {
    return start.startsWith("HTTP/");
  }

  boolean isRequest() {
    return !start.isEmpty() && !isResponse();
  }

  String method() {
    return start.split(" ", -1)[0];
  }

  int status() {
    return Integer.parseInt(start.split(" ", -1)[1]);
  }

  /** The request under a scheme and, if given, an authority that configuration knows. */
  Optional<RequestMessage> request(String scheme, String authority) {
    String target = start.split(" ", -1)[1];
    String host = authority.isEmpty() ? headers.first("Host").orElse("") : authority;
    String uri =
        target.toLowerCase(Locale.ROOT).startsWith("http")
            ? target
            : scheme + "://" + host + target;
    try {
      return Optional.of(
          new RequestMessage(method(), TargetUri.of(URI.create(uri)), headers, body));
    } catch (Refused | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The host a proxy says the client asked for (RFC 7239); to us that is configuration. */
  Optional<String> forwardedHost() {
    return headers
        .first("Forwarded")
        .filter(f -> f.contains("host="))
        .map(f -> f.substring(f.indexOf("host=") + 5).split("[;,]", -1)[0]);
  }
}
