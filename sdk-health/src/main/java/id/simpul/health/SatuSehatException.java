package id.simpul.health;

import id.simpul.core.Fault;
import id.simpul.core.SimpulException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with SATUSEHAT beyond the exchange itself, which {@link
 * id.simpul.core.CallException} tells of. The message carries kinds and rule numbers, never the
 * server's words: they may quote what was sent.
 */
public abstract sealed class SatuSehatException extends SimpulException
    permits SatuSehatRefusedException,
        SatuSehatTokenException,
        SatuSehatAnswerException,
        SatuSehatJournalException,
        SatuSehatRulesException {
  private static final long serialVersionUID = 1L;

  /** The server's name for the exchange, or null. */
  private final @Nullable String requestId;

  SatuSehatException(Fault fault, @Nullable String requestId, @Nullable Throwable cause) {
    super(fault, cause);
    this.requestId = requestId;
  }

  /**
   * The server's name for the exchange ({@code x-request-id}): what its support asks for.
   *
   * @return the id, or empty when the server gave none or nothing was sent
   */
  public final Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }
}
