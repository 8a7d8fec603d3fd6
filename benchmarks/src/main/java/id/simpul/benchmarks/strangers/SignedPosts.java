package id.simpul.benchmarks.strangers;

import id.simpul.benchmarks.durable.NodeProcess;
import id.simpul.benchmarks.sample.SampleForms;
import id.simpul.benchmarks.sample.SampleReports;
import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator.Request;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.http.RequestSigner;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongFunction;

/** Signed reports as bytes on the wire, each signed when it is asked for. Not thread-safe. */
final class SignedPosts {
  private static final URI TARGET = URI.create(NodeProcess.BASE_URL + NodeProcess.PATH);
  private static final Headers FORM =
      Headers.EMPTY
          .with("Content-Type", "application/x-www-form-urlencoded")
          .with("Accept", "application/json");
  private static final int COUNT = 64;
  private static final long SEED = 15_71;

  private final SigningKey key;
  private final LongFunction<EntityId> signers;
  private final List<byte[]> forms =
      new SampleReports(SEED).list(COUNT).stream().map(SampleForms::encode).toList();
  private long next;

  /**
   * Reports by whoever has a turn.
   *
   * @param key what all of them are signed with
   * @param signers who claims to have signed the request of a number
   */
  SignedPosts(SigningKey key, LongFunction<EntityId> signers) {
    this.key = key;
    this.signers = signers;
  }

  /** The next request. */
  byte[] next() {
    byte[] form = forms.get((int) (next % COUNT));
    RequestSigner signer = new RequestSigner(signers.apply(next), key, InstantSource.system());
    next++;
    StringBuilder head = new StringBuilder("POST " + NodeProcess.PATH + " HTTP/1.1\r\nHost: x\r\n");
    append(head, FORM);
    append(head, signer.sign(new Request("POST", TARGET, FORM, form)).headers());
    head.append("Content-Length: ").append(form.length).append("\r\n\r\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(form);
    return out.toByteArray();
  }

  private static void append(StringBuilder head, Headers fields) {
    fields
        .fields()
        .forEach(f -> head.append(f.name()).append(": ").append(f.value()).append("\r\n"));
  }
}
