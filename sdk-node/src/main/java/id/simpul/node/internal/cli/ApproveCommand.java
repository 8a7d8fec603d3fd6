package id.simpul.node.internal.cli;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.operation.Violation;
import id.simpul.identity.TrustException;
import id.simpul.identity.federation.Constraints;
import id.simpul.identity.federation.EntityTypes;
import id.simpul.node.internal.federation.EnrolmentRequest;
import id.simpul.node.internal.federation.SubordinateRecord;
import id.simpul.node.internal.federation.SubordinateRecord.Standing;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes an entity in below this node. */
final class ApproveCommand implements Command {
  private static final int MAX_PATH = 3;
  private static final String MAX_PATH_LENGTH = "max_path_length";
  // Nobody becomes an authority by asking: a letter covers name and keys, and nothing else of the
  // request.
  private static final JsonObject NO_AUTHORITY =
      JsonObject.builder().put(MAX_PATH_LENGTH, JsonNumber.of(0)).build();

  private static final String PERMIT_NAMES = "naming_constraints";
  private static final String ENTITY_TYPES = "allowed_entity_types";

  @Override
  public String name() {
    return "authority approve";
  }

  @Override
  public String usage() {
    return "REQUEST --fingerprint XXXX-XXXX-XXXX-XXXX-XXXX [--max-path-length N]"
        + " [--permit-names N,N] [--entity-types T,T] [--anew] --config FILE";
  }

  @Override
  public String summary() {
    return "take an entity in whose letter has this fingerprint";
  }

  @Override
  public List<String> help() {
    return List.of(
        "REQUEST is the file that came by mail; the fingerprint is the one in the letter. When",
        "they do not fit, nothing is approved. A running node speaks for the entity at once.",
        "--max-path-length N   how many entities may stand between this node and the last below",
        "                      it; 0, so that it is no authority, whatever the request says. 1",
        "                      lets it take others in",
        "--permit-names N,N    hosts it and those below it may have: simpul.jambi.go.id, or",
        "                      .jambi.go.id for all names under it",
        "--entity-types T,T    roles it and those below it may have; simpul_node is one",
        "Approve it again to change keys or conditions, or to end a suspension. Conditions of the",
        "approval before stay unless a flag changes them; --anew forgets them first.");
  }

  @Override
  public int run(Arguments arguments, Shell shell) {
    String typed = arguments.require("--fingerprint", "the one in the letter");
    boolean anew = arguments.has("--anew");
    JsonObject given = constraints(arguments);
    Path file = Path.of(arguments.operand("REQUEST", "the file that came by mail"));
    Authority authority = Authority.open(arguments, shell);
    EnrolmentRequest request = EnrolmentRequest.read(file);
    check(request, typed, authority);
    Optional<SubordinateRecord> before = authority.book().find(request.entity());
    JsonObject conditions =
        JsonObject.builder()
            .putAll(
                before.filter(b -> !anew).map(SubordinateRecord::constraints).orElse(NO_AUTHORITY))
            .putAll(given)
            .build();
    checkItself(conditions, request);
    SubordinateRecord record =
        new SubordinateRecord(
            request.entity(),
            request.region(),
            request.keys(),
            request.entityTypes(),
            request.intermediate() && mayHaveOthersBelow(conditions),
            conditions,
            new Standing(true, shell.clock().instant().truncatedTo(ChronoUnit.SECONDS)));
    boolean same = before.isPresent() && before.get().saysTheSameAs(record);
    if (!same) {
      authority.book().put(record);
    }
    // Signed now, so that a mistake is found by whoever made it.
    authority.entity().statement(record.entity());
    tell(request, record, same, shell);
    return DONE;
  }

