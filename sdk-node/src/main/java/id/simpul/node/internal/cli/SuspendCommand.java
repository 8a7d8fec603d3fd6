package id.simpul.node.internal.cli;

import id.simpul.core.operation.Violation;
import id.simpul.identity.EntityId;
import id.simpul.node.internal.federation.SubordinateRecord;
import id.simpul.node.internal.federation.SubordinateRecord.Standing;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Speaks for an entity no more. */
final class SuspendCommand implements Command {
  @Override
  public String name() {
    return "authority suspend";
  }

  @Override
  public String usage() {
    return "ENTITY --config FILE";
  }

  @Override
  public String summary() {
    return "speak for an entity no more";
  }

  @Override
  public List<String> help() {
    return List.of(
        "A running node answers nothing about ENTITY from now on. Statements that others hold",
        "already cannot be taken back: they end by themselves, statement-days after they were",
        "signed at the latest. Approve the entity's request again to end the suspension.");
  }

  @Override
  public int run(Arguments arguments, Shell shell) {
    EntityId entity = EnrolCommand.entity("ENTITY", arguments.operand("ENTITY", "its URL"));
    Authority authority = Authority.open(arguments, shell);
    SubordinateRecord record =
        authority
            .book()
            .find(entity)
            .orElseThrow(() ->
                Arguments.wrong(
                    Violation.NOT_FOUND,
                    "ENTITY",
                    "is not below this node; see simpul-node authority list"));
    if (record.standing().active()) {
      authority
          .book()
          .put(
              record.with(
                  new Standing(false, shell.clock().instant().truncatedTo(ChronoUnit.SECONDS))));
    }
    authority.entity().forget(entity);
    shell.line("entity", entity.value());
    shell.line("suspended", record.standing().active() ? "now" : "before; nothing has changed");
    shell.line(
        "note",
        "statements that others hold end within "
            + authority.config().federation().lifetime().lifetime().toDays()
            + " days");
    return DONE;
  }
}
