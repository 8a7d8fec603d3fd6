package id.simpul.identity.federation;

import id.simpul.core.Fault;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why an entity is trusted, or why not: written down while a chain was looked for. It names
 * entities, keys and times, and nothing else of the statements. Immutable, thread-safe.
 */
public final class ChainReport {
  /** The most notes of each kind; hostile graphs could make more than anybody reads. */
  public static final int MAX_NOTES = 32;

  private final EntityId subject;
  private final @Nullable Instant trustedUntil;
  private final @Nullable Problem problem;
  private final List<Attempt> attempts;
  private final List<Problem> deadEnds;
  private final List<Problem> refusedMarks;
  private final Set<String> unsureMarks;

  ChainReport(Trail trail, @Nullable Instant trustedUntil, @Nullable Problem problem) {
    this.subject = trail.subject();
    this.trustedUntil = trustedUntil;
    this.problem = problem;
    this.attempts = trail.attempts();
    this.deadEnds = trail.deadEnds();
    this.refusedMarks = trail.refusedMarks();
    this.unsureMarks = trail.unsureMarks();
  }

  /**
   * One thing that went wrong.
   *
   * @param reason of a closed list, with a stable code
   * @param fault who, what, where, and what to do now
   */
  public record Problem(Reason reason, Fault fault) {
    /** Checks that both are given. */
    public Problem {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(fault, "fault");
    }

    static Problem of(TrustException e) {
      return new Problem(e.reason(), e.fault());
    }

    /** Made anew for each caller, so that its stack trace is that of the caller. */
    TrustException toException() {
      return new TrustException(reason, fault.who(), fault.what(), fault.where());
    }
  }

  /** How far a link of a chain was looked at. */
  public enum State {
    /** Everything about it is checked, and its signature is good. */
    HOLDS,
    /** It, or what follows from it, breaks a rule. */
    FAILED,
    /** It was not looked at, or not to the end, because of another link. */
    UNCHECKED
  }

  /**
   * One statement of a chain.
   *
   * @param issuer who says it
   * @param subject of whom, which is the issuer for a configuration
   * @param state how far it was looked at
   * @param signature by which key it is signed and until when it holds, as it says itself unless
   *     the state is {@code HOLDS}; null when it could not be had
   */
  public record Link(
      EntityId issuer, EntityId subject, State state, @Nullable Signature signature) {
    /** Checks that all but the signature is given. */
    public Link {
      Objects.requireNonNull(issuer, "issuer");
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(state, "state");
    }
  }

  /**
   * Who signed a link, and until when it holds.
   *
   * @param keyId {@code kid}, with a question mark for all that is not visible ASCII
   * @param holdsUntil {@code exp}
   */
  public record Signature(String keyId, Instant holdsUntil) {
    /** Checks that both are given. */
    public Signature {
      Objects.requireNonNull(keyId, "keyId");
      Objects.requireNonNull(holdsUntil, "holdsUntil");
    }
  }

  /**
   * A chain that was tried.
   *
   * @param links from the subject's configuration up to the anchor
   * @param problem what is wrong with it, or null when it holds
   */
  public record Attempt(List<Link> links, @Nullable Problem problem) {
    /** Copies the links. */
    public Attempt {
      links = List.copyOf(links);
    }
  }

  /**
   * Whom it is about.
   *
   * @return the entity that was to be trusted
   */
  public EntityId subject() {
    return subject;
  }

  /**
   * Until when it is trusted.
   *
   * @return the end of the first statement of its chain that runs out, or empty when it is not
   */
  public Optional<Instant> trustedUntil() {
    return Optional.ofNullable(trustedUntil);
  }

  /**
   * Why it is not trusted.
   *
   * @return what stood in the way, or empty when it is trusted
   */
  public Optional<Problem> problem() {
    return Optional.ofNullable(problem);
  }

  /**
   * The chains that were tried, in order; when the entity is trusted, the last of them holds.
   *
   * @return at most {@link #MAX_NOTES}
   */
  public List<Attempt> attempts() {
    return attempts;
  }

  /**
   * Ways that led to no anchor.
   *
   * @return at most {@link #MAX_NOTES}
   */
  public List<Problem> deadEnds() {
    return deadEnds;
  }

  /**
   * Trust marks the entity shows that are not believed. They do not spoil the chain.
   *
   * @return at most {@link #MAX_NOTES}
   */
  public List<Problem> refusedMarks() {
    return refusedMarks;
  }

  /** Types of marks that are refused because somebody could not be asked, and not for what is. */
  Set<String> unsureMarks() {
    return unsureMarks;
  }

  /**
   * The report for a person at a terminal.
   *
   * @return lines of ASCII
   */
  public String toText() {
    return new ReportText(this).write();
  }

  @Override
  public String toString() {
    return subject + (problem == null ? " is trusted" : " is not trusted");
  }
}
