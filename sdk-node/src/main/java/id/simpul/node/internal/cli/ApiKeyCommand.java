package id.simpul.node.internal.cli;

import id.simpul.core.operation.Violation;
import id.simpul.core.value.Secret;
import id.simpul.node.ApiKey;
import id.simpul.node.internal.config.ConfigLoader;
import id.simpul.node.internal.config.Settings;
import java.util.List;
import java.util.Locale;

/** Makes an API key. */
final class ApiKeyCommand implements Command {
  private static final String ROLES =
      "reporter, officer, registrar, verifier, health, custodian or exporter";

  @Override
  public String name() {
    return "api-key";
  }

  @Override
  public String usage() {
    return "--name NAME --role reporter|officer|registrar|verifier|health|custodian|exporter --config FILE";
  }

  @Override
  public String summary() {
    return "make an API key for an application or an officer";
  }

  @Override
  public List<String> help() {
    return List.of(
        "Prints a new key, once: the node keeps only its digest. A running node knows it",
        "after its next start. A name that is taken is refused and its key is left alone.",
        "A role lets its key do this and no more:",
        "  reporter   files reports for citizens and reads them",
        "  officer    moves reports on, and all a reporter does",
        "  registrar  issues residents' credentials, suspends and revokes them",
        "  verifier   asks residents to show something, and reads what they showed",
        "  health     reads and writes health records",
        "  custodian  reads health records, and erases them",
        "  exporter   takes copies of all health records, and nothing else");
  }

  @Override
  public int run(Arguments arguments, Shell shell) {
    String name = arguments.require("--name", "who holds the key");
    String role = arguments.require("--role", ROLES);
    Settings settings = arguments.settings(shell);
    ApiKey.Role wanted;
    try {
      wanted = ApiKey.Role.valueOf(role.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Arguments.wrong(Violation.CHOICE, "--role", "must be " + ROLES);
    }
    Secret key = ConfigLoader.apiKeyFile(settings).add(name, wanted, shell.random());
    // Shown once and on purpose: the node keeps only its digest.
    shell.out().println(key.reveal());
    shell.err().println("This key is shown once. A running node knows it after its next start.");
    return DONE;
  }
}
