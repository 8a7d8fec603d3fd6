package id.simpul.node.internal.store.sqlite;

import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.StoreContractTest;
import id.simpul.node.internal.store.vault.IdentityVault;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

/** The contract, on SQLite. */
final class SqliteStoreTest extends StoreContractTest {
  @TempDir Path folder;

  @Override
  protected Store open(IdentityVault vault, InstantSource clock) {
    return open("node.db", vault, clock);
  }

  @Override
  protected Store openNew(IdentityVault vault, InstantSource clock) {
    return open("new.db", vault, clock);
  }

  private Store open(String name, IdentityVault vault, InstantSource clock) {
    SqliteOptions options =
        SqliteOptions.builder(folder.resolve(name)).noncesPerScope(NONCES_PER_SCOPE).build();
    return SqliteStore.open(options, vault, clock);
  }
}
