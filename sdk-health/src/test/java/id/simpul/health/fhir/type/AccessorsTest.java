package id.simpul.health.fhir.type;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.health.fhir.Patient;
import id.simpul.health.fhir.Resource;
import id.simpul.health.internal.fhir.RandomResources;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Accessors and setters against the description of the types: names, types, one or many. */
class AccessorsTest {
  /** What is no member of the standard's: the id that the national server gives, and our own. */
  private static final Set<String> NO_MEMBERS =
      Set.of(
          "Bundle.entry.response.resourceId",
          "DomainResource.problems",
          "DomainResource.violations");

  /** Members whose names are words of Java. */
  private static final Map<String, String> WORDS = Map.of("encounterClass", "class");

  private static final Map<String, Class<?>> PRIMITIVES =
      Map.of(
          "boolean", Boolean.class,
          "integer", Integer.class,
          "unsignedInt", Integer.class,
          "positiveInt", Integer.class,
          "decimal", BigDecimal.class,
          "date", FhirDate.class,
          "dateTime", FhirDateTime.class,
          "instant", FhirInstant.class);

  /** One class for all amounts. */
  private static final Set<String> AMOUNTS =
      Set.of("SimpleQuantity", "Age", "Count", "Distance", "Duration");

  private static final Map<Class<?>, Class<?>> BOXES =
      Map.of(boolean.class, Boolean.class, int.class, Integer.class);

  private final RandomResources random = new RandomResources(1);

  static List<Class<?>> types()
      throws IOException, URISyntaxException, ReflectiveOperationException {
    Path root = Path.of(Patient.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Class<?>> types = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root.resolve("id/simpul/health/fhir"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        String name = root.relativize(file).toString().replaceAll("[/\\\\]", ".");
        Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()));
        boolean isPublic = Modifier.isPublic(type.getModifiers());
        if (Element.class.isAssignableFrom(type) && isPublic && !type.equals(Element.class)) {
          types.add(type);
        }
      }
    }
    return types;
  }

  @Test
  void types_ofThePackages_areFound() throws Exception {
    assertThat(types()).hasSizeGreaterThan(50).contains(Patient.Contact.class, Quantity.class);
  }

  @ParameterizedTest
  @MethodSource("types")
  void accessors_readTheMemberOfTheirName(Class<?> type) throws ReflectiveOperationException {
    for (Method accessor : type.getDeclaredMethods()) {
      Class<?> shell = accessor.getReturnType();
      boolean reads = shell.equals(Optional.class) || shell.equals(List.class);
      if (reads && isPublic(accessor) && accessor.getParameterCount() == 0) {
        readsTheMemberOfItsName(type, accessor);
      }
    }
  }

  private void readsTheMemberOfItsName(Class<?> type, Method accessor)
      throws ReflectiveOperationException {
    String fhir = nameOf(type);
    String name = WORDS.getOrDefault(accessor.getName(), accessor.getName());
    if (NO_MEMBERS.contains(fhir + "." + name)) {
      return;
    }
    assertThat(RandomResources.has(fhir, name)).as(fhir + "." + name).isTrue();
    Class<?> item =
        (Class<?>)
            ((ParameterizedType) accessor.getGenericReturnType()).getActualTypeArguments()[0];
    assertThat(isFor(item, RandomResources.typeOf(fhir, name))).as(accessor.toString()).isTrue();
    boolean many = accessor.getReturnType().equals(List.class);
    assertThat(RandomResources.isMany(fhir, name)).as(accessor.toString()).isEqualTo(many);
    Element read =
        typeOf(type).read(JsonObject.builder().put(name, random.value(fhir, name)).build());
    Object value = accessor.invoke(read);
    assertThat(many ? !((List<?>) value).isEmpty() : ((Optional<?>) value).isPresent())
        .as(accessor.toString())
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("types")
  void setters_fillTheMemberOfTheirName(Class<?> type) throws ReflectiveOperationException {
    for (Class<?> inner : type.getDeclaredClasses()) {
      if (ElementBuilder.class.isAssignableFrom(inner)) {
        // Those of every resource are tried on one.
        Class<?> of = type.equals(Resource.class) ? Patient.class : type;
        for (Method setter : inner.getDeclaredMethods()) {
          if (isPublic(setter) && setter.getParameterCount() == 1) {
            fillsTheMemberOfItsName(of, setter);
          }
        }
      }
    }
  }

  private void fillsTheMemberOfItsName(Class<?> type, Method setter)
      throws ReflectiveOperationException {
    String fhir = nameOf(type);
    String name = WORDS.getOrDefault(setter.getName(), setter.getName());
    boolean adds = name.matches("add[A-Z].*");
    if (adds) {
      name = Character.toLowerCase(name.charAt(3)) + name.substring(4);
    }
    assertThat(RandomResources.has(fhir, name)).as(setter.toString()).isTrue();
    Class<?> given = setter.getParameterTypes()[0];
    Class<?> item = BOXES.getOrDefault(given, given);
    assertThat(isFor(item, RandomResources.typeOf(fhir, name))).as(setter.toString()).isTrue();
    assertThat(RandomResources.isMany(fhir, name)).as(setter.toString()).isEqualTo(adds);
    JsonValue value = random.value(fhir, name);
    JsonValue one = value instanceof JsonArray array ? array.items().get(0) : value;
    ElementBuilder<?, ?> builder = (ElementBuilder<?, ?>) type.getMethod("builder").invoke(null);
    JsonObject.Builder expected = JsonObject.builder().putAll(builder.toJson());
    setter.invoke(builder, ofClass(item, one));
    assertThat(builder.toJson())
        .as(setter.toString())
        .isEqualTo(expected.put(name, adds ? new JsonArray(List.of(one)) : one).build());
  }

  private static boolean isPublic(Method method) {
    boolean instance = !Modifier.isStatic(method.getModifiers());
    return instance && Modifier.isPublic(method.getModifiers()) && !method.isSynthetic();
  }

  private static String nameOf(Class<?> type) throws ReflectiveOperationException {
    return type.equals(Resource.class) ? "DomainResource" : typeOf(type).name();
  }

  private static FhirType<?> typeOf(Class<?> type) throws ReflectiveOperationException {
    Class<?> concrete = type.equals(Resource.class) ? Patient.class : type;
    return (FhirType<?>) concrete.getField("TYPE").get(null);
  }

  private static boolean isFor(Class<?> item, String fhir) throws ReflectiveOperationException {
    if (Character.isLowerCase(fhir.charAt(0))) {
      return item.equals(PRIMITIVES.getOrDefault(fhir, String.class));
    }
    if (item.equals(Resource.class)) {
      return fhir.equals("Resource");
    }
    return typeOf(item).name().equals(AMOUNTS.contains(fhir) ? "Quantity" : fhir);
  }

  private static Object ofClass(Class<?> item, JsonValue value)
      throws ReflectiveOperationException {
    if (value instanceof JsonObject object) {
      return typeOf(item).read(object);
    }
    if (value instanceof JsonBoolean bool) {
      return bool.value();
    }
    if (value instanceof JsonNumber number) {
      return item.equals(Integer.class)
          ? (Object) Integer.valueOf(number.lexeme())
          : number.toBigDecimal();
    }
    String text = ((JsonString) value).value();
    return item.equals(String.class)
        ? text
        : item.getMethod("read", String.class).invoke(null, text);
  }
}
