package id.simpul.health;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** A server that stores whatever it is sent, as often as it is sent, and shows it in searches. */
final class KeepingServer implements Function<RecordedRequest, MockResponse> {
  /** What goes wrong. */
  enum Trouble {
    NOTHING,
    /** The first write is stored and its answer lost. */
    ANSWER_LOST,
    /** The first write is lost before it is stored. */
    WRITE_LOST,
    /** As the first, and only later searches show it. */
    ANSWER_LOST_AND_INDEX_LATE,
    /** The answers to all writes are lost. */
    ALL_ANSWERS_LOST
  }

  final List<String> stored = new CopyOnWriteArrayList<>();
  private final Trouble trouble;
  private final AtomicInteger writes = new AtomicInteger();
  private final AtomicInteger searches = new AtomicInteger();

  KeepingServer(Trouble trouble) {
    this.trouble = trouble;
  }

  @Override
  public MockResponse apply(RecordedRequest request) {
    return "POST".equals(request.getMethod()) ? write(Rig.bodyOf(request)) : search();
  }

  private MockResponse write(String body) {
    boolean first = writes.incrementAndGet() == 1;
    if (first && trouble == Trouble.WRITE_LOST) {
      return Rig.lost().build();
    }
    String shown = body.replaceFirst("\\{", "{\"id\":\"i" + writes.get() + "\",");
    stored.add(shown);
    boolean lost = trouble == Trouble.ALL_ANSWERS_LOST || (first && trouble != Trouble.NOTHING);
    return lost ? Rig.lost().build() : Rig.json(201, shown).build();
  }

  private MockResponse search() {
    boolean late = trouble == Trouble.ANSWER_LOST_AND_INDEX_LATE && searches.getAndIncrement() == 0;
    return Rig.bundle("", late ? new String[0] : stored.toArray(String[]::new)).build();
  }
}
