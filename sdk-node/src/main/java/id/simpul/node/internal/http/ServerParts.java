package id.simpul.node.internal.http;

import id.simpul.core.operation.Contracts;
import id.simpul.node.internal.security.Callers;
import id.simpul.node.internal.security.SignatureGate;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/**
 * What a server is put together from.
 *
 * @param routes the operations it serves
 * @param resources the documents it serves besides
 * @param keys whose keys and tokens it knows
 * @param gate how it verifies and signs
 * @param urls what it is called
 * @param contracts the schemas JSON bodies keep
 * @param fingerprint tells a repeated idempotency key from a reused one
 * @param clock the time its answers carry
 */
public record ServerParts(
    List<Route<?, ?>> routes,
    List<PlainResource> resources,
    Callers keys,
    SignatureGate gate,
    PublicUrls urls,
    Contracts contracts,
    Fingerprint fingerprint,
    InstantSource clock) {
  /** Copies the lists. */
  public ServerParts {
    routes = List.copyOf(routes);
    resources = List.copyOf(resources);
    Objects.requireNonNull(keys, "keys");
    Objects.requireNonNull(gate, "gate");
    Objects.requireNonNull(urls, "urls");
    Objects.requireNonNull(contracts, "contracts");
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(clock, "clock");
  }
}
