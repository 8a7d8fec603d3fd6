package id.simpul.node.internal.cli;

import id.simpul.core.format.Json;
import id.simpul.node.internal.federation.EnrolmentFingerprint;
import id.simpul.node.internal.federation.SubordinateRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Says who stands below this node. */
final class ListCommand implements Command {
  @Override
  public String name() {
    return "authority list";
  }

  @Override
  public String usage() {
    return "--config FILE";
  }

  @Override
  public String summary() {
    return "say who stands below this node";
  }

  @Override
  public List<String> help() {
    return List.of(
        "One line for each entity: its standing and since when, its region, the fingerprint of",
        "its letter, its name, and the conditions it was taken in under.");
  }

  @Override
  public int run(Arguments arguments, Shell shell) {
    List<SubordinateRecord> all = Authority.open(arguments, shell).book().all();
    if (all.isEmpty()) {
      shell.out().println("Nobody stands below this node.");
    }
    for (SubordinateRecord r : all) {
      String conditions = r.constraints().members().isEmpty() ? "" : "  " + conditions(r);
      shell
          .out()
          .println(
              String.join(
                      "  ",
                      r.standing().toString(),
                      r.standing().since().toString(),
                      r.region(),
                      EnrolmentFingerprint.of(r.entity(), r.region(), r.keys()).value(),
                      r.entity().value())
                  + conditions);
    }
    return DONE;
  }

  /** The conditions an entity was taken in under, as JSON. */
  static String conditions(SubordinateRecord r) {
    return new String(Json.toBytes(r.constraints()), StandardCharsets.UTF_8);
  }
}
