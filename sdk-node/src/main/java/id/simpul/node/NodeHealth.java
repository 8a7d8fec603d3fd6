package id.simpul.node;

import id.simpul.identity.SigningKey;
import java.security.cert.X509Certificate;
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
  /** Nothing. */
  public static final NodeHealth NONE = new NodeHealth(false, NodeBooking.STANDARD, null);

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
  private final NodeBooking booking;
  private final @Nullable Signer signer;

  private NodeHealth(boolean serving, NodeBooking booking, @Nullable Signer signer) {
    this.serving = serving;
    this.booking = booking;
    this.signer = signer;
  }

  /**
   * The same, serving health records to whoever holds a key for health.
   *
   * @return a copy
   */
  public NodeHealth serving() {
    return new NodeHealth(true, booking, signer);
  }

  /**
   * The same, serving health records, and issuing certificates of doses to whoever holds a key for
   * health.
   *
   * @param by who signs them
   * @return a copy
   */
  public NodeHealth certifying(Signer by) {
    return new NodeHealth(true, booking, Objects.requireNonNull(by, "by"));
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
   * The same with vaccinations booked otherwise.
   *
   * @param value how
   * @return a copy
   */
  public NodeHealth withBooking(NodeBooking value) {
    return new NodeHealth(serving, Objects.requireNonNull(value, "value"), signer);
  }

  /**
   * How vaccinations are booked.
   *
   * @return {@link NodeBooking#STANDARD} unless said
   */
  public NodeBooking booking() {
    return booking;
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
