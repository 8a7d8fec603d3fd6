package id.simpul.health.bulk;

import id.simpul.core.operation.Params;
import id.simpul.health.wire.ResourceKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is to be exported (Bulk Data Access 2.0, section 5.1). Immutable. */
public final class BulkExportRequest {
  /** The most kinds of resource asked for by name. */
  public static final int MAX_TYPES = 150;

  private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]{1,63}");

  private final String below;
  private final List<String> types;
  private final @Nullable Instant since;

  private BulkExportRequest(String below, List<String> types, @Nullable Instant since) {
    this.below = below;
    this.types = List.copyOf(types);
    this.since = since;
  }

  /**
   * All the server holds, as far as the caller may see it.
   *
   * @return the request
   */
  public static BulkExportRequest ofSystem() {
    return new BulkExportRequest("", List.of(), null);
  }

  /**
   * All that belongs to patients.
   *
   * @return the request
   */
  public static BulkExportRequest ofPatients() {
    return new BulkExportRequest("/Patient", List.of(), null);
  }

  /**
   * All that belongs to the patients of a group.
   *
   * @param id the group's id, 1 to 64 letters, digits, {@code -} and {@code .}
   * @return the request
   * @throws IllegalArgumentException when the id is none
   */
  public static BulkExportRequest ofGroup(String id) {
    return new BulkExportRequest("/Group/" + new ResourceKey("Group", id).id(), List.of(), null);
  }

  /**
   * Some kinds of resource alone.
   *
   * @param names their names, {@code Immunization}, 1 to {@link #MAX_TYPES}
   * @return a copy
   * @throws IllegalArgumentException when there are none, too many, or one is no name
   */
  public BulkExportRequest withTypes(List<String> names) {
    if (names.isEmpty()
        || names.size() > MAX_TYPES
        || !names.stream().allMatch(n -> TYPE.matcher(n).matches())) {
      throw new IllegalArgumentException("1 to " + MAX_TYPES + " names of kinds of resource");
    }
    return new BulkExportRequest(below, names, since);
  }

  /**
   * Only what was changed since a time: the {@code transactionTime} of the export before.
   *
   * @param time the time; what is less than a millisecond is dropped
   * @return a copy
   */
  public BulkExportRequest withSince(Instant time) {
    return new BulkExportRequest(
        below, types, Objects.requireNonNull(time, "time").truncatedTo(ChronoUnit.MILLIS));
  }

  /**
   * Where below the server's base the export is asked for.
   *
   * @return {@code ""}, {@code /Patient} or {@code /Group/id}
   */
  String below() {
    return below;
  }

  /** The parameters of the request. */
  Params params() {
    Params params = Params.EMPTY.with("_outputFormat", "application/fhir+ndjson");
    if (!types.isEmpty()) {
      params = params.with("_type", String.join(",", types));
    }
    return since == null ? params : params.with("_since", since.toString());
  }

  /** One text for requests that ask for the same. */
  @Override
  public String toString() {
    return below + "/$export " + String.join(",", types) + (since == null ? "" : " since " + since);
  }
}
