package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.RequestOptions;
import id.simpul.core.TransportException;
import id.simpul.core.value.Secret;
import id.simpul.health.vaccination.Booking;
import id.simpul.health.vaccination.ConfirmResult;
import id.simpul.health.vaccination.HoldResult;
import id.simpul.health.vaccination.VaccinationClient;
import id.simpul.health.vaccination.VaccinationSlot;
import id.simpul.node.NodePaths;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes as processes on one database, 64 threads that want more places than there are. */
final class BookingNodesTest {
  private static final int THREADS = 64;
  private static final int PEOPLE = 256;
  private static final int CAPACITY = 100;
  private static final int PATIENCE = 20;

  @TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void book_atTwoProcesses_nobodyIsBookedTwiceNorBeyondTheCapacity() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (NodePair nodes = NodePair.start(folder);
        VaccinationClient worker = client(nodes.ports().get(0), nodes.health());
        VaccinationClient one = client(nodes.ports().get(0), nodes.reporter());
        VaccinationClient other = client(nodes.ports().get(1), nodes.reporter())) {
      Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
      worker.publish(Campaign.agenda(Campaign.slot("s-1", CAPACITY, tomorrow)));
      List<Future<String>> calls = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        // Each person twice, at one node and at the other, and each call twice under one key.
        int person = i / 2 + 1;
        VaccinationClient client = i % 2 == 0 ? one : other;
        calls.add(threads.submit(() -> book(client, one, person)));
      }
      Map<String, Integer> counts = new TreeMap<>();
      for (Future<String> call : calls) {
        counts.merge(call.get(), 1, Integer::sum);
      }

      int booked = counts.getOrDefault("Confirmed", 0);
      assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(PEOPLE);
      assertThat(counts.keySet()).isSubsetOf("Confirmed", "AlreadyBooked", "Full");
      assertThat(booked).isPositive().isLessThanOrEqualTo(CAPACITY);
      VaccinationSlot taken = taken(one);
      assertThat(taken.id()).isEqualTo("s-1.busy");
      assertThat(taken.capacity()).isEqualTo(booked);
      int left = 0;
      while (other.hold("s-1") instanceof HoldResult.Held) {
        left++;
      }
      assertThat(booked + left).as("no place is lost").isEqualTo(CAPACITY);
    } finally {
      threads.shutdownNow();
    }
  }

  private static VaccinationSlot taken(VaccinationClient client) {
    List<VaccinationSlot> slots = client.slots().slots();
    return slots.get(slots.size() - 1);
  }

  private static VaccinationClient client(int port, Secret key) {
    return VaccinationClient.builder(URI.create("http://127.0.0.1:" + port + NodePaths.VACCINATION))
        .apiKey(key)
        .build();
  }

  private static String book(VaccinationClient client, VaccinationClient first, int person) {
    String key = RequestOptions.newIdempotencyKey();
    RequestOptions once = RequestOptions.NONE.withIdempotencyKey(key);
    HoldResult held = patiently(() -> client.withOptions(once).hold("s-1"));
    if (!(held instanceof HoldResult.Held mine)) {
      return held.getClass().getSimpleName();
    }
    Booking again =
        ((HoldResult.Held) patiently(() -> first.withOptions(once).hold("s-1"))).booking();
    assertThat(again.id()).isEqualTo(mine.booking().id());
    ConfirmResult result =
        patiently(() -> client.confirm(again.id(), Campaign.person(person).build()));
    if (!(result instanceof ConfirmResult.Confirmed)) {
      patiently(() -> client.cancel(again.id()));
    }
    return result.getClass().getSimpleName();
  }

  // A crowd may find no room for its connections for a while; nothing was sent then.
  private static <T> T patiently(Supplier<T> call) {
    for (int tries = 1; ; tries++) {
      try {
        return call.get();
      } catch (TransportException e) {
        if (e.kind() != TransportException.Kind.CONNECT || tries == PATIENCE) {
          throw e;
        }
      }
    }
  }
}
