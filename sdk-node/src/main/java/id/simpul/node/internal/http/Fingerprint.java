package id.simpul.node.internal.http;

import id.simpul.core.operation.Body;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.RequestParts;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fingerprint of a request's content, by which a repeated idempotency key is told from a reused
 * one. The order of fields does not count, nor do credentials, the key itself, and the one
 * jurisdiction there is.
 */
final class Fingerprint {
  private static final Set<String> NOT_CONTENT =
      Set.of("api_key", "jurisdiction_id", RequestAssembler.KEY_FIELD);

  private Fingerprint() {}

  static String of(RequestParts parts) {
    MessageDigest sha256 = sha256();
    parts.path().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> {
          add(sha256, e.getKey());
          add(sha256, e.getValue());
        });
    add(sha256, parts.query());
    if (parts.body() instanceof Body.Form form) {
      add(sha256, form.fields());
    } else if (parts.body() instanceof Body.Document document) {
      sha256.update(document.bytes());
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static void add(MessageDigest sha256, Params params) {
    List<Params.Param> content =
        params.entries().stream()
            .filter(p -> !NOT_CONTENT.contains(p.name()) && !p.value().isEmpty())
            .sorted(Comparator.comparing(Params.Param::name))
            .toList();
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(content.size()).array());
    for (Params.Param p : content) {
      add(sha256, p.name());
      add(sha256, p.value());
    }
  }

  // Lengths go first, so that two fields never read like one.
  private static void add(MessageDigest sha256, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    sha256.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
