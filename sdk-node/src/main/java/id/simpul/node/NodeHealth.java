package id.simpul.node;

import id.simpul.identity.SigningKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a node does with health records: whether it serves them, and whether it issues certificates
 * of them. Immutable.
 *
 * <p>Off unless the operator says so: health data are specific personal data (UU 27/2022, article
 * 4), and a node that was set up for reports must not open a door to them by being updated.
 */
public final class NodeHealth {
  /** How long a place at a vaccination is held, unless said. */
  public static final Duration HOLD_TIME = Duration.ofMinutes(10);

  /** The shortest time for which a place is held. */
  public static final Duration MIN_HOLD_TIME = Duration.ofMinutes(1);

  /** The longest time for which a place is held. */
  public static final Duration MAX_HOLD_TIME = Duration.ofHours(1);

  /** Nothing. */
  public static final NodeHealth NONE = new NodeHealth(false, HOLD_TIME, null);

  /**
   * Who signs health certificates here.
   *
   * @param key a P-256 key that signs nothing else
   * @param certificate its certificate, which verifiers trust
   * @param office who issues them, as they say it
   */
  public record Signer(SigningKey key, X509Certificate certificate, String office) {
    /** Checks that all are there. */
    public Signer {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(certificate, "certificate");
      Objects.requireNonNull(office, "office");
    }

    @Override
    public String toString() {
      return "signer of health certificates for " + office;
    }
  }

  private final boolean serving;
  private final Duration holdTime;
  private final @Nullable Signer signer;

  private NodeHealth(boolean serving, Duration holdTime, @Nullable Signer signer) {
    this.serving = serving;
    this.holdTime = holdTime;
    this.signer = signer;
  }

  /**
   * The same, serving health records to whoever holds a key for health.
   *
   * @return a copy
   */
  public NodeHealth serving() {
    return new NodeHealth(true, holdTime, signer);
  }

  /**
   * The same, serving health records, and issuing certificates of doses to whoever holds a key for
   * health.
   *
   * @param by who signs them
   * @return a copy
   */
  public NodeHealth certifying(Signer by) {
    return new NodeHealth(true, holdTime, Objects.requireNonNull(by, "by"));
  }

  /**
   * Who signs health certificates.
   *
   * @return the signer, or empty when none are issued here
   */
  public Optional<Signer> signer() {
    return Optional.ofNullable(signer);
  }

  /**
   * Whether health workers read and write records here.
   *
   * @return true when they do
   */
  public boolean serves() {
    return serving;
  }

  /**
   * The same with another time for which a place at a vaccination is held.
   *
   * @param value the time, {@link #MIN_HOLD_TIME} to {@link #MAX_HOLD_TIME}
   * @return a copy
   * @throws IllegalArgumentException when it is shorter or longer
   */
  public NodeHealth withHoldTime(Duration value) {
    if (value.compareTo(MIN_HOLD_TIME) < 0 || value.compareTo(MAX_HOLD_TIME) > 0) {
      throw new IllegalArgumentException("A place is held for 1 to 60 minutes");
    }
    return new NodeHealth(serving, value, signer);
  }

  /**
   * How long a place at a vaccination is held for whoever is about to register.
   *
   * @return the time, {@link #HOLD_TIME} unless said
   */
  public Duration holdTime() {
    return holdTime;
  }

  /** What it does. */
  @Override
  public String toString() {
    return "NodeHealth["
        + (serving ? "serves" : "nothing")
        + (signer == null ? "" : ", certifies")
        + "]";
  }
}
