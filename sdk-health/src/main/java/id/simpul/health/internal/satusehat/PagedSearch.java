package id.simpul.health.internal.satusehat;

import id.simpul.core.ApiResponse;
import id.simpul.core.operation.Params;
import id.simpul.health.SatuSehatAnswerException;
import id.simpul.health.SatuSehatAnswerException.Reason;
import id.simpul.health.SearchResults;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.wire.ResourceSearch;
import id.simpul.health.wire.SatuSehatV1;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pages of a search lazily.
 *
 * @param search the search
 * @param type the kind of resource
 * @param base where the FHIR API stands
 * @param fetch asks for one page
 * @param maxPages how many pages are read at most
 * @param <T> the kind of resource
 */
public record PagedSearch<T extends Resource>(
    ResourceSearch search,
    FhirType<T> type,
    FhirBase base,
    Function<ResourceSearch, ApiResponse<Bundle>> fetch,
    int maxPages)
    implements SearchResults<T> {

  /** Checks that there is a page to read. */
  public PagedSearch {
    Objects.requireNonNull(search, "search");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(fetch, "fetch");
    if (maxPages < 1) {
      throw new IllegalArgumentException("A search reads a page at least");
    }
  }

  @Override
  public Iterable<ApiResponse<Bundle>> pages() {
    return Pages::new;
  }

  @Override
  public SearchResults<T> withMaxPages(int pages) {
    return new PagedSearch<>(search, type, base, fetch, pages);
  }

  @Override
  public Iterator<T> iterator() {
    return stream().iterator();
  }

  @Override
  public Stream<T> stream() {
    return StreamSupport.stream(pages().spliterator(), false)
        .flatMap(page -> page.body().resources(type).stream());
  }

  @Override
  public String toString() {
    return "SearchResults[" + search + "]";
  }

  /** One walk over the pages. */
  private final class Pages implements Iterator<ApiResponse<Bundle>> {
    private final Set<Params> seen = new HashSet<>();
    private @Nullable ApiResponse<Bundle> last;

    @Override
    public boolean hasNext() {
      return last == null || last.body().link("next").filter(l -> !l.isEmpty()).isPresent();
    }

    // A link that is not followed costs none of what was read before it.
    @Override
    public ApiResponse<Bundle> next() {
      ResourceSearch asked = last == null ? search : following(last);
      if (asked == null) {
        throw new NoSuchElementException();
      }
      if (seen.size() == maxPages) {
        throw refuse(Reason.TOO_MANY_PAGES, "has more than " + maxPages + " pages", null);
      }
      seen.add(asked.params());
      ApiResponse<Bundle> page = fetch.apply(asked);
      last = page;
      return page;
    }

    private @Nullable ResourceSearch following(ApiResponse<Bundle> page) {
      String link = page.body().link("next").orElse("");
      if (link.isEmpty()) {
        return null;
      }
      String requestId = page.requestId().orElse(null);
      Params params =
          PageLink.params(link, base, search.resourceType())
              .orElseThrow(() ->
                  refuse(
                      Reason.PAGE_ELSEWHERE,
                      "links to a next page that is not below its base",
                      requestId));
      if (seen.contains(params)) {
        throw refuse(Reason.PAGE_LOOP, "links to a page that was read already", requestId);
      }
      return new ResourceSearch(search.resourceType(), params);
    }

    private SatuSehatAnswerException refuse(
        Reason reason, String what, @Nullable String requestId) {
      return new SatuSehatAnswerException(
          reason, base.toString(), what, SatuSehatV1.SEARCH.id(), requestId);
    }
  }
}
