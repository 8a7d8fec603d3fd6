package id.simpul.node.internal.http;

import id.simpul.core.operation.Body;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.RequestParts;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The fingerprint of a request's content, by which a repeated idempotency key is told from a reused
 * one. The order of fields does not count, nor do credentials, the key itself, and the one
 * jurisdiction there is. It has a key (HMAC-SHA-256, RFC 2104), because it outlives the contact
 * data it was made from, which is short enough to be guessed. Thread-safe.
 */
public final class Fingerprint {
  private static final String HMAC = "HmacSHA256";
  private static final Set<String> NOT_CONTENT =
      Set.of("api_key", "jurisdiction_id", RequestAssembler.KEY_FIELD);

  // The node's secret keeps other things secret, too.
  private static final String PURPOSE = "simpul fingerprint of requests v1";

  private final SecretKeySpec key;

  /**
   * Makes fingerprints with a key.
   *
   * @param key a secret of this node, the same as long as its idempotency keys are kept; copied
   */
  public Fingerprint(byte[] key) {
    Mac mac = mac(new SecretKeySpec(key, HMAC));
    this.key = new SecretKeySpec(mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8)), HMAC);
  }

  String of(RequestParts parts) {
    Mac mac = mac(key);
    parts.path().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> {
          add(mac, e.getKey());
          add(mac, e.getValue());
        });
    add(mac, parts.query());
    if (parts.body() instanceof Body.Form form) {
      add(mac, form.fields());
    } else if (parts.body() instanceof Body.Document document) {
      mac.update(document.bytes());
    }
    return HexFormat.of().formatHex(mac.doFinal());
  }

  private static void add(Mac mac, Params params) {
    List<Params.Param> content =
        params.entries().stream()
            .filter(p -> !NOT_CONTENT.contains(p.name()) && !p.value().isEmpty())
            .sorted(Comparator.comparing(Params.Param::name))
            .toList();
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(content.size()).array());
    for (Params.Param p : content) {
      add(mac, p.name());
      add(mac, p.value());
    }
  }

  // Lengths go first, so that two fields never read like one.
  private static void add(Mac mac, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    mac.update(bytes);
  }

  private static Mac mac(SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
    }
  }
}
