package id.simpul.node.internal.reporting;

import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.Violation;
import java.util.List;
import java.util.Optional;

/** The one jurisdiction a node serves; naming it is optional, naming another is an error. */
record Jurisdiction(String id) {
  private static final String FIELD = "jurisdiction_id";

  List<Violation> check(RequestParts parts) {
    Optional<String> given = parts.query().first(FIELD).or(() -> parts.form().first(FIELD));
    return given.isEmpty() || given.get().equals(id)
        ? List.of()
        : List.of(new Violation(Violation.NOT_FOUND, FIELD, "this node serves jurisdiction " + id));
  }
}
