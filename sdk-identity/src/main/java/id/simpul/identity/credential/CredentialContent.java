package id.simpul.identity.credential;

import id.simpul.core.ValidationException;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.operation.Violation;
import id.simpul.identity.internal.credential.ContentCheck;
import id.simpul.identity.internal.credential.SdJwt;
import id.simpul.identity.jose.PublicJwk;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a credential is to say, and which of it its holder may keep to himself. Immutable; {@code
 * toString} shows nothing of it.
 */
public final class CredentialContent {
  /** The most claims that can be hidden. */
  public static final int MAX_SELECTIVE = SdJwt.MAX_DISCLOSURES;

  /** The deepest nesting of objects and arrays; the claims themselves are the first level. */
  public static final int MAX_DEPTH = SdJwt.MAX_DEPTH;

  private final JsonObject claims;
  private final Set<ClaimPath> selective;
  private final @Nullable PublicJwk holder;
  private final @Nullable StatusReference status;

  private CredentialContent(
      JsonObject claims,
      Set<ClaimPath> selective,
      @Nullable PublicJwk holder,
      @Nullable StatusReference status) {
    this.claims = claims;
    this.selective = selective;
    this.holder = holder;
    this.status = status;
  }

  /**
   * Starts a content.
   *
   * @return a builder without claims
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The same for another holder's key. Copies of a credential for one person have a key each and a
   * place for their status each ({@link #withStatus}), so that verifiers who compare what they were
   * shown join copies by the claims in them alone.
   *
   * @param key the public key of the holder
   * @return a copy
   */
  public CredentialContent withHolder(PublicJwk key) {
    return new CredentialContent(claims, selective, Objects.requireNonNull(key, "key"), status);
  }

  /**
   * The same with another place for its status. Each copy has one of its own.
   *
   * @param reference where the issuer keeps it
   * @return a copy
   */
  public CredentialContent withStatus(StatusReference reference) {
    Objects.requireNonNull(reference, "reference");
    return new CredentialContent(claims, selective, holder, reference);
  }

  /**
   * All claims, open and hidden.
   *
   * @return the claims
   */
  public JsonObject claims() {
    return claims;
  }

  /**
   * The claims the holder may keep to himself.
   *
   * @return their paths, unmodifiable
   */
  public Set<ClaimPath> selective() {
    return selective;
  }

  /**
   * The key that presentations are signed with.
   *
   * @return the holder's public key, or empty when whoever has the credential may present it
   */
  public Optional<PublicJwk> holder() {
    return Optional.ofNullable(holder);
  }

  /**
   * Where the issuer keeps its status.
   *
   * @return the place, or empty when it cannot be revoked
   */
  public Optional<StatusReference> status() {
    return Optional.ofNullable(status);
  }

  /** The number of claims, and nothing of them. */
  @Override
  public String toString() {
    return claims.members().size() + " claims";
  }

  /** Collects claims. Not thread-safe. */
  public static final class Builder {
    private final JsonObject.Builder claims = JsonObject.builder();
    private final Set<ClaimPath> selective = new LinkedHashSet<>();
    private @Nullable PublicJwk holder;
    private @Nullable StatusReference status;

    private Builder() {}

    /**
     * Adds a claim that every verifier sees.
     *
     * @param name its name at the top level
     * @param value its value; parts of it can be hidden with {@link #selective(ClaimPath)}
     * @return this
     */
    public Builder claim(String name, JsonValue value) {
      claims.put(name, value);
      return this;
    }

    /**
     * Adds a claim that the holder may keep to himself.
     *
     * @param name its name at the top level
     * @param value its value
     * @return this
     */
    public Builder selective(String name, JsonValue value) {
      claims.put(name, value);
      return selective(ClaimPath.of(name));
    }

    /**
     * Adds a text that the holder may keep to himself.
     *
     * @param name its name at the top level
     * @param value its characters
     * @return this
     */
    public Builder selective(String name, String value) {
      return selective(name, new JsonString(value));
    }

    /**
     * Lets the holder keep a claim, or a part of one, to himself. A part of a hidden claim can be
     * hidden too: it is then shown only when both are.
     *
     * @param path where it stands in the claims, an element of an array by its position among all
     * @return this
     */
    public Builder selective(ClaimPath path) {
      selective.add(Objects.requireNonNull(path, "path"));
      return this;
    }

    /**
     * Binds the credential to a key (RFC 7800).
     *
     * @param key the public key of the holder; default: none, so that anyone can present it
     * @return this
     */
    public Builder holder(PublicJwk key) {
      holder = Objects.requireNonNull(key, "key");
      return this;
    }

    /**
     * Makes the credential revocable.
     *
     * @param reference where the issuer keeps its status; default: nowhere
     * @return this
     */
    public Builder status(StatusReference reference) {
      status = Objects.requireNonNull(reference, "reference");
      return this;
    }

    /**
     * Makes the content.
     *
     * @return the immutable content
     * @throws ValidationException with every violation: a name that is reserved or the issuer's
     *     own, a path that leads nowhere, more than {@link #MAX_SELECTIVE} of them, nesting beyond
     *     {@link #MAX_DEPTH}, or a {@code nik}, {@code birthdate} or {@code address} left open
     */
    public CredentialContent build() {
      JsonObject all = claims.build();
      List<Violation> violations = ContentCheck.violations(all, selective);
      if (!violations.isEmpty()) {
        throw new ValidationException("CredentialContent", violations);
      }
      return new CredentialContent(
          all, Collections.unmodifiableSet(new LinkedHashSet<>(selective)), holder, status);
    }
  }
}
