package id.simpul.node.internal.cli;

import id.simpul.core.operation.Violation;
import id.simpul.identity.EntityId;
import id.simpul.node.NodeConfig;
import id.simpul.node.internal.config.ConfigLoader;
import id.simpul.node.internal.config.KeyRing;
import id.simpul.node.internal.federation.EnrolmentRequest;
import id.simpul.node.internal.federation.FederationFiles;
import java.nio.file.Path;
import java.util.List;

/** Writes the request to be taken in below another entity. */
final class EnrolCommand implements Command {
  private static final String DEFAULT_FILE = "enrolment.json";

  @Override
  public String name() {
    return "enrol";
  }

  @Override
  public String usage() {
    return "--superior ENTITY [--out FILE] --config FILE";
  }

  @Override
  public String summary() {
    return "write the request to be taken in below another entity";
  }

  @Override
  public List<String> help() {
    return List.of(
        "Writes FILE (" + DEFAULT_FILE + " unless named) with this node's name, region, endpoints",
        "and public federation keys, and prints a fingerprint of name and keys. Send the file by",
        "mail and the fingerprint in an official letter: the superior compares both. Nothing in",
        "either is secret. Run it again any time; while the keys are the same, so is the",
        "fingerprint.");
  }

  @Override
  public int run(Arguments arguments, Shell shell) {
    EntityId superior = entity("--superior", arguments.require("--superior", "who is asked"));
    Path file = Path.of(arguments.take("--out").orElse(DEFAULT_FILE)).toAbsolutePath();
    NodeConfig config = ConfigLoader.load(arguments.settings(shell), shell.random(), shell.clock());
    if (superior.equals(config.entityId())) {
      throw Arguments.wrong(Violation.CONFLICT, "--superior", "is this node itself");
    }
    KeyRing ring =
        KeyRing.open(new FederationFiles(config.dataDirectory()).firstKey(), shell.random());
    EnrolmentRequest request = EnrolmentRequest.of(config, ring, superior);
    request.write(file);
    shell.line("entity", request.entity().value());
    shell.line("superior", superior.value());
    shell.line("request", file.toString());
    shell.line("fingerprint", request.fingerprint().value());
    shell.line("next", "send the request by mail, and the fingerprint in a signed letter");
    if (!config.federation().superiors().contains(superior)) {
      shell.line("", "set superiors=" + superior + " in the configuration, and restart the node");
    }
    return DONE;
  }

  static EntityId entity(String where, String text) {
    try {
      return new EntityId(text);
    } catch (IllegalArgumentException e) {
      throw Arguments.wrong(
          Violation.TYPE, where, "must be an https URL without query, fragment and user");
    }
  }
}
