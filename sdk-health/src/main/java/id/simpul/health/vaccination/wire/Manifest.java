package id.simpul.health.vaccination.wire;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a publisher of slots lists at {@code $bulk-publish}. Immutable. */
public final class Manifest {
  private final @Nullable OffsetDateTime transactionTime;
  private final String request;
  private final List<Output> output;

  /**
   * Makes a manifest.
   *
   * @param transactionTime when the set was published, or null where nobody says
   * @param request the manifest's own URL
   * @param output the files
   */
  public Manifest(@Nullable OffsetDateTime transactionTime, String request, List<Output> output) {
    this.transactionTime = transactionTime;
    this.request = Objects.requireNonNull(request, "request");
    this.output = List.copyOf(output);
  }

  /**
   * A file.
   *
   * @param type the kind of resource it holds
   * @param url where it is, not yet looked at
   */
  public record Output(String type, String url) {
    /** Checks that both are given. */
    public Output {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(url, "url");
    }
  }

  /**
   * When the set was published.
   *
   * @return the time, or empty where nobody says so that it can be read
   */
  public Optional<OffsetDateTime> transactionTime() {
    return Optional.ofNullable(transactionTime);
  }

  /**
   * The manifest's own URL.
   *
   * @return the URL as it was written
   */
  public String request() {
    return request;
  }

  /**
   * The files.
   *
   * @return the files in order, of any type
   */
  public List<Output> output() {
    return output;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Manifest m
        && Objects.equals(transactionTime, m.transactionTime)
        && request.equals(m.request)
        && output.equals(m.output);
  }

  @Override
  public int hashCode() {
    return Objects.hash(transactionTime, request, output);
  }

  @Override
  public String toString() {
    return "Manifest[" + output.size() + " files]";
  }
}
