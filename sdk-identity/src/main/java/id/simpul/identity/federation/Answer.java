package id.simpul.identity.federation;

import id.simpul.identity.TrustException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What came of asking once, so that asking again gives the same without the work. Immutable. */
record Answer<T>(@Nullable T value, @Nullable TrustException refusal) {
  static <T> Answer<T> of(Supplier<T> work) {
    try {
      return new Answer<>(work.get(), null);
    } catch (TrustException e) {
      return new Answer<>(null, e); // thrown to whoever asks
    }
  }

  /** What was found, or empty when the answer was none. */
  Optional<T> found() {
    return Optional.ofNullable(value);
  }

  T orThrow() {
    if (refusal != null) {
      throw refusal;
    }
    return Objects.requireNonNull(value, "value");
  }
}
