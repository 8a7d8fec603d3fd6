package id.simpul.node.internal.http;

import id.simpul.core.operation.Operation;
import id.simpul.node.internal.security.Access;
import java.util.Objects;
import java.util.function.Function;

/**
 * An operation, where it is served, who may call it, who carries it out, and how a success is
 * answered.
 *
 * @param basePath the endpoint's path, for example {@code /open311/v2}
 * @param operation the operation
 * @param access who may call it
 * @param handler who carries it out
 * @param success status and fields of a success, from what the handler gave
 * @param <I> what the request carries
 * @param <O> what the answer carries
 */
public record Route<I, O>(
    String basePath,
    Operation<I, O> operation,
    Access access,
    Handler<I, O> handler,
    Function<O, Success> success) {
  /** Checks that all members are given. */
  public Route {
    Objects.requireNonNull(basePath, "basePath");
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(access, "access");
    Objects.requireNonNull(handler, "handler");
    Objects.requireNonNull(success, "success");
  }

  /**
   * A route whose success is answered with 200 and nothing besides.
   *
   * @param basePath the endpoint's path, for example {@code /open311/v2}
   * @param operation the operation
   * @param access who may call it
   * @param handler who carries it out
   */
  public Route(String basePath, Operation<I, O> operation, Access access, Handler<I, O> handler) {
    this(basePath, operation, access, handler, output -> Success.OK);
  }
}
