package id.simpul.fuzz.identity;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.JsonObject;
import id.simpul.fuzz.Corpus;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.identity.federation.MetadataPolicy;
import id.simpul.identity.internal.jose.JoseJson;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Metadata policies: an object with the policies {@code TA} and {@code INT} and {@code metadata},
 * as the public vectors write it.
 */
public final class MetadataPolicyTarget implements FuzzTarget {
  private static final String TYPE = "federation_entity";

  /** Makes the target. */
  public MetadataPolicyTarget() {}

  @Override
  public List<Corpus> corpora() {
    return List.of(new Corpus("openid-federation", Corpus.Cut.OBJECTS));
  }

  @Override
  public void run(byte[] input) {
    Verifiers.attempt(() -> JoseJson.read(input, "policies"))
        .ifPresent(MetadataPolicyTarget::check);
  }

  private static void check(JsonObject document) {
    Optional<MetadataPolicy> above = policy(document, "TA");
    Optional<MetadataPolicy> below = policy(document, "INT");
    if (above.isEmpty() || below.isEmpty()) {
      return;
    }
    MetadataPolicy own = above.get();
    require(own.merge(own).equals(own), "is stricter than itself");
    Verifiers.attempt(() -> own.merge(below.get()))
        .ifPresent(merged -> resolve(merged, typed(document, "metadata")));
  }

  private static void resolve(MetadataPolicy policy, JsonObject metadata) {
    Verifiers.attempt(() -> policy.apply(metadata))
        .ifPresent(resolved ->
            require(policy.apply(resolved).equals(resolved), "does not keep its own result"));
  }

  private static Optional<MetadataPolicy> policy(JsonObject document, String name) {
    return Verifiers.attempt(() -> MetadataPolicy.parse(typed(document, name), Set.of()));
  }

  private static JsonObject typed(JsonObject document, String name) {
    JsonObject.Builder typed = JsonObject.builder();
    document.get(name).ifPresent(value -> typed.put(TYPE, value));
    return typed.build();
  }
}
