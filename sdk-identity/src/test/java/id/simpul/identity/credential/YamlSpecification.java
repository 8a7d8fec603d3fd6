package id.simpul.identity.credential;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonNull;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A file of the YAML collection, in which the tag {@code !sd} marks what is to be hidden. */
final class YamlSpecification {
  private static final Tag HIDDEN = new Tag("!sd");
  private static final CoreSchema SCHEMA = new CoreSchema();

  private final MappingNode root;

  private YamlSpecification(MappingNode root) {
    this.root = root;
  }

  static YamlSpecification parse(String text) {
    LoadSettings settings = LoadSettings.builder().setSchema(SCHEMA).build();
    return new YamlSpecification(
        (MappingNode) new Compose(settings).composeString(text).orElseThrow());
  }

  private Optional<Node> member(String name) {
    for (NodeTuple tuple : root.getValue()) {
      if (name(tuple).equals(name)) {
        return Optional.of(tuple.getValueNode());
      }
    }
    return Optional.empty();
  }

  private static String name(NodeTuple tuple) {
    return ((ScalarNode) tuple.getKeyNode()).getValue();
  }

  Optional<JsonObject> object(String name) {
    return member(name).map(node -> (JsonObject) json(node));
  }

  String text(String name) {
    return member(name).map(node -> ((ScalarNode) node).getValue()).orElse("");
  }

  /** The paths below a member that have the tag. */
  Set<ClaimPath> tagged(String name) {
    Set<ClaimPath> paths = new LinkedHashSet<>();
    collect(member(name).orElseThrow(), ClaimPath.of(), paths);
    return paths;
  }

  private static void collect(Node node, ClaimPath path, Set<ClaimPath> paths) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        ClaimPath at = path.member(name(tuple));
        if (tuple.getKeyNode().getTag().equals(HIDDEN)) {
          paths.add(at);
        }
        collect(tuple.getValueNode(), at, paths);
      }
    } else if (node instanceof SequenceNode sequence) {
      for (int i = 0; i < sequence.getValue().size(); i++) {
        Node item = sequence.getValue().get(i);
        if (item.getTag().equals(HIDDEN)) {
          paths.add(path.element(i));
        }
        collect(item, path.element(i), paths);
      }
    }
  }

  private static JsonValue json(Node node) {
    if (node instanceof MappingNode mapping) {
      JsonObject.Builder object = JsonObject.builder();
      mapping.getValue().forEach(t -> object.put(name(t), json(t.getValueNode())));
      return object.build();
    }
    if (node instanceof SequenceNode sequence) {
      List<JsonValue> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(json(item)));
      return new JsonArray(items);
    }
    return scalar((ScalarNode) node);
  }

  private static JsonValue scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    // The tag of a hidden value took the place of the one its spelling would have given it.
    Tag tag = SCHEMA.getScalarResolver().resolve(text, scalar.isPlain());
    if (!scalar.isPlain() || tag.equals(Tag.STR)) {
      return new JsonString(text);
    }
    if (tag.equals(Tag.NULL)) {
      return JsonNull.NULL;
    }
    if (tag.equals(Tag.BOOL)) {
      return JsonBoolean.of(text.toLowerCase(Locale.ROOT).equals("true"));
    }
    return new JsonNumber(text);
  }
}
