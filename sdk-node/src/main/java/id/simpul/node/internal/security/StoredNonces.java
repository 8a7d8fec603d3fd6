package id.simpul.node.internal.security;

import id.simpul.identity.TrustException;
import id.simpul.identity.http.NonceStore;
import id.simpul.node.internal.store.NonceUse;
import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.StoreException;
import java.time.Instant;
import java.util.concurrent.CompletionException;

/** Keeps nonces in the store, so that a replay fails after a restart and at every process. */
public final class StoredNonces implements NonceStore {
  private final Store store;

  /**
   * Nonces in a store.
   *
   * @param store where they are kept
   */
  public StoredNonces(Store store) {
    this.store = store;
  }

  @Override
  public boolean consume(String keyId, String nonce, Instant keepUntil) {
    try {
      return store.consumeNonce(new NonceUse(keyId, nonce, keepUntil)).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StoreException full) {
        throw new TrustException(
            TrustException.Reason.BUDGET_EXCEEDED,
            keyId,
            "the nonce cannot be remembered now (" + full.code() + ")",
            "nonce",
            full);
      }
      throw e;
    }
  }
}
