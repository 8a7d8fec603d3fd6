package id.simpul.identity.http;

import id.simpul.core.operation.Headers;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.http.RfcVerdicts.Clause;
import id.simpul.identity.http.RfcVerdicts.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Digests of the content the RFCs print. */
final class RfcDigests {
  private static final List<String> OTHER_FIELDS =
      List.of("Repr-Digest", "Want-Repr-Digest", "Want-Content-Digest", "Accept-Signature");

  /** The draft's digest of {"message": "good dog"} is of something else; RFC 9421 corrects it. */
  private static final String WRONG_DIGEST =
      "sha-512=:JlEy2bfUz7WrWIjc1qV6KVLpdr/7L5/L4h7Sxvh6sNHpDQWDCL+GauFQWcZBvVDhiyOnAQsxzZFYwi0wDH+1"
          + "pw==:";

  private final RfcMessages messages;

  RfcDigests(RfcMessages messages) {
    this.messages = messages;
  }

  Verdict of(RfcMessage message) {
    String digest = FieldLines.joined(message.headers(), ContentDigest.FIELD);
    if (message.start().isEmpty()) {
      return fields(message.headers(), digest);
    }
    if (!message.isResponse() && RfcMessages.requests(message).isEmpty()) {
      return Verdict.deviating(Clause.TARGET);
    }
    if (digest != null) {
      return digest(digest, message.body());
    }
    return message.body().length == 0
        ? Verdict.ACCEPTED
        : Verdict.deviating(Clause.DIGEST_MANDATORY);
  }

  private static Verdict digest(String digest, byte[] content) {
    if (fits(digest, content)) {
      return Verdict.ACCEPTED;
    }
    return digest.equals(WRONG_DIGEST)
        ? Verdict.REFUSED
        : Verdict.failed("the digest is not that of the content");
  }

  /** Fields without a message: a digest is held against all content that is printed anywhere. */
  private Verdict fields(Headers headers, String digest) {
    if (OTHER_FIELDS.stream().anyMatch(f -> headers.first(f).isPresent())) {
      return Verdict.deviating(Clause.OTHER_FIELD);
    }
    if (digest == null) {
      return readable(headers);
    }
    boolean found =
        messages.all().stream().map(Message::content).anyMatch(content -> fits(digest, content));
    return found ? Verdict.ACCEPTED : Verdict.deviating(Clause.MESSAGE_ELSEWHERE);
  }

  private static Verdict readable(Headers headers) {
    RequestMessage message = RfcMessages.fields(headers);
    try {
      for (Headers.Field field : headers.fields()) {
        SignatureBase.of(List.of(Component.of(field.name())), "()", message);
      }
      return Verdict.ACCEPTED;
    } catch (Refused e) {
      return Verdict.failed(e.getMessage());
    }
  }

  private static byte[] withLineEnd(byte[] content) {
    byte[] longer = Arrays.copyOf(content, content.length + 1);
    longer[content.length] = '\n';
    return longer;
  }

  /**
   * Appendix D of RFC 9530: one content under every algorithm; ours fit, the others are refused.
   */
  Verdict list(RfcBlock block) {
    byte[] content = "{\"hello\": \"world\"}".getBytes(StandardCharsets.UTF_8);
    for (String line : block.lines()) {
      String[] parts = line.split(" +- +", -1);
      if (parts.length == 2 && !isAsExpected(parts[0].strip(), parts[1].strip(), content)) {
        return Verdict.failed(parts[0]);
      }
    }
    return Verdict.deviating(Clause.DIGEST_ALGORITHM);
  }

  private static boolean isAsExpected(String algorithm, String value, byte[] content) {
    if (algorithm.equals("sha-256") || algorithm.equals("sha-512")) {
      return fits(algorithm + "=" + value, content);
    }
    try {
      ContentDigest.verify(algorithm + "=" + value, content);
      return false;
    } catch (TrustException e) {
      return e.reason() == Reason.NOT_ALLOWED;
    }
  }

  /** RFC 9530's content ends with a line feed that is not to be seen on paper. */
  private static boolean fits(String digest, byte[] content) {
    return isDigest(digest, content) || isDigest(digest, withLineEnd(content));
  }

  private static boolean isDigest(String digest, byte[] content) {
    try {
      ContentDigest.verify(digest, content);
      return true;
    } catch (TrustException e) {
      return false;
    }
  }
}
