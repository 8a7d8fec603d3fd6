package id.simpul.health.certificate.link;

import id.simpul.core.ValidationException;
import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Violation;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one link, and says everything that is wrong with it. Not thread-safe; for one text. */
final class HealthLinkReader {
  private static final Limits LIMITS = new Limits(HealthLink.MAX_TEXT_LENGTH, 8, 1_024, 64, 64, 64);
  private static final int MAX_DIGITS = 20;
  private static final long LAST_SECOND = 253_402_300_799L; // of the year 9999

  private final boolean loopback;
  private final List<Violation> violations = new ArrayList<>();

  HealthLinkReader(boolean loopback) {
    this.loopback = loopback;
  }

  HealthLink read(String text) {
    JsonObject payload = payload(text);
    URI url = url(payload);
    LinkKey key = key(payload);
    Set<LinkFlag> flags = flags(payload);
    Instant expiresAt = expiresAt(payload);
    String label = text(payload, "label").orElse(null);
    if (payload.get("v").isPresent()
        && !(payload.get("v").get() instanceof JsonNumber version
            && version.lexeme().equals("1"))) {
      add(Violation.UNSUPPORTED, "v", "is 1");
    }
    if (url == null || key == null) {
      throw new ValidationException("health link", violations);
    }
    HealthLink.Builder builder = HealthLink.to(url, key);
    flags.forEach(builder::flag);
    if (expiresAt != null) {
      builder.expiresAt(expiresAt);
    }
    if (label != null) {
      builder.label(label);
    }
    HealthLink link = builder.unchecked();
    violations.addAll(violations(link, loopback));
    if (!violations.isEmpty()) {
      throw new ValidationException("health link", violations);
    }
    return link;
  }

  /** What holds for links that are read and for those that are made. */
  static List<Violation> violations(HealthLink link, boolean loopback) {
    List<Violation> wrong = new ArrayList<>();
    URI url = link.url();
    boolean here = loopback && "http".equals(url.getScheme());
    if ((!here && !"https".equals(url.getScheme()))
        || url.getHost() == null
        || url.getRawUserInfo() != null
        || url.getRawFragment() != null) {
      wrong.add(new Violation(Violation.CHOICE, "url", "is an https address"));
    }
    if (url.toString().length() > HealthLink.MAX_URL_LENGTH) {
      wrong.add(tooLong("url", HealthLink.MAX_URL_LENGTH));
    }
    if (link.label().filter(label -> label.length() > HealthLink.MAX_LABEL_LENGTH).isPresent()) {
      wrong.add(tooLong("label", HealthLink.MAX_LABEL_LENGTH));
    }
    if (link.flags().containsAll(Set.of(LinkFlag.DIRECT, LinkFlag.PASSCODE))) {
      wrong.add(new Violation(Violation.CONFLICT, "flag", "does not have both U and P"));
    }
    if (link.expiresAt().filter(end -> end.getEpochSecond() > LAST_SECOND).isPresent()) {
      wrong.add(new Violation(Violation.RANGE, "exp", "ends with the year 9999"));
    }
    return wrong;
  }

  private static Violation tooLong(String name, int most) {
    return new Violation(Violation.LENGTH, name, "has at most " + most + " characters");
  }

  private void add(String code, String where, String message) {
    violations.add(new Violation(code, where, message));
  }

  private static ValidationException noLink(String code, String message) {
    return new ValidationException("health link", List.of(new Violation(code, "text", message)));
  }

  private static JsonObject payload(String text) {
    if (text.length() > HealthLink.MAX_TEXT_LENGTH) {
      throw noLink(Violation.LENGTH, "has at most " + HealthLink.MAX_TEXT_LENGTH + " characters");
    }
    String link = text.strip();
    int viewer = link.indexOf('#' + HealthLink.PREFIX);
    if (viewer >= 0 && link.startsWith("https://")) {
      link = link.substring(viewer + 1);
    }
    if (!link.startsWith(HealthLink.PREFIX)) {
      throw noLink(Violation.CHOICE, "begins with " + HealthLink.PREFIX);
    }
    try {
      String encoded = link.substring(HealthLink.PREFIX.length());
      byte[] json = Base64.getUrlDecoder().decode(encoded);
      if (!encoded.contains("=") && Json.read(json, LIMITS) instanceof JsonObject payload) {
        return payload;
      }
    } catch (IllegalArgumentException e) {
      throw noLink(Violation.MALFORMED, "is base64url behind its beginning");
    } catch (FormatException e) {
      throw noLink(Violation.MALFORMED, "holds JSON: " + e.reason());
    }
    throw noLink(Violation.MALFORMED, "holds a JSON object in base64url without padding");
  }

  private Optional<String> text(JsonObject payload, String name) {
    Optional<JsonValue> value = payload.get(name);
    if (value.isPresent() && !(value.get() instanceof JsonString)) {
      add(Violation.TYPE, name, "is a text");
    }
    return value.filter(JsonString.class::isInstance).map(some -> ((JsonString) some).value());
  }

  private @Nullable URI url(JsonObject payload) {
    Optional<String> url = text(payload, "url");
    if (url.isEmpty()) {
      add(Violation.REQUIRED, "url", "is required");
      return null;
    }
    try {
      return new URI(url.get());
    } catch (URISyntaxException e) {
      add(Violation.TYPE, "url", "is an address");
      return null;
    }
  }

  private @Nullable LinkKey key(JsonObject payload) {
    Optional<LinkKey> key = text(payload, "key").flatMap(LinkKey::of);
    if (key.isEmpty()) {
      add(Violation.TYPE, "key", "is " + LinkKey.LENGTH + " characters of base64url");
    }
    return key.orElse(null);
  }

  private Set<LinkFlag> flags(JsonObject payload) {
    Set<LinkFlag> flags = EnumSet.noneOf(LinkFlag.class);
    text(payload, "flag")
        .orElse("")
        .chars()
        .forEach(letter -> {
          if (!LinkFlag.of(letter).map(flags::add).orElse(false)) {
            add(Violation.CHOICE, "flag", "has letters of L, P and U, each once");
          }
        });
    return flags;
  }

  /** Some makers write a fraction of a second. */
  private @Nullable Instant expiresAt(JsonObject payload) {
    Optional<JsonValue> end = payload.get("exp");
    if (end.isEmpty()) {
      return null;
    }
    if (end.get() instanceof JsonNumber number
        && number.lexeme().length() <= MAX_DIGITS
        && number.lexeme().matches("[0-9]+(\\.[0-9]+)?")) {
      BigDecimal seconds = new BigDecimal(number.lexeme());
      if (seconds.compareTo(BigDecimal.valueOf(LAST_SECOND)) <= 0) {
        return Instant.ofEpochSecond(seconds.longValue());
      }
    }
    add(Violation.RANGE, "exp", "is a time in seconds, not after the year 9999");
    return null;
  }
}
