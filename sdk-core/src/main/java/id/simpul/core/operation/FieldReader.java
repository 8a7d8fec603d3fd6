package id.simpul.core.operation;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads typed values from {@link Params} and gathers every violation on the way, so that a caller
 * learns all of them at once. Made for one reading; not thread-safe.
 */
public final class FieldReader {
  /** Characters a number may have; longer ones are refused unread. */
  public static final int MAX_NUMBER_LENGTH = 32;

  /** The first year a date and time may lie in, as it is written. */
  public static final int MIN_YEAR = 1970;

  /** The last year a date and time may lie in: the last one RFC 3339 can write. */
  public static final int MAX_YEAR = 9999;

  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(?:\\.[0-9]+)?");

  private final Params params;
  private final List<Violation> violations = new ArrayList<>();

  /**
   * Starts a reading.
   *
   * @param params where values come from
   */
  public FieldReader(Params params) {
    this.params = params;
  }

  /**
   * Notes a violation.
   *
   * @param code the rule
   * @param where the field
   * @param message the rule for a person, without the value
   */
  public void reject(String code, String where, String message) {
    violations.add(new Violation(code, where, message));
  }

  // Which of two was meant, nobody can tell; the same twice does no harm.
  private Optional<String> single(String name) {
    if (params.all(name).stream().distinct().count() > 1) {
      reject(Violation.CONFLICT, name, "is given more than once, with different values");
      return Optional.empty();
    }
    return params.first(name);
  }

  /**
   * A text that may be missing.
   *
   * @param name the field
   * @param maxLength characters allowed
   * @return the text, or empty when it is missing or too long
   */
  public Optional<String> text(String name, int maxLength) {
    Optional<String> value = single(name);
    if (value.isPresent() && value.get().length() > maxLength) {
      reject(Violation.LENGTH, name, "at most " + maxLength + " characters are allowed");
      return Optional.empty();
    }
    return value;
  }

  /**
   * A text that must be there.
   *
   * @param name the field
   * @param maxLength characters allowed
   * @return the text, or {@code ""} when a violation was noted
   */
  public String requiredText(String name, int maxLength) {
    if (params.first(name).isEmpty()) {
      reject(Violation.REQUIRED, name, "a value is required");
    }
    return text(name, maxLength).orElse("");
  }

  /**
   * A decimal number within a closed range.
   *
   * @param name the field
   * @param min the least value allowed
   * @param max the greatest value allowed
   * @return the number, or empty when it is missing or wrong
   */
  public Optional<BigDecimal> number(String name, long min, long max) {
    Optional<String> value = single(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String text = value.get().strip();
    if (text.length() > MAX_NUMBER_LENGTH || !NUMBER.matcher(text).matches()) {
      reject(Violation.TYPE, name, "must be a decimal number such as -1.6101");
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(text);
    if (number.compareTo(BigDecimal.valueOf(min)) < 0
        || number.compareTo(BigDecimal.valueOf(max)) > 0) {
      reject(Violation.RANGE, name, "must lie between " + min + " and " + max);
      return Optional.empty();
    }
    return Optional.of(number);
  }

  /**
   * A whole number within a closed range.
   *
   * @param name the field
   * @param min the least value allowed
   * @param max the greatest value allowed
   * @return the number, or empty when it is missing or wrong
   */
  public Optional<Integer> integer(String name, int min, int max) {
    Optional<BigDecimal> number = number(name, min, max);
    if (number.isPresent() && number.get().stripTrailingZeros().scale() > 0) {
      reject(Violation.TYPE, name, "must be a whole number");
      return Optional.empty();
    }
    return number.map(BigDecimal::intValue);
  }

  /**
   * A date and time with offset, as W3C's note on date and time and RFC 3339 write it. A plus sign
   * that arrived as a space, because a client did not encode it, is put right. Its year lies
   * between {@link #MIN_YEAR} and {@link #MAX_YEAR}.
   *
   * @param name the field
   * @return the time, or empty when it is missing or wrong
   */
  public Optional<OffsetDateTime> dateTime(String name) {
    Optional<String> value = single(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    OffsetDateTime time = parseDateTime(value.get().strip().replace(' ', '+'));
    if (time == null) {
      reject(Violation.TYPE, name, "must be a date and time such as 2026-11-21T09:00:00+07:00");
      return Optional.empty();
    }
    if (time.getYear() < MIN_YEAR || time.getYear() > MAX_YEAR) {
      reject(Violation.RANGE, name, "its year must lie between " + MIN_YEAR + " and " + MAX_YEAR);
      return Optional.empty();
    }
    return Optional.of(time);
  }

  private static @Nullable OffsetDateTime parseDateTime(String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /**
   * A yes or no, in any case; {@code 1} and {@code 0} count too.
   *
   * @param name the field
   * @return the boolean, or empty when it is missing or wrong
   */
  public Optional<Boolean> flag(String name) {
    Optional<String> value = single(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return switch (value.get().strip().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> Optional.of(true);
      case "false", "0" -> Optional.of(false);
      default -> {
        reject(Violation.TYPE, name, "must be true or false");
        yield Optional.empty();
      }
    };
  }

  /**
   * Texts separated by commas; blank ones are dropped.
   *
   * @param name the field
   * @param maxItems how many are allowed
   * @return the texts, possibly none
   */
  public List<String> commaList(String name, int maxItems) {
    List<String> items =
        params.all(name).stream()
            .flatMap(v -> Arrays.stream(v.split(",", -1)))
            .map(String::strip)
            .filter(v -> !v.isEmpty())
            .toList();
    if (items.size() > maxItems) {
      reject(Violation.LENGTH, name, "at most " + maxItems + " values are allowed");
      return List.of();
    }
    return items;
  }

  /**
   * Everything noted so far.
   *
   * @return a copy
   */
  public List<Violation> violations() {
    return List.copyOf(violations);
  }

  /**
   * Ends the reading.
   *
   * @param value the value made from what was read; ignored when there are violations
   * @param <T> its type
   * @return the reading
   */
  public <T> Reading<T> finish(Supplier<T> value) {
    return violations.isEmpty()
        ? new Reading.Valid<>(value.get())
        : new Reading.Invalid<>(violations);
  }
}
