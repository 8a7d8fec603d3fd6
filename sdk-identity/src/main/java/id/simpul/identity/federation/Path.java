package id.simpul.identity.federation;

import id.simpul.identity.EntityId;
import java.util.ArrayList;
import java.util.List;

/** A way up from a subject, through those above it that each entity names. Immutable. */
record Path(List<EntityId> entities) {
  Path {
    entities = List.copyOf(entities);
  }

  static Path from(EntityId subject) {
    return new Path(List.of(subject));
  }

  EntityId top() {
    return entities.get(entities.size() - 1);
  }

  Path up(EntityId superior) {
    List<EntityId> longer = new ArrayList<>(entities);
    longer.add(superior);
    return new Path(longer);
  }

  boolean contains(EntityId entity) {
    return entities.contains(entity);
  }

  /** Whether only an anchor may come next: the subject and all intermediates are there. */
  boolean isFull() {
    return entities.size() > ResolutionBudget.MAX_PATH_LENGTH;
  }

  /** The statements of a chain along this way, from the subject's configuration to the top's. */
  List<StatementName> statements() {
    List<StatementName> names = new ArrayList<>();
    names.add(StatementName.configurationOf(entities.get(0)));
    for (int i = 1; i < entities.size(); i++) {
      names.add(new StatementName(entities.get(i), entities.get(i - 1)));
    }
    if (entities.size() > 1) {
      names.add(StatementName.configurationOf(top()));
    }
    return names;
  }
}