  private static void tell(
      EnrolmentRequest request, SubordinateRecord record, boolean same, Shell shell) {
    boolean authority = mayHaveOthersBelow(record.constraints());
    shell.line("entity", record.entity().value());
    shell.line("fingerprint", request.fingerprint().value() + " (as in the letter)");
    shell.line("roles", String.join(", ", record.entityTypes()));
    shell.line("region", record.region() + "; it speaks of residents of no other");
    shell.line("authority", authority ? "yes, it may take others in" : "no, it speaks for nobody");
    shell.line("conditions", ListCommand.conditions(record));
    shell.line(
        "approved", same ? "before; nothing has changed" : record.standing().since().toString());
    if (request.intermediate() && !authority) {
      shell.line("note", "it asks to be an authority; --max-path-length 1 would let it");
    }
    if (!mayBeANode(record.constraints())) {
      shell.line("note", "--entity-types leaves out simpul_node: nobody will take its messages");
    }
    shell.line("next", "tell them; they can see it with simpul-node doctor");
  }

  private static void check(EnrolmentRequest request, String typed, Authority authority) {
    if (!request.superior().equals(authority.config().entityId())) {
      throw Arguments.wrong(
          Violation.CONFLICT,
          "REQUEST",
          "asks " + request.superior() + " and not this node; return it to whoever sent it");
    }
    if (request.entity().equals(authority.config().entityId())) {
      throw Arguments.wrong(Violation.CONFLICT, "REQUEST", "is of this node itself");
    }
    if (request.entity().isInsecureLoopback() && !authority.config().insecureLoopbackAllowed()) {
      throw Arguments.wrong(
          Violation.UNSUPPORTED, "REQUEST", "is of an entity on plain http, for development alone");
    }
    // The right one is not shown: whoever approves has to have it from elsewhere.
    if (!request.fingerprint().matches(typed)) {
      throw Arguments.wrong(
          Violation.CONFLICT,
          "--fingerprint",
          "is not that of the request: a typing error, an old letter, or somebody else's keys;"
              + " ask the sender of the letter before you do anything else");
    }
  }

  // Conditions hold for the entity as for those below it.
  private static void checkItself(JsonObject conditions, EnrolmentRequest request) {
    try {
      Constraints.parse(conditions).checkName(request.entity());
    } catch (TrustException e) {
      throw Arguments.wrong(
          Violation.CONFLICT,
          "--permit-names",
          "leaves out the host of " + request.entity() + " itself, which nobody would trust");
    }
  }

  // Without this role none of its messages is taken, which may be meant.
  private static boolean mayBeANode(JsonObject conditions) {
    JsonObject metadata = JsonObject.builder().put(EntityTypes.NODE, JsonObject.EMPTY).build();
    return !Constraints.parse(conditions).restrictTypes(metadata).members().isEmpty();
  }

  private static boolean mayHaveOthersBelow(JsonObject conditions) {
    return !conditions.get(MAX_PATH_LENGTH).equals(NO_AUTHORITY.get(MAX_PATH_LENGTH));
  }

  private static JsonObject constraints(Arguments arguments) {
    JsonObject.Builder constraints = JsonObject.builder();
    arguments
        .take("--max-path-length")
        .ifPresent(n -> constraints.put(MAX_PATH_LENGTH, JsonNumber.of(number(n))));
    arguments
        .take("--permit-names")
        .ifPresent(names ->
            constraints.put(
                PERMIT_NAMES, JsonObject.builder().put("permitted", list(names)).build()));
    arguments.take("--entity-types").ifPresent(types -> constraints.put(ENTITY_TYPES, list(types)));
    JsonObject built = constraints.build();
    try {
      Constraints.parse(built);
    } catch (TrustException e) {
      throw Arguments.wrong(Violation.TYPE, e.fault().where(), e.fault().what());
    }
    return built;
  }

  private static long number(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 0 && number <= MAX_PATH) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw Arguments.wrong(Violation.TYPE, "--max-path-length", "must be a whole number");
    }
    throw Arguments.wrong(
        Violation.RANGE, "--max-path-length", "must lie between 0 and " + MAX_PATH);
  }

  private static JsonArray list(String text) {
    return JsonArray.ofStrings(
        Arrays.stream(text.split(",", -1)).map(String::strip).filter(t -> !t.isEmpty()).toList());
  }
}
