package id.simpul.node.internal.store;

import static id.simpul.node.internal.store.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.node.internal.store.StoreException.Kind;
import id.simpul.node.internal.store.SubmissionOutcome.Appended;
import id.simpul.node.internal.store.vault.IdentityVault;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A store to test, whichever its database. */
public abstract class StoreFixture {
  /** Nonces a scope may have in the stores under test. */
  protected static final int NONCES_PER_SCOPE = 3;

  /** The time of the store under test. */
  protected final SettableClock clock = new SettableClock(START);

  /** The store under test. */
  protected Store store;

  /**
   * Opens a store on the database of this test, as a second process would while the first has it
   * open.
   */
  protected abstract Store open(IdentityVault vault, InstantSource clock);

  /** Opens a store on another database, the same for the whole of a test, empty at first. */
  protected abstract Store openNew(IdentityVault vault, InstantSource clock);

  @BeforeEach
  void openStore() {
    store = open(Samples.vault(), clock);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  /** Closes the store and opens it anew. */
  protected void reopen() {
    store.close();
    openStore();
  }

  /** The event of a submission that must have been appended. */
  protected static Event appended(SubmissionOutcome outcome) {
    assertThat(outcome).isInstanceOf(Appended.class);
    return ((Appended) outcome).event();
  }

  /** Asserts that a write fails with a kind. */
  protected static void assertFails(CompletableFuture<?> future, Kind kind) {
    assertThatThrownBy(future::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(kind);
              assertThat(e.outcomeUnknown()).isFalse();
            });
  }
}
