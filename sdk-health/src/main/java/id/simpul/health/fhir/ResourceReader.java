package id.simpul.health.fhir;

import id.simpul.core.format.JsonObject;
import id.simpul.health.internal.fhir.Examined;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes resources of one kind, examined as what they must be.
 *
 * @param kind its name, or null for whichever a resource says it is
 * @param constructor takes what was examined
 * @param <T> its class
 */
record ResourceReader<T extends Resource>(@Nullable String kind, Function<Examined, T> constructor)
    implements Function<JsonObject, T> {

  @Override
  public T apply(JsonObject json) {
    return constructor.apply(Examined.of(json, kind));
  }

  /** A resource that another one contains. */
  T part(JsonObject json) {
    return constructor.apply(Examined.part(json, kind));
  }
}
