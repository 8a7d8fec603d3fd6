package id.simpul.identity.credential;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Remembers indices in this process. For tests, and for programs whose credentials end with them:
 * what it has given out is given out again after a restart. Grows with every credential.
 * Thread-safe.
 */
public final class InMemoryStatusIndexStore implements StatusIndexStore {
  private final ConcurrentMap<Entry, TokenStatus> statuses = new ConcurrentHashMap<>();

  private record Entry(URI list, int index) {}

  /** Creates an empty store. */
  public InMemoryStatusIndexStore() {}

  @Override
  public boolean claim(URI list, int index) {
    return statuses.putIfAbsent(new Entry(list, index), TokenStatus.VALID) == null;
  }

  @Override
  public int taken(URI list) {
    return (int) statuses.keySet().stream().filter(entry -> entry.list().equals(list)).count();
  }

  @Override
  public Optional<TokenStatus> find(URI list, int index) {
    return Optional.ofNullable(statuses.get(new Entry(list, index)));
  }

  @Override
  public boolean replace(URI list, int index, TokenStatus expected, TokenStatus next) {
    return statuses.replace(new Entry(list, index), expected, next);
  }

  @Override
  public Map<Integer, TokenStatus> notValid(URI list) {
    Map<Integer, TokenStatus> found = new HashMap<>();
    statuses.forEach((entry, status) -> {
      if (entry.list().equals(list) && !status.equals(TokenStatus.VALID)) {
        found.put(entry.index(), status);
      }
    });
    return found;
  }
}
