package id.simpul.health;

import id.simpul.core.ApiResponse;
import id.simpul.health.fhir.Bundle;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * What a search finds, a page at a time: nothing is asked before it is iterated, and the next page
 * not before it is needed. Iterating again asks again. The end is a page without a link to a next
 * one, and nothing else. Iterators are not thread-safe; all else is.
 *
 * <p>Pages come from the FHIR base alone, whatever a link says. An iterator throws what {@link
 * SatuSehatClient} throws, and {@link SatuSehatAnswerException} when a link leads elsewhere, when a
 * page comes again, and when there are too many.
 *
 * @param <T> the kind of resource
 */
public interface SearchResults<T> extends Iterable<T> {
  /** The most pages a search reads, unless it is told otherwise. */
  int MAX_PAGES = 1000;

  /**
   * The pages themselves.
   *
   * @return the pages, each with its request id
   */
  Iterable<ApiResponse<Bundle>> pages();

  /**
   * The same search with another limit.
   *
   * @param pages how many pages are read at most, positive
   * @return a copy
   */
  SearchResults<T> withMaxPages(int pages);

  /**
   * The resources in the order of the server.
   *
   * @return an iterator that asks for pages as it goes
   */
  @Override
  Iterator<T> iterator();

  /**
   * The resources as a stream.
   *
   * @return a sequential stream
   */
  Stream<T> stream();
}
