package id.simpul.core.internal.http;

import id.simpul.core.operation.Format;
import id.simpul.core.operation.Operation;

/**
 * What all attempts of one call have in common.
 *
 * @param operation the operation
 * @param format the format of the answer
 * @param request the request
 * @param terms where it goes and what it may take
 * @param handle how to end it
 * @param <O> what the operation yields
 */
record Exchange<O>(
    Operation<?, O> operation,
    Format<O> format,
    EncodedRequest request,
    CallTerms terms,
    CallHandle handle) {

  /** The suffix that goes with the format, {@code ""} for none. */
  String suffix() {
    return format.suffix().orElse("");
  }
}
