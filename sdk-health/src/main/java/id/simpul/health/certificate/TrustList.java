package id.simpul.health.certificate;

import id.simpul.identity.CryptoProviders;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which keys are trusted, as somebody knew it at a time: to each name the keys that go by it, which
 * may be several, because a name is only the beginning of a digest. Immutable, thread-safe.
 */
public final class TrustList {
  /** The most keys of one name, each of which costs a verification. */
  public static final int MAX_KEYS_PER_NAME = 8;

  /** The most names. */
  public static final int MAX_NAMES = 50_000;

  private final Instant asOf;
  private final Map<Kid, List<TrustedKey>> keys;

  private TrustList(Instant asOf, Map<Kid, List<TrustedKey>> keys) {
    this.asOf = asOf;
    this.keys = keys;
  }

  /**
   * The list before the first one came: nobody is trusted, and it is older than any limit.
   *
   * @return a list without keys
   */
  public static TrustList empty() {
    return asOf(Instant.EPOCH).build();
  }

  /**
   * Starts a list.
   *
   * @param asOf when its source said this
   * @return a builder without keys
   */
  public static Builder asOf(Instant asOf) {
    return new Builder(asOf);
  }

  /**
   * When its source said this, as far as the reader of the list could know.
   *
   * @return the time its age is counted from
   */
  public Instant asOf() {
    return asOf;
  }

  /**
   * The keys of a name. There is no way to ask for all keys: a certificate is never tried with a
   * key it does not name.
   *
   * @param kid the name
   * @return the keys, perhaps none
   */
  public List<TrustedKey> keys(Kid kid) {
    return keys.getOrDefault(kid, List.of());
  }

  /**
   * How many names there are.
   *
   * @return names
   */
  public int size() {
    return keys.size();
  }

  /**
   * The same list with its keys in the hands of faster libraries.
   *
   * @param providers which library computes what
   * @return a copy
   */
  public TrustList bind(CryptoProviders providers) {
    Map<Kid, List<TrustedKey>> bound = new LinkedHashMap<>();
    keys.forEach(
        (kid, some) -> bound.put(kid, some.stream().map(key -> key.bind(providers)).toList()));
    return new TrustList(asOf, Map.copyOf(bound));
  }

  @Override
  public String toString() {
    return "trust list of " + asOf + ", " + keys.size() + " names";
  }

  /** Collects keys. Not thread-safe. */
  public static final class Builder {
    private final Map<Kid, List<TrustedKey>> keys = new LinkedHashMap<>();
    private Instant asOf;
    private final Set<X509Certificate> certificates = new HashSet<>();

    private Builder(Instant asOf) {
      this.asOf = Objects.requireNonNull(asOf, "asOf");
    }

    /**
     * Adds the key of a document signer's certificate under its own name; once, however often the
     * certificate is added.
     *
     * @param certificate the certificate
     * @return this
     * @throws TrustException as {@link TrustedKey#of(X509Certificate)} and {@link #add}
     */
    public Builder add(X509Certificate certificate) {
      if (certificates.contains(certificate)) {
        return this;
      }
      add(Kid.of(certificate), TrustedKey.of(certificate));
      certificates.add(certificate);
      return this;
    }

    /**
     * Adds a key under a name.
     *
     * @param kid the name
     * @param key the key
     * @return this
     * @throws TrustException {@code BUDGET_EXCEEDED} when there are too many keys of this name, or
     *     too many names
     */
    public Builder add(Kid kid, TrustedKey key) {
      if (!offer(kid, key)) {
        throw tooMany("more than " + MAX_KEYS_PER_NAME + " keys of one name");
      }
      return this;
    }

    /**
     * Adds all keys of another list, each key of a name once. The list becomes as old as the older
     * of both, so that no old part of it counts as new.
     *
     * @param other another list, for example of another network
     * @return this
     * @throws TrustException as {@link #add(Kid, TrustedKey)}
     */
    public Builder addAll(TrustList other) {
      other.keys.forEach((kid, some) ->
          some.stream()
              .filter(key -> keys.getOrDefault(kid, List.of()).stream().noneMatch(key::isSame))
              .forEach(key -> add(kid, key)));
      if (other.asOf.isBefore(asOf)) {
        asOf = other.asOf;
      }
      return this;
    }

    /**
     * Adds a key unless there are too many of its name. Of those a bare key makes room for one with
     * a certificate, so that nobody can fill another's name with keys of their own.
     */
    boolean offer(Kid kid, TrustedKey key) {
      Objects.requireNonNull(key, "key");
      List<TrustedKey> some = keys.getOrDefault(kid, new ArrayList<>());
      if (some.isEmpty() && keys.size() == MAX_NAMES) {
        throw tooMany("more than " + MAX_NAMES + " names");
      }
      if (some.size() == MAX_KEYS_PER_NAME && (key.isBare() || !dropBare(some))) {
        return false;
      }
      some.add(key);
      keys.put(kid, some);
      return true;
    }

    private static boolean dropBare(List<TrustedKey> some) {
      for (int i = some.size() - 1; i >= 0; i--) {
        if (some.get(i).isBare()) {
          some.remove(i);
          return true;
        }
      }
      return false;
    }

    private static TrustException tooMany(String what) {
      return new TrustException(Reason.BUDGET_EXCEEDED, "trust list", "has " + what, "keys");
    }

    /**
     * Makes the list.
     *
     * @return the immutable list
     */
    public TrustList build() {
      Map<Kid, List<TrustedKey>> copy = new LinkedHashMap<>();
      keys.forEach((kid, some) -> copy.put(kid, List.copyOf(some)));
      return new TrustList(asOf, Map.copyOf(copy));
    }
  }
}
