package id.simpul.identity.credential;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Claims to issue, what to hide and show of them, and what a verifier should see then. */
record SdJwtCase(
    JsonObject claims, Set<ClaimPath> selective, Set<ClaimPath> chosen, Optional<JsonObject> told) {

  /** A case of the collection in JSON: paths are written {@code a.0.b}. */
  static SdJwtCase ofJson(JsonObject json) {
    JsonObject claims = (JsonObject) json.get("claims").orElseThrow();
    return new SdJwtCase(
        claims,
        paths(claims, json, "disclosureFrame"),
        paths(claims, json, "holder_disclosed_claims"),
        json.get("expect_verified_user_claims").map(JsonObject.class::cast));
  }

  private static Set<ClaimPath> paths(JsonObject claims, JsonObject json, String name) {
    Set<ClaimPath> paths = new LinkedHashSet<>();
    for (JsonValue dotted : ((JsonArray) json.get(name).orElseThrow()).items()) {
      ClaimPath path = ClaimPath.of();
      for (String step : ((JsonString) dotted).value().split("\\.", -1)) {
        boolean inArray = path.in(claims).orElseThrow() instanceof JsonArray;
        path = inArray ? path.element(Integer.parseInt(step)) : path.member(step);
      }
      paths.add(path);
    }
    return paths;
  }

  /** A case of the collection in YAML: hidden claims have a tag, chosen ones their own tree. */
  static SdJwtCase ofYaml(YamlSpecification yaml) {
    JsonObject claims = yaml.object("user_claims").orElseThrow();
    Set<ClaimPath> chosen = new LinkedHashSet<>();
    choose(yaml.object("holder_disclosed_claims").orElseThrow(), claims, ClaimPath.of(), chosen);
    chosen.remove(ClaimPath.of()); // all of them are no one claim
    return new SdJwtCase(
        claims, yaml.tagged("user_claims"), chosen, yaml.object("expect_verified_user_claims"));
  }

  /** Chosen is what the tree names and does not call false. */
  private static void choose(
      JsonValue tree, JsonObject claims, ClaimPath path, Set<ClaimPath> chosen) {
    if (tree.equals(JsonBoolean.FALSE) || path.in(claims).isEmpty()) {
      return;
    }
    chosen.add(path);
    if (tree instanceof JsonObject object) {
      object.members().forEach((name, below) -> choose(below, claims, path.member(name), chosen));
    } else if (tree instanceof JsonArray array) {
      for (int i = 0; i < array.items().size(); i++) {
        choose(array.items().get(i), claims, path.element(i), chosen);
      }
    }
  }

  /** What the corpus expects, or what must be left by its rules when it does not say. */
  JsonObject expected() {
    return told.orElseGet(() -> (JsonObject) left(claims, ClaimPath.of()));
  }

  private JsonValue left(JsonValue value, ClaimPath path) {
    if (value instanceof JsonObject object) {
      JsonObject.Builder left = JsonObject.builder();
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        ClaimPath at = path.member(member.getKey());
        if (isShown(at)) {
          left.put(member.getKey(), left(member.getValue(), at));
        }
      }
      return left.build();
    }
    if (value instanceof JsonArray array) {
      List<JsonValue> left = new ArrayList<>();
      for (int i = 0; i < array.items().size(); i++) {
        if (isShown(path.element(i))) {
          left.add(left(array.items().get(i), path.element(i)));
        }
      }
      return new JsonArray(left);
    }
    return value;
  }

  private boolean isShown(ClaimPath path) {
    return !selective.contains(path)
        || chosen.stream().anyMatch(c -> c.fromOutside().contains(path));
  }
}
