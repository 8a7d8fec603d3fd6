package id.simpul.node.internal.http;

import id.simpul.core.operation.Operation;
import id.simpul.node.internal.security.Access;
import java.util.Objects;

/**
 * An operation, where it is served, who may call it, and who carries it out.
 *
 * @param basePath the endpoint's path, for example {@code /open311/v2}
 * @param operation the operation
 * @param access who may call it
 * @param handler who carries it out
 * @param <I> what the request carries
 * @param <O> what the answer carries
 */
public record Route<I, O>(
    String basePath, Operation<I, O> operation, Access access, Handler<I, O> handler) {
  /** Checks that all members are given. */
  public Route {
    Objects.requireNonNull(basePath, "basePath");
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(access, "access");
    Objects.requireNonNull(handler, "handler");
  }
}
