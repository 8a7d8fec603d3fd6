package id.simpul.node.internal.reporting;

import id.simpul.node.internal.http.CallContext;
import id.simpul.node.internal.security.Caller;
import id.simpul.node.internal.store.Digest;
import id.simpul.node.internal.store.Idempotency;
import id.simpul.node.internal.store.IdempotencyKey;
import java.time.Instant;
import java.util.HexFormat;

/** A caller's idempotency key as the store keeps it: scoped by caller, operation and key. */
final class Idempotencies {
  private Idempotencies() {}

  static Idempotency of(CallContext.IdempotencyKey key, Caller caller, Instant keepUntil) {
    return new Idempotency(
        new IdempotencyKey(caller.scope(), key.operation(), key.key()),
        Digest.ofBytes(HexFormat.of().parseHex(key.fingerprint())),
        keepUntil);
  }
}
