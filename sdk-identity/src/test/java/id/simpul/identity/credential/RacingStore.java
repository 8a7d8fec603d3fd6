package id.simpul.identity.credential;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A store where another process is quicker, once, between reading and writing. */
final class RacingStore implements StatusIndexStore {
  private final StatusIndexStore store;
  private final TokenStatus theirs;

  RacingStore(StatusIndexStore store, TokenStatus theirs) {
    this.store = store;
    this.theirs = theirs;
  }

  @Override
  public boolean claim(URI list, int index) {
    return store.claim(list, index);
  }

  @Override
  public int taken(URI list) {
    return store.taken(list);
  }

  @Override
  public Optional<TokenStatus> find(URI list, int index) {
    return store.find(list, index);
  }

  @Override
  public boolean replace(URI list, int index, TokenStatus expected, TokenStatus next) {
    store.replace(list, index, TokenStatus.VALID, theirs);
    return store.replace(list, index, expected, next);
  }

  @Override
  public Map<Integer, TokenStatus> notValid(URI list) {
    return store.notValid(list);
  }
}
