package id.simpul.health.vaccination;

import id.simpul.core.AddressPolicy;
import id.simpul.core.ClientAuth;
import id.simpul.core.ClientConfig;
import id.simpul.core.OperationClient;
import id.simpul.core.format.Limits;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Collects what a {@link SlotDirectory} needs. Not thread-safe. */
public final class SlotDirectoryBuilder {
  // A value takes some twenty bytes of a file at least.
  private static final Limits LIMITS =
      new Limits(
          SlotDirectory.MAX_FILE_BYTES,
          Limits.DEFAULT_MAX_DEPTH,
          Limits.DEFAULT_MAX_STRING_LENGTH,
          Limits.DEFAULT_MAX_NAME_LENGTH,
          Limits.DEFAULT_MAX_NUMBER_LENGTH,
          Limits.DEFAULT_MAX_NODES);

  private final URI manifest;
  private final List<Consumer<ClientConfig.Builder>> changes = new ArrayList<>();

  SlotDirectoryBuilder(URI manifest) {
    ClientConfig unused = ClientConfig.builder(manifest).build();
    this.manifest = manifest;
  }

  /**
   * Timeouts, retry, observer, clock, addresses and the OkHttp client. Default: as {@link
   * ClientConfig.Builder} states. Addresses concern the manifest's own origin alone; credentials
   * set here are not used.
   *
   * @param change called once for each of two clients, at {@link #build}
   * @return this
   */
  public SlotDirectoryBuilder configure(Consumer<ClientConfig.Builder> change) {
    changes.add(Objects.requireNonNull(change, "change"));
    return this;
  }

  /**
   * Makes the directory. Nothing is sent.
   *
   * @return the directory, to be closed when done
   */
  public SlotDirectory build() {
    ClientConfig.Builder others = config();
    ClientConfig own = config().build();
    return new SlotDirectory(
        manifest,
        new PublishedFiles(
            OperationClient.create(own),
            OperationClient.create(others.addressPolicy(AddressPolicy.publicOnly()).build())),
        own.clock());
  }

  private ClientConfig.Builder config() {
    ClientConfig.Builder config = ClientConfig.builder(ClientConfig.NO_BASE_URL).limits(LIMITS);
    changes.forEach(change -> change.accept(config));
    return config.auth(ClientAuth.NONE);
  }
}
