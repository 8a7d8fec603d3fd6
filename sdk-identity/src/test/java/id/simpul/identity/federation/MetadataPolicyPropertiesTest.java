package id.simpul.identity.federation;

import static id.simpul.identity.federation.Statements.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonNull;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.TrustException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What holds for every policy and all metadata, tried with many of both; the seed is fixed. */
class MetadataPolicyPropertiesTest {
  private static final int RUNS = 20_000;

  private final Random random = new Random(61);

  @Test
  void apply_itsOwnResult_changesNothing() {
    int resolved = 0;
    for (int run = 0; run < RUNS; run++) {
      Optional<MetadataPolicy> policy = attempt(() -> policy().merge(policy()));
      JsonObject metadata = metadata();
      Optional<JsonObject> once = policy.flatMap(p -> attempt(() -> p.apply(metadata)));
      if (once.isPresent()) {
        resolved++;
        assertThat(policy.orElseThrow().apply(once.get())).isEqualTo(once.get());
      }
    }
    assertThat(resolved).isGreaterThan(RUNS / 10);
  }

  @Test
  void merge_none_isIdentity() {
    for (int run = 0; run < RUNS; run++) {
      attempt(this::policy)
          .ifPresent(policy -> {
            assertThat(policy.merge(MetadataPolicy.NONE)).isEqualTo(policy);
            assertThat(MetadataPolicy.NONE.merge(policy)).isEqualTo(policy);
            assertThat(policy.merge(policy)).isEqualTo(policy);
          });
    }
  }

  @Test
  void merge_anyGrouping_isTheSame() {
    int merged = 0;
    for (int run = 0; run < RUNS; run++) {
      Optional<MetadataPolicy> one = attempt(this::policy);
      Optional<MetadataPolicy> two = attempt(this::policy);
      Optional<MetadataPolicy> three = attempt(this::policy);
      Optional<MetadataPolicy> left = merge(merge(one, two), three);
      assertThat(left).isEqualTo(merge(one, merge(two, three)));
      merged += left.isPresent() ? 1 : 0;
    }
    assertThat(merged).isGreaterThan(RUNS / 100);
  }

  /** The principle of hierarchy (section 6.1.1): what keeps a merged policy keeps both parts. */
  @Test
  void apply_mergedPolicy_keepsTheSuperiorsToo() {
    int resolved = 0;
    for (int run = 0; run < RUNS; run++) {
      Optional<MetadataPolicy> superior = attempt(this::policy);
      Optional<MetadataPolicy> subordinate = attempt(this::policy);
      JsonObject metadata = metadata();
      Optional<JsonObject> result =
          merge(superior, subordinate).flatMap(p -> attempt(() -> p.apply(metadata)));
      if (result.isPresent()) {
        resolved++;
        assertThat(superior.orElseThrow().apply(result.get())).isEqualTo(result.get());
        assertThat(subordinate.orElseThrow().apply(result.get())).isEqualTo(result.get());
      }
    }
    assertThat(resolved).isGreaterThan(RUNS / 10);
  }

  private static Optional<MetadataPolicy> merge(
      Optional<MetadataPolicy> above, Optional<MetadataPolicy> below) {
    return above.flatMap(a -> below.flatMap(b -> attempt(() -> a.merge(b))));
  }

  /** What is made, or empty when it is refused as it may be; nothing else may be thrown. */
  private static <T> Optional<T> attempt(Supplier<T> made) {
    try {
      return Optional.of(made.get());
    } catch (TrustException e) {
      assertThat(e.reason()).isEqualTo(TrustException.Reason.POLICY_VIOLATED);
      return Optional.empty();
    }
  }

  private MetadataPolicy policy() {
    JsonObject.Builder operators = JsonObject.builder();
    for (int left = 1 + random.nextInt(2); left > 0; left--) {
      switch (random.nextInt(8)) {
        case 0 -> operators.put("value", random.nextInt(4) == 0 ? JsonNull.NULL : value());
        case 1 -> operators.put("default", value());
        case 2 -> operators.put("add", list());
        case 3 -> operators.put("one_of", list());
        case 4 -> operators.put("subset_of", list());
        case 5 -> operators.put("superset_of", list());
        case 6 -> operators.put("essential", JsonBoolean.of(random.nextBoolean()));
        default -> operators.put("unknown", value());
      }
    }
    JsonObject parameters = new JsonObject(Map.of(parameter(), operators.build()));
    return MetadataPolicy.parse(new JsonObject(Map.of(TYPE, parameters)), Set.of());
  }

  private JsonObject metadata() {
    JsonObject.Builder parameters = JsonObject.builder();
    for (int left = random.nextInt(3); left > 0; left--) {
      parameters.put(parameter(), value());
    }
    return JsonObject.builder().put(TYPE, parameters.build()).build();
  }

  private String parameter() {
    return random.nextInt(4) == 0 ? "scope" : "p";
  }

  private JsonValue value() {
    return random.nextInt(3) == 0 ? atom() : list();
  }

  private JsonArray list() {
    List<JsonValue> items = new ArrayList<>();
    for (int left = random.nextInt(4); left > 0; left--) {
      items.add(atom());
    }
    return new JsonArray(items);
  }

  private JsonValue atom() {
    return switch (random.nextInt(12)) {
      case 0 -> new JsonNumber("1.0");
      case 1 -> new JsonNumber("1");
      case 2 -> JsonObject.builder().put("k", new JsonNumber("10e-1")).build();
      case 3 -> new JsonString("a b");
      default -> new JsonString(String.valueOf((char) ('a' + random.nextInt(3))));
    };
  }
}
