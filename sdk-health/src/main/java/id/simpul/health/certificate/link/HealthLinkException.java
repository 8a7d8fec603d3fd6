package id.simpul.health.certificate.link;

import id.simpul.core.Fault;
import id.simpul.core.SimpulException;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Why what a link leads to cannot be had. It shows neither address, key nor passcode. */
public final class HealthLinkException extends SimpulException {
  private static final long serialVersionUID = 1L;

  /** The reasons. */
  public enum Reason {
    /** The link says itself that its time is over. */
    EXPIRED("Ask for a new link"),
    /** The link wants a passcode, and none was given. */
    PASSCODE_REQUIRED("Ask whoever shares for the passcode"),
    /** The passcode is wrong; see {@link HealthLinkException#remainingAttempts}. */
    PASSCODE_WRONG("Ask whoever shares for the right passcode"),
    /** There is no such link, or it was switched off. */
    INACTIVE("Ask for a new link"),
    /** What the server sent is no manifest, or more than is read. */
    MALFORMED("Ask whoever shares to make the link anew"),
    /** A file that is encrypted otherwise, was changed, or is for another key. */
    UNREADABLE("Ask whoever shares to make the link anew");

    private final String now;

    Reason(String now) {
      this.now = now;
    }

    /**
     * The stable code.
     *
     * @return a code of the register
     */
    public String code() {
      return "health.link." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Why there is nothing to read. */
  private final Reason reason;

  /** How many passcodes may still be tried; negative when nobody said. */
  private final int remaining;

  HealthLinkException(Reason reason, String what, @Nullable Throwable cause) {
    this(reason, what, -1, cause);
  }

  HealthLinkException(Reason reason, String what, int remaining, @Nullable Throwable cause) {
    super(new Fault(reason.code(), "health link", what, "link", reason.now), cause);
    this.reason = reason;
    this.remaining = remaining;
  }

  /**
   * Why.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }

  /**
   * How many passcodes may still be tried before the link is switched off.
   *
   * @return the number, or empty when the server did not say
   */
  public OptionalInt remainingAttempts() {
    return remaining < 0 ? OptionalInt.empty() : OptionalInt.of(remaining);
  }
}
