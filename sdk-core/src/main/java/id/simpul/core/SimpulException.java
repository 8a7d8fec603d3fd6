package id.simpul.core;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything Simpul throws on purpose. Unchecked; the message always says who, what,
 * where and what to do now, and never carries a NIK, a name, a token, a key or a body.
 *
 * <p>The root is open so that each module can seal a branch of its own. Programs should branch on
 * {@link #code()}, which is stable and listed in {@code docs/register.md}; messages may change.
 */
public abstract class SimpulException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  /**
   * Creates an exception from its four answers.
   *
   * @param fault who, what, where and what now
   * @param cause what led to it, or null
   */
  protected SimpulException(Fault fault, @Nullable Throwable cause) {
    super(Objects.requireNonNull(fault, "fault").message(), cause);
    this.fault = fault;
  }

  /**
   * The stable reason code, for example {@code core.transport.timeout}.
   *
   * @return a code listed in the register
   */
  public final String code() {
    return fault.code();
  }

  /**
   * The four answers of this failure, each on its own.
   *
   * @return the fault this exception was made from
   */
  public final Fault fault() {
    return fault;
  }
}
