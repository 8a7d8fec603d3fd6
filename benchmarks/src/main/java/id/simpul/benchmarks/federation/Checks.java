package id.simpul.benchmarks.federation;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.jose.PublicJwk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;

/** The signatures of a chain checked, bytes and keys being at hand, and nothing else. */
final class Checks implements Callable<Boolean> {
  private final List<Check> checks = new ArrayList<>();
  private final List<JsonObject> newKeys = new ArrayList<>();

  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Check(VerificationKey key, byte[] input, byte[] signature) {}

  /**
   * Takes a chain apart.
   *
   * @param chain the chain
   * @param takingKeysIn whether the four keys that its statements are about are new each time, so
   *     that they have to be proved good
   */
  Checks(Chain chain, boolean takingKeysIn) {
    for (Chain.Signed signed : chain.signatures()) {
      int dot = signed.statement().lastIndexOf('.');
      checks.add(
          new Check(
              signed.key().key(),
              signed.statement().substring(0, dot).getBytes(StandardCharsets.US_ASCII),
              Base64.getUrlDecoder().decode(signed.statement().substring(dot + 1))));
    }
    if (takingKeysIn) {
      chain.keys().forEach(key -> newKeys.add(key.toJson()));
    }
  }

  @Override
  public Boolean call() {
    List<VerificationKey> taken = new ArrayList<>();
    for (JsonObject key : newKeys) {
      taken.add(PublicJwk.of(key).key());
    }
    for (int i = 0; i < checks.size(); i++) {
      Check check = checks.get(i);
      VerificationKey key = check.key();
      for (VerificationKey one : taken) {
        key = one.equals(key) ? one : key;
      }
      if (!key.verify(check.input(), check.signature())) {
        throw BenchmarkException.invalid("checks", "refuse a good statement");
      }
    }
    return true;
  }
}
