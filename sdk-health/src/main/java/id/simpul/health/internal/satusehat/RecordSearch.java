package id.simpul.health.internal.satusehat;

import id.simpul.core.ApiResponse;
import id.simpul.core.operation.Params;
import id.simpul.health.SatuSehatAnswerException;
import id.simpul.health.WriteResult;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.wire.SatuSehatV1;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks for a record that may have been stored. "There is none" is said only when every search the
 * record allows was answered in full; an answer that leaves room for doubt is a failed search.
 *
 * @param <T> the kind of resource
 */
final class RecordSearch<T extends Resource> {
  private static final String WITHDRAWN = "entered-in-error";
  private static final String OUTCOME = "OperationOutcome";

  private final T resource;
  private final FhirType<T> type;
  private final Function<Params, Iterable<ApiResponse<Bundle>>> server;
  private final List<RecordKey> keys;

  /**
   * Prepares a search.
   *
   * @param resource the record as it is sent
   * @param type its kind
   * @param server searches for records
   */
  RecordSearch(
      T resource, FhirType<T> type, Function<Params, Iterable<ApiResponse<Bundle>>> server) {
    this.resource = Objects.requireNonNull(resource, "resource");
    this.type = Objects.requireNonNull(type, "type");
    this.server = Objects.requireNonNull(server, "server");
    this.keys = RecordKey.of(resource);
  }

  /**
   * Whether the record has anything to find it by.
   *
   * @return false when it has not
   */
  boolean isPossible() {
    return !keys.isEmpty();
  }

  /**
   * Searches by one key after the other until something is found.
   *
   * @return the record, or those in its place, or empty when there is none
   * @throws SatuSehatAnswerException when an answer leaves it open whether there is one
   */
  Optional<WriteResult<T>> look() {
    for (RecordKey key : keys) {
      Optional<WriteResult<T>> found = look(key);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<WriteResult<T>> look(RecordKey key) {
    List<T> others = new ArrayList<>();
    String requestId = "";
    int shown = 0;
    int total = 0;
    boolean isWhole = true;
    for (ApiResponse<Bundle> page : server.apply(key.search())) {
      requestId = page.requestId().orElse("");
      for (T found : page.body().resources(type)) {
        if (!isWithdrawn(found) && key.holds().test(found)) {
          if (SentFields.areIn(resource, found) && found.id().isPresent()) {
            return Optional.of(
                new WriteResult.Adopted<>(found.id().orElseThrow(), found, requestId));
          }
          if (others.size() < SafeWrite.MAX_FOUND) {
            others.add(found);
          }
        }
      }
      shown += page.body().entry().size();
      total = Math.max(total, page.body().total().orElse(0));
      isWhole = isWhole && page.body().entry().stream().allMatch(RecordSearch::showsRecord);
    }
    if (!others.isEmpty()) {
      return Optional.of(new WriteResult.Conflict<>(others, requestId));
    }
    if (!isWhole || total > shown) {
      throw inDoubt(requestId);
    }
    return Optional.empty();
  }

  // What was entered in error does not stand in the way of its correction.
  private boolean isWithdrawn(T found) {
    return found.string("status").equals(Optional.of(WITHDRAWN))
        && !resource.string("status").equals(Optional.of(WITHDRAWN));
  }

  private static boolean showsRecord(Bundle.Entry entry) {
    return entry.resource().filter(r -> !r.resourceType().equals(OUTCOME)).isPresent();
  }

  private static SatuSehatAnswerException inDoubt(String requestId) {
    return new SatuSehatAnswerException(
        SatuSehatAnswerException.Reason.UNUSABLE,
        "the server",
        "answered a search with fewer records than it says there are",
        SatuSehatV1.SEARCH.id(),
        requestId.isEmpty() ? null : requestId);
  }
}
