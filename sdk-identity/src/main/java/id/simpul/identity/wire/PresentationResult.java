package id.simpul.identity.wire;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of a presentation request. Immutable; personal: {@code toString} shows the state. */
public final class PresentationResult {
  /** Nobody answered yet. */
  public static final String OPEN = "open";

  /** It was shown, and verified. */
  public static final String SHOWN = "shown";

  /** The holder does not want to. */
  public static final String DECLINED = "declined";

  private final String state;
  private final @Nullable Source source;
  private final JsonObject claims;

  private PresentationResult(String state, @Nullable Source source, JsonObject claims) {
    this.state = Objects.requireNonNull(state, "state");
    this.source = source;
    this.claims = Objects.requireNonNull(claims, "claims");
  }

  /**
   * Who spoke, when, and whether it still holds.
   *
   * @param issuer who issued what was shown
   * @param issuedAt when, possibly rounded by its issuer
   * @param status what its issuer says of it now: {@link #VALID}, {@link #STALE_VALID} or {@link
   *     #NOT_REVOCABLE}
   */
  public record Source(EntityId issuer, Instant issuedAt, String status) {
    /** It holds, by a status list that is fresh. */
    public static final String VALID = "valid";

    /** It held, by a status list that should have been fetched anew and could not be. */
    public static final String STALE_VALID = "stale_valid";

    /** It names no status list, so nobody takes it back. */
    public static final String NOT_REVOCABLE = "not_revocable";

    /** Checks that all are given. */
    public Source {
      Objects.requireNonNull(issuer, "issuer");
      Objects.requireNonNull(issuedAt, "issuedAt");
      Objects.requireNonNull(status, "status");
    }
  }

  /**
   * A request without a credential to it.
   *
   * @param state {@link #OPEN} or {@link #DECLINED}
   * @return the result
   */
  public static PresentationResult without(String state) {
    return new PresentationResult(state, null, JsonObject.EMPTY);
  }

  /**
   * What was shown, and verified.
   *
   * @param source who said so
   * @param claims what was asked for, by name
   * @return the result
   */
  public static PresentationResult shown(Source source, JsonObject claims) {
    return new PresentationResult(SHOWN, Objects.requireNonNull(source, "source"), claims);
  }

  /**
   * What became of the request.
   *
   * @return {@link #OPEN}, {@link #SHOWN} or {@link #DECLINED}
   */
  public String state() {
    return state;
  }

  /**
   * Who said what was shown.
   *
   * @return the source, or empty unless something was shown
   */
  public Optional<Source> source() {
    return Optional.ofNullable(source);
  }

  /**
   * What was shown.
   *
   * @return what was asked for, by name; empty unless something was shown
   */
  public JsonObject claims() {
    return claims;
  }

  @Override
  public String toString() {
    return "presentation " + state;
  }
}
