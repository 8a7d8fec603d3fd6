package id.simpul.node;

import id.simpul.identity.SigningKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a node does with health records: whether it serves them, and whether it issues certificates
 * of them. Immutable.
 *
 * <p>Off unless the operator says so: health data are specific personal data (UU 27/2022, article
 * 4), and a node that was set up for reports must not open a door to them by being updated.
 */
public final class NodeHealth {
  /** Nothing. */
  public static final NodeHealth NONE =
      new NodeHealth(false, NodeBooking.STANDARD, List.of(), List.of());

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
  private final List<Signer> signers;
  private final List<X509Certificate> published;

  private NodeHealth(
      boolean serving, NodeBooking booking, List<Signer> signers, List<X509Certificate> published) {
    this.serving = serving;
    this.booking = booking;
    this.signers = List.copyOf(signers);
    this.published = List.copyOf(published);
  }

  /**
   * The same, serving health records to whoever holds a key for health.
   *
   * @return a copy
   */
  public NodeHealth serving() {
    return new NodeHealth(true, booking, signers, published);
  }

  /**
   * The same, serving health records, and issuing certificates of doses to whoever holds a key for
   * health, with one more signer. At any time the one signs whose certificate began last.
   *
   * @param by who signs them
   * @return a copy
   */
  public NodeHealth certifying(Signer by) {
    Objects.requireNonNull(by, "by");
    List<Signer> more = Stream.concat(signers.stream(), Stream.of(by)).toList();
    return new NodeHealth(true, booking, more, published);
  }

  /**
   * The same, publishing the certificate of a signer that signs no more, so that what it signed
   * stays good.
   *
   * @param former the certificate; published until it ends
   * @return a copy
   */
  public NodeHealth publishing(X509Certificate former) {
    Objects.requireNonNull(former, "former");
    List<X509Certificate> more = Stream.concat(published.stream(), Stream.of(former)).toList();
    return new NodeHealth(serving, booking, signers, more);
  }

  /**
   * Who signs health certificates.
   *
   * @return the signers, none when no certificates are issued here
   */
  public List<Signer> signers() {
    return signers;
  }

  /**
   * Whom verifiers trust beside the signers.
   *
   * @return certificates of signers that sign no more
   */
  public List<X509Certificate> formerSigners() {
    return published;
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
    return new NodeHealth(serving, Objects.requireNonNull(value, "value"), signers, published);
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
        + (signers.isEmpty() ? "" : ", certifies")
        + "]";
  }
}
