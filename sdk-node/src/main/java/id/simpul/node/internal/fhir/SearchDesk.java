package id.simpul.node.internal.fhir;

import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Violation;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.wire.FhirR4;
import id.simpul.health.wire.ResourceHistory;
import id.simpul.health.wire.ResourceKey;
import id.simpul.health.wire.ResourceSearch;
import id.simpul.node.internal.http.CallContext;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.store.FhirPage;
import id.simpul.node.internal.store.FhirSearch;
import id.simpul.node.internal.store.FhirStore;
import id.simpul.node.internal.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Finds records, and the versions of one. Nothing waits on the calling thread. Thread-safe. */
final class SearchDesk {
  private final FhirStore store;
  private final SearchTerms terms;
  private final SearchBundles bundles;
  private final PageLinks clear;
  private final SealedPages sealed;
  private final FhirThreads threads;
  private final Accesses accesses;

  SearchDesk(FhirStore store, SearchTerms terms, SealedPages sealed, FhirThreads threads) {
    this.store = store;
    this.terms = terms;
    this.bundles = new SearchBundles(terms.place());
    this.clear = PageLinks.inTheClear(terms.place());
    this.sealed = sealed;
    this.threads = threads;
    this.accesses = new Accesses(store.trail(), threads.reading());
  }

  CompletableFuture<Bundle> history(ResourceHistory asked, CallContext call) {
    CompletableFuture<Bundle> found =
        threads
            .reading()
            .submit(() -> {
              List<Violation> violations = new ArrayList<>();
              Params.Builder applied = Params.builder();
              PageReader page =
                  new PageReader(text -> Precondition.version(text) > 0, applied, violations);
              for (Params.Param param : asked.params().entries()) {
                if (!page.take(param) && !isLenient(call.headers())) {
                  violations.add(PageReader.unknown(param));
                }
              }
              if (!violations.isEmpty()) {
                throw Refusal.of(400, violations);
              }
              String after = page.after();
              FhirPage versions =
                  store.versions(
                      asked.key(),
                      after == null ? Long.MAX_VALUE : Precondition.version(after),
                      page.count());
              if (versions.total().orElse(0) == 0) {
                throw RecordDesk.absent(store, asked.key());
              }
              return bundles.history(asked.key(), applied.build(), after, versions);
            });
    return accesses.shown(call, FhirR4.HISTORY, asked.key().resourceType(), found);
  }

  CompletableFuture<Bundle> search(ResourceSearch asked, CallContext call) {
    return accesses.shown(
        call,
        FhirR4.SEARCH,
        asked.resourceType(),
        threads.searching().submit(() -> found(asked, clear, call)));
  }

  CompletableFuture<Bundle> searchByForm(ResourceSearch asked, CallContext call) {
    return accesses.shown(
        call,
        FhirR4.SEARCH_BY_FORM,
        asked.resourceType(),
        threads.searching().submit(() -> found(asked, sealed.links(), call)));
  }

  private Bundle found(ResourceSearch asked, PageLinks pages, CallContext call) {
    Optional<ResourceSearch> opened = sealed.opened(asked);
    SearchReader.Understood search =
        new SearchReader(terms, opened.orElse(asked), isLenient(call.headers())).read();
    return bundles.searchset(
        search,
        page(search.search()),
        // What was not in a URL before comes into none now.
        opened.isPresent() ? sealed.links() : pages);
  }

  private FhirPage page(FhirSearch search) {
    // Behind one that is not there would be nothing, which reads like the end.
    if (search
        .page()
        .previous()
        .filter(id -> store.version(new ResourceKey(search.type(), id)).isEmpty())
        .isPresent()) {
      throw SearchReader.unknownPage();
    }
    try {
      return store.search(search);
    } catch (StoreException e) {
      if (e.kind() != StoreException.Kind.TOO_COSTLY) {
        throw e;
      }
      // Trying again would cost as much, so the status is none that asks for it.
      throw Refusal.of(
          400, "too-costly", "", "this finds too much to look through; search for less");
    }
  }

  private static boolean isLenient(Headers headers) {
    return headers.all("Prefer").stream()
        .anyMatch(v -> v.toLowerCase(Locale.ROOT).replace(" ", "").contains("handling=lenient"));
  }
}
