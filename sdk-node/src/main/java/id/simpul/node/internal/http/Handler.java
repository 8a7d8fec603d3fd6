package id.simpul.node.internal.http;

import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.Violation;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Carries an operation out. Called on the event loop, so it must not block: what may wait goes to
 * another thread and completes the stage.
 *
 * @param <I> what the request carries
 * @param <O> what the answer carries
 */
public interface Handler<I, O> {
  /**
   * Checks what only the node can know, such as whether a service exists. Its violations are
   * reported together with those of the input.
   *
   * @param parts the request as received
   * @return the violations, possibly none
   */
  default List<Violation> inspect(RequestParts parts) {
    return List.of();
  }

  /**
   * Carries the operation out.
   *
   * @param input what was asked
   * @param call who asked, and how
   * @return what to answer; fails with a {@link Refusal} when it cannot be done
   */
  CompletionStage<O> handle(I input, CallContext call);
}
