package id.simpul.node.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.JsonObject;
import id.simpul.core.operation.Headers;
import id.simpul.health.fhir.Resource;
import id.simpul.health.wire.FhirR4;
import id.simpul.health.wire.ResourceKey;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.CallContext;
import id.simpul.node.internal.security.Caller;
import id.simpul.node.internal.store.FhirAccess;
import id.simpul.node.internal.store.FhirTrail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessesTest {
  private static final CallContext CALL =
      new CallContext("x", new Caller(Caller.Kind.HEALTH, "rsud"), Headers.EMPTY, null);
  private static final Resource PATIENT =
      Records.read(JsonObject.builder().put("resourceType", "Patient").put("id", "a").build());

  /** Notes what is added; each is on disk when the test says so. */
  private static final class HeldTrail implements FhirTrail {
    private final List<FhirAccess> added = new ArrayList<>();
    private final CompletableFuture<Void> onDisk = new CompletableFuture<>();

    @Override
    public CompletableFuture<Void> add(FhirAccess access) {
      added.add(access);
      return onDisk;
    }

    @Override
    public List<FhirAccess.Kept> after(long number, @Nullable ResourceKey of, int limit) {
      return List.of();
    }
  }

  private static CompletableFuture<Resource> read(HeldTrail trail, BlockingWork work) {
    return new Accesses(trail, work)
        .shown(CALL, FhirR4.READ, "Patient", CompletableFuture.completedFuture(PATIENT));
  }

  @Test
  void shown_traceNotYetOnDisk_waits() throws Exception {
    HeldTrail trail = new HeldTrail();
    try (BlockingWork work = new BlockingWork("test", 1, 1)) {
      CompletableFuture<Resource> shown = read(trail, work);

      assertThat(shown).isNotDone();
      assertThat(trail.added)
          .containsExactly(
              new FhirAccess("health:rsud", FhirR4.READ.id(), "Patient", Map.of("a", 1L)));
      trail.onDisk.complete(null);
      assertThat(shown.get(30, TimeUnit.SECONDS)).isSameAs(PATIENT);
    }
  }

  @Test
  void shown_traceCannotBeWritten_showsNothing() {
    HeldTrail trail = new HeldTrail();
    trail.onDisk.completeExceptionally(new IllegalStateException("a disk that is full"));
    try (BlockingWork work = new BlockingWork("test", 1, 1)) {
      assertThat(read(trail, work)).isCompletedExceptionally();
    }
  }
}
