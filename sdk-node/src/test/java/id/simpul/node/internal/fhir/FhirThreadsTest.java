package id.simpul.node.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.store.sqlite.SqliteOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FhirThreadsTest {
  @Test
  void searching_asManyAsMayWait_refusesOneMoreAndReadingGoesOn() {
    CompletableFuture<Boolean> over = new CompletableFuture<>();
    try (BlockingWork reading = new BlockingWork("test", 1, 1);
        FhirThreads threads = FhirThreads.beside(reading)) {
      List<CompletableFuture<Boolean>> slow = new ArrayList<>();
      for (int i = 0; i < FhirThreads.SEARCHES + FhirThreads.SEARCHES_WAITING; i++) {
        slow.add(threads.searching().submit(over::join));
      }
      CompletableFuture<Boolean> oneMore = threads.searching().submit(over::join);

      assertThatThrownBy(oneMore::join)
          .cause()
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("node.refused.503"));
      assertThat(slow).noneMatch(CompletableFuture::isDone);
      assertThat(threads.reading().submit(() -> true).join()).isTrue();

      over.complete(true);
      assertThat(slow).allMatch(CompletableFuture::join);
    } finally {
      over.complete(false);
    }
  }

  @Test
  void searches_areFewerThanTheReadersOfTheDatabase() {
    assertThat(FhirThreads.SEARCHES).isLessThan(SqliteOptions.DEFAULT_READERS);
  }
}
