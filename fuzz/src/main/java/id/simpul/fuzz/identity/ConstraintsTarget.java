package id.simpul.fuzz.identity;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.identity.EntityId;
import id.simpul.identity.federation.Constraints;
import id.simpul.identity.internal.jose.JoseJson;
import java.util.Optional;

/** Constraints, in an object beside the {@code entity} and the {@code metadata} they are put to. */
public final class ConstraintsTarget implements FuzzTarget {
  /** Makes the target. */
  public ConstraintsTarget() {}

  @Override
  public void run(byte[] input) {
    Verifiers.attempt(() -> JoseJson.read(input, "constraints"))
        .ifPresent(ConstraintsTarget::check);
  }

  private static void check(JsonObject document) {
    Verifiers.attempt(() -> Constraints.parse(document))
        .ifPresent(constraints -> {
          passes(() -> constraints.checkPathLength(1));
          entity(document).ifPresent(id -> passes(() -> constraints.checkName(id)));
          if (document.get("metadata").orElse(null) instanceof JsonObject metadata) {
            JsonObject left = constraints.restrictTypes(metadata);
            require(
                metadata.members().entrySet().containsAll(left.members().entrySet()),
                "adds what was not there");
            require(constraints.restrictTypes(left).equals(left), "takes more the second time");
          }
        });
  }

  private static void passes(Runnable check) {
    Verifiers.attempt(() -> {
      check.run();
      return true;
    });
  }

  private static Optional<EntityId> entity(JsonObject document) {
    if (document.get("entity").orElse(null) instanceof JsonString text) {
      try {
        return Optional.of(new EntityId(text.value()));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
