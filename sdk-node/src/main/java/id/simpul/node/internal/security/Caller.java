package id.simpul.node.internal.security;

import java.util.Locale;
import java.util.Objects;

/**
 * Who calls, as far as it was proved.
 *
 * @param kind how it was proved
 * @param name the key's or peer's name; {@code ""} when nothing was proved
 */
public record Caller(Kind kind, String name) {
  /** Somebody who proved nothing. */
  public static final Caller ANONYMOUS = new Caller(Kind.ANONYMOUS, "");

  /** How a caller was proved. */
  public enum Kind {
    /** Not at all. */
    ANONYMOUS,
    /** By an API key for reporting. */
    REPORTER,
    /** By an API key of an officer who works on reports. */
    OFFICER,
    /** By an API key of an officer who issues credentials. */
    REGISTRAR,
    /** By an API key of an officer who looks at credentials. */
    VERIFIER,
    /** By an API key of a health worker. */
    HEALTH,
    /** By an API key of who answers for the health records. */
    CUSTODIAN,
    /** By an API key of a system that exports health records. */
    EXPORTER,
    /** By a signature of a trusted entity. */
    PEER
  }

  /** Checks the members. */
  public Caller {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
  }

  /**
   * Whether this caller may call an operation.
   *
   * @param access who may
   * @return true when this is one of them
   */
  public boolean may(Access access) {
    return switch (access) {
      case OPEN, TOKEN -> true;
      case REPORTER -> kind == Kind.REPORTER || kind == Kind.OFFICER || kind == Kind.PEER;
      case APPLICATION ->
          kind == Kind.REPORTER || kind == Kind.OFFICER || kind == Kind.HEALTH || kind == Kind.PEER;
      case OFFICER -> kind == Kind.OFFICER;
      case REGISTRAR -> kind == Kind.REGISTRAR;
      case VERIFIER -> kind == Kind.VERIFIER;
      case HEALTH -> kind == Kind.HEALTH;
      case HEALTH_READER -> kind == Kind.HEALTH || kind == Kind.CUSTODIAN;
      case CUSTODIAN -> kind == Kind.CUSTODIAN;
      case EXPORTER -> kind == Kind.EXPORTER;
    };
  }

  /**
   * The caller's name among all kinds: the scope of idempotency keys, and the actor of events.
   *
   * @return for example {@code reporter:jaki} or {@code peer:https://simpul.jakarta.go.id}
   */
  public String scope() {
    return kind == Kind.ANONYMOUS ? "anonymous" : kind.name().toLowerCase(Locale.ROOT) + ":" + name;
  }
}
