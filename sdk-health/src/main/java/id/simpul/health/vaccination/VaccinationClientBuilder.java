package id.simpul.health.vaccination;

import id.simpul.core.ClientAuth;
import id.simpul.core.ClientConfig;
import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.core.value.Secret;
import id.simpul.health.vaccination.wire.SchedulingLinksV1;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Collects what a {@link VaccinationClient} needs. Not thread-safe. */
public final class VaccinationClientBuilder {
  private final ClientConfig.Builder config;
  private final List<Consumer<ClientConfig.Builder>> changes = new ArrayList<>();

  VaccinationClientBuilder(URI baseUrl) {
    this.config = ClientConfig.builder(baseUrl).nodeHonoursIdempotencyKeys(true);
  }

  /**
   * The key of the application, or of the health worker. Default: none.
   *
   * @param key the key
   * @return this
   */
  public VaccinationClientBuilder apiKey(Secret key) {
    config.auth(ClientAuth.bearer(key));
    return this;
  }

  /**
   * Everything else: signing, timeouts, retry, limits, checks, clock. Default: as {@link
   * ClientConfig.Builder} states, but for idempotency keys, which every node honours here.
   *
   * @param change called at once for booking, and again for reading the slots at {@link #build},
   *     where credentials are not used
   * @return this
   */
  public VaccinationClientBuilder configure(Consumer<ClientConfig.Builder> change) {
    change.accept(config);
    changes.add(Objects.requireNonNull(change, "change"));
    return this;
  }

  /**
   * Makes the client. Nothing is sent.
   *
   * @return the client, to be closed when done
   */
  public VaccinationClient build() {
    ClientConfig built = config.build();
    SlotDirectoryBuilder slots =
        SlotDirectory.builder(URI.create(built.baseUrl() + SchedulingLinksV1.MANIFEST_PATH));
    changes.forEach(slots::configure);
    return new DefaultVaccinationClient(
        built.baseUrl(), OperationClient.create(built), slots.build(), RequestOptions.NONE);
  }
}
