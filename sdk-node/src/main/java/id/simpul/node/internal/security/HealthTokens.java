package id.simpul.node.internal.security;

import id.simpul.core.value.Secret;
import id.simpul.node.ApiKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Short-lived tokens that stand in for a key for health. Nothing is kept of them: a token says
 * whose it is and until when, under a keyed digest that covers the key it was given for, so that it
 * ends with that key. Every process of the node knows them. Thread-safe.
 */
public final class HealthTokens implements Callers {
  /** How long a token holds. */
  public static final Duration LIFETIME = Duration.ofSeconds(3599);

  private static final Set<ApiKey.Role> ROLES =
      Set.of(ApiKey.Role.HEALTH, ApiKey.Role.CUSTODIAN, ApiKey.Role.EXPORTER);
  private static final String PURPOSE = "id.simpul.health-token.v1";
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9_-]{1,100})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

  private final List<ApiKey> keys;
  private final KeyedDigest digest;
  private final InstantSource clock;

  /**
   * Tokens for the keys of a node.
   *
   * @param keys all keys; those for health count
   * @param secret the node's own secret, the same in all its processes
   * @param clock the time
   */
  public HealthTokens(List<ApiKey> keys, byte[] secret, InstantSource clock) {
    this.keys = keys.stream().filter(key -> ROLES.contains(key.role())).toList();
    this.digest = new KeyedDigest(secret, PURPOSE);
    this.clock = clock;
  }

  /**
   * Gives a token. Every key is compared, so that the time tells nothing.
   *
   * @param name the name of a key
   * @param candidate the key presented
   * @return the token, or empty when no key for health has this name and is this
   */
  public Optional<Secret> issue(String name, Secret candidate) {
    ApiKey held = null;
    for (ApiKey key : keys) {
      if (key.matches(candidate) && key.name().equals(name)) {
        held = key;
      }
    }
    return Optional.ofNullable(held)
        .map(key -> token(key, clock.instant().plus(LIFETIME).getEpochSecond()));
  }

  private Secret token(ApiKey key, long until) {
    return Secret.of(
        encode(key.name().getBytes(StandardCharsets.US_ASCII))
            + "."
            + until
            + "."
            + encode(mac(key, Long.toString(until))));
  }

  private byte[] mac(ApiKey key, String until) {
    return digest.of(key.name(), key.digest(), until).bytes();
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public Optional<Caller> identify(Secret candidate) {
    Matcher form = FORM.matcher(candidate.reveal());
    if (!form.matches()) {
      return Optional.empty();
    }
    ApiKey key = named(form.group(1));
    if (key == null || !isOurs(key, form.group(2), form.group(3))) {
      return Optional.empty();
    }
    Instant until = Instant.ofEpochSecond(Long.parseLong(form.group(2)));
    return clock.instant().isBefore(until)
        ? Optional.of(new Caller(ApiKeys.kind(key.role()), key.name()))
        : Optional.empty();
  }

  // Secrets compare in constant time.
  private boolean isOurs(ApiKey key, String until, String mac) {
    return Secret.of(encode(mac(key, until))).equals(Secret.of(mac));
  }

  private @Nullable ApiKey named(String encoded) {
    for (ApiKey key : keys) {
      if (encode(key.name().getBytes(StandardCharsets.US_ASCII)).equals(encoded)) {
        return key;
      }
    }
    return null;
  }
}
