package id.simpul.health.certificate;

import id.simpul.health.certificate.RevocationCheck.Status;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Certificates that were taken back, as the EU's backends exchange them (Decision (EU) 2022/483):
 * of one signer, by one kind of hash. A batch without entries says that none of the signer's was.
 * Immutable, thread-safe.
 */
public final class RevocationBatch {
  /** Of what the hashes are, by the word of the standard. */
  public enum HashType {
    /** Of the certificate's number. */
    UCI,
    /** Of the country and the number. */
    COUNTRYCODEUCI,
    /** Of the part of the signature that others cannot change. */
    SIGNATURE
  }

  private final @Nullable Kid kid;
  private final String country;
  private final HashType type;
  private final Instant expires;
  private final Set<RevocationHash> entries;

  /**
   * A batch.
   *
   * @param kid the signer's key, or null when its sender does not know it
   * @param country who took them back, ISO 3166-1 alpha-2
   * @param type of what the entries are hashes
   * @param expires from when on it says nothing
   * @param entries the certificates
   */
  public RevocationBatch(
      @Nullable Kid kid,
      String country,
      HashType type,
      Instant expires,
      Set<RevocationHash> entries) {
    this.kid = kid;
    this.country = Objects.requireNonNull(country, "country");
    this.type = Objects.requireNonNull(type, "type");
    this.expires = Objects.requireNonNull(expires, "expires");
    this.entries = Set.copyOf(entries);
  }

  /**
   * What it says of one certificate. Of another signer's it knows nothing; a batch of an unknown
   * signer takes back what it names and vouches for nothing.
   */
  Status status(RevocationQuestion question, Instant now) {
    if (!now.isBefore(expires) || (kid != null && !kid.equals(question.kid()))) {
      return Status.UNKNOWN;
    }
    if (entries.contains(question.hash(type))) {
      return Status.REVOKED;
    }
    return kid == null ? Status.UNKNOWN : Status.GOOD;
  }

  /**
   * Whose certificates they are.
   *
   * @return the signer's key, or empty when nobody knows
   */
  public Optional<Kid> kid() {
    return Optional.ofNullable(kid);
  }

  /**
   * Who took them back.
   *
   * @return ISO 3166-1 alpha-2
   */
  public String country() {
    return country;
  }

  /**
   * Of what the entries are hashes.
   *
   * @return the kind
   */
  public HashType type() {
    return type;
  }

  /**
   * Its end.
   *
   * @return from when on it says nothing
   */
  public Instant expires() {
    return expires;
  }

  /**
   * What was taken back.
   *
   * @return hashes, perhaps none
   */
  public Set<RevocationHash> entries() {
    return entries;
  }

  @Override
  public String toString() {
    return entries.size() + " revoked certificates signed by " + (kid == null ? "somebody" : kid);
  }
}
