package id.simpul.health.certificate.link;

import id.simpul.core.AddressPolicy;
import id.simpul.core.ValidationException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.operation.Violation;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A SMART Health Link (SMART Health Links, "Construct a SHLink Payload"): an address and the key to
 * what is there. Whoever has it has the files, so {@code toString} shows neither. Immutable,
 * thread-safe.
 */
public final class HealthLink {
  /** What a link begins with, perhaps behind the address of a viewer and {@code #}. */
  public static final String PREFIX = "shlink:/";

  /** The most characters of a link, viewer included: what a QR code of the largest kind holds. */
  public static final int MAX_TEXT_LENGTH = 4_296;

  /** The most characters of its address. */
  public static final int MAX_URL_LENGTH = 128;

  /** The most characters of its label. */
  public static final int MAX_LABEL_LENGTH = 80;

  private final URI url;
  private final LinkKey key;
  private final Set<LinkFlag> flags;
  private final @Nullable Instant expiresAt;
  private final @Nullable String label;

  HealthLink(Builder builder) {
    url = builder.url;
    key = builder.key;
    flags = Set.copyOf(builder.flags);
    expiresAt = builder.expiresAt;
    label = builder.label;
  }

  /**
   * Reads a link.
   *
   * @param text what a QR code or a message holds
   * @return the link
   * @throws ValidationException with everything that is wrong
   */
  public static HealthLink parse(String text) {
    return parse(text, AddressPolicy.publicOnly());
  }

  /**
   * Reads a link that may lead to this machine itself, for development.
   *
   * @param text what a QR code or a message holds
   * @param addresses whether plain {@code http} to this machine is a link, too
   * @return the link
   * @throws ValidationException with everything that is wrong
   */
  public static HealthLink parse(String text, AddressPolicy addresses) {
    return new HealthLinkReader(addresses.isRestricted() && addresses.allowsInsecureLoopback())
        .read(text);
  }

  /**
   * Starts a link of one's own.
   *
   * @param url where its manifest, or with {@link LinkFlag#DIRECT} its file, is; at least 256 bits
   *     of it nobody can guess
   * @param key the key its files are encrypted with
   * @return a builder without anything else
   */
  public static Builder to(URI url, LinkKey key) {
    return new Builder(url, key);
  }

  /**
   * Where it leads.
   *
   * @return an address whoever knows it may use
   */
  public URI url() {
    return url;
  }

  /**
   * What opens its files.
   *
   * @return the key
   */
  public LinkKey key() {
    return key;
  }

  /**
   * What it says of its use.
   *
   * @return flags, perhaps none
   */
  public Set<LinkFlag> flags() {
    return flags;
  }

  /**
   * When its maker says it ends.
   *
   * @return the instant, or empty
   */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  /**
   * What its maker says it leads to.
   *
   * @return a text of a stranger, or empty
   */
  public Optional<String> label() {
    return Optional.ofNullable(label);
  }

  /**
   * The text of the link, to be shown as a QR code to whom it is meant for.
   *
   * @return {@link #PREFIX} and its payload
   */
  public String text() {
    JsonObject.Builder payload = JsonObject.builder().put("url", url.toString());
    StringBuilder letters = new StringBuilder();
    for (LinkFlag flag : LinkFlag.values()) { // in alphabetical order
      if (flags.contains(flag)) {
        letters.append(flag.letter());
      }
    }
    if (letters.length() > 0) {
      payload.put("flag", letters.toString());
    }
    payload.put("key", key.text());
    if (expiresAt != null) {
      payload.put("exp", JsonNumber.of(expiresAt.getEpochSecond()));
    }
    if (label != null) {
      payload.put("label", label);
    }
    byte[] json = Json.toBytes(payload.put("v", JsonNumber.of(1)).build());
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(json);
  }

  @Override
  public String toString() {
    return "health link" + (flags.isEmpty() ? "" : " " + EnumSet.copyOf(flags));
  }

  /** Collects what a link says. Not thread-safe. */
  public static final class Builder {
    private final URI url;
    private final LinkKey key;
    private final Set<LinkFlag> flags = EnumSet.noneOf(LinkFlag.class);
    private @Nullable Instant expiresAt;
    private @Nullable String label;

    private Builder(URI url, LinkKey key) {
      this.url = Objects.requireNonNull(url, "url");
      this.key = Objects.requireNonNull(key, "key");
    }

    /**
     * Adds a flag.
     *
     * @param flag what it says of its use
     * @return this
     */
    public Builder flag(LinkFlag flag) {
      flags.add(Objects.requireNonNull(flag, "flag"));
      return this;
    }

    /**
     * Says when it ends.
     *
     * @param instant the end, to the second
     * @return this
     */
    public Builder expiresAt(Instant instant) {
      expiresAt = Objects.requireNonNull(instant, "instant");
      return this;
    }

    /**
     * Says what it leads to.
     *
     * @param text at most {@link #MAX_LABEL_LENGTH} characters
     * @return this
     */
    public Builder label(String text) {
      label = Objects.requireNonNull(text, "text");
      return this;
    }

    /**
     * Makes the link.
     *
     * @return the immutable link
     * @throws ValidationException with everything a reader would refuse
     */
    public HealthLink build() {
      HealthLink link = new HealthLink(this);
      List<Violation> violations = HealthLinkReader.violations(link, false);
      if (!violations.isEmpty()) {
        throw new ValidationException("health link", violations);
      }
      return link;
    }

    HealthLink unchecked() {
      return new HealthLink(this);
    }
  }
}
