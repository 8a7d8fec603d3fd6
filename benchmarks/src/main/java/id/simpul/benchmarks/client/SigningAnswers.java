package id.simpul.benchmarks.client;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.measure.HttpFrame;
import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.http.RequestBinding;
import id.simpul.identity.http.ResponseSigner;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Signs the answers to signed requests, and leaves the others as they are. */
final class SigningAnswers implements Answers {
  private static final String SIGNED = "\r\nsignature-input:";

  private final CannedAnswers answers;
  private final ResponseSigner signer;
  private final String base;

  /**
   * Makes answers.
   *
   * @param answers what to answer
   * @param base the base URL clients use, and the name of the server as an entity
   * @param key the key it signs with
   */
  SigningAnswers(CannedAnswers answers, String base, SigningKey key) {
    this.answers = answers;
    this.base = base;
    this.signer = new ResponseSigner(new EntityId(base), key, InstantSource.system());
  }

  @Override
  public byte[] to(byte[] request, int end) {
    int body = HttpFrame.body(request, 0, end);
    String head = new String(request, 0, body, StandardCharsets.ISO_8859_1);
    return head.toLowerCase(Locale.ROOT).contains(SIGNED)
        ? signed(head, Arrays.copyOfRange(request, body, end), answers.kind(request).answer())
        : answers.to(request, end);
  }

  private byte[] signed(String head, byte[] content, byte[] answer) {
    String[] lines = head.split("\r\n");
    String[] start = lines[0].split(" ", -1);
    RequestBinding binding =
        RequestBinding.received(
                new ExchangeAuthenticator.Request(
                    start[0], URI.create(base + start[1]), headers(lines), content))
            .orElseThrow(() -> BenchmarkException.invalid("client", "signed what cannot be read"));
    Headers type = Headers.EMPTY.with("Content-Type", CannedAnswers.TYPE);
    Headers signature = signer.sign(new ExchangeAuthenticator.Response(200, type, answer), binding);
    StringBuilder fields = new StringBuilder();
    signature
        .fields()
        .forEach(f -> fields.append(f.name()).append(": ").append(f.value()).append("\r\n"));
    return CannedAnswers.message(fields.toString(), answer);
  }

  private static Headers headers(String[] lines) {
    List<Headers.Field> fields = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      fields.add(
          new Headers.Field(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip()));
    }
    return Headers.of(fields);
  }
}
