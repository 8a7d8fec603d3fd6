package id.simpul.node.internal.store;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.health.certificate.RevocationHash;
import java.time.Instant;
import java.util.HexFormat;

/**
 * What the log keeps of health certificates: that one was issued or taken back, by whom, and a hash
 * of its number, which follows from its record through a key of the node. Nothing of its content.
 * What has shipped is never changed; a new shape is a new version.
 */
public final class CertificateEvents {
  /** A certificate was issued for the first time. */
  public static final EventType ISSUED = new EventType("health-certificate.issued", 1);

  /** A certificate was taken back, in every text it was issued in. */
  public static final EventType REVOKED = new EventType("health-certificate.revoked", 1);

  private CertificateEvents() {}

  /**
   * A certificate is issued or taken back.
   *
   * @param type which of both
   * @param number the hash of its number
   * @param actor who asked
   * @param now the time
   * @return the one event of its stream
   */
  public static NewEvent of(EventType type, RevocationHash number, String actor, Instant now) {
    JsonObject json =
        JsonObject.builder().put("hash", HexFormat.of().formatHex(number.bytes())).build();
    return new NewEvent(type, now, actor, Json.toBytes(json));
  }
}
