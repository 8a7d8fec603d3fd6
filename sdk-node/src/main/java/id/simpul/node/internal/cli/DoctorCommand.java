package id.simpul.node.internal.cli;

import id.simpul.identity.EntityId;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.node.NodeConfig;
import id.simpul.node.internal.config.ConfigLoader;
import id.simpul.node.internal.config.Settings;
import id.simpul.node.internal.federation.FederationEntity;
import id.simpul.node.internal.federation.NodeTrust;
import java.util.ArrayList;
import java.util.List;

/** Looks at everything that commonly goes wrong, and says what to do. */
final class DoctorCommand implements Command {
  @Override
  public String name() {
    return "doctor";
  }

  @Override
  public String usage() {
    return "--config FILE";
  }

  @Override
  public String summary() {
    return "look at what commonly goes wrong, and say what to do";
  }

  @Override
  public List<String> help() {
    return List.of(
        "Looks at file permissions, whether this node answers under its public URL, whether its",
        "superiors answer, the clock against theirs, the chain of trust to the anchors, how long",
        "statements hold, and for how long health certificates can be signed. Run it while the",
        "node runs, on the same machine and as the same user. Changes nothing but to sign what is",
        "due. Exit code 1 when something does not work.");
  }

  @Override
  public int run(Arguments arguments, Shell shell) {
    Settings settings = arguments.settings(shell);
    NodeConfig config = ConfigLoader.load(settings, shell.random(), shell.clock());
    List<Finding> findings =
        new ArrayList<>(
            FileFindings.of(
                config.dataDirectory(), List.of(ConfigLoader.signingKeyFile(settings))));
    FederationEntity entity = new FederationEntity(config, shell.random());
    try (NetworkFindings network = new NetworkFindings(shell.clock());
        NodeTrust trust = NodeTrust.of(config)) {
      findings.add(network.self(config.entityId(), ownKeys(entity)));
      for (EntityId superior : config.federation().superiors()) {
        findings.addAll(network.superior(superior));
      }
      TrustFindings statements = new TrustFindings(config, shell.clock().instant());
      findings.addAll(statements.statements(entity));
      findings.addAll(statements.chain(trust));
      findings.addAll(statements.healthSigners());
    }
    findings.forEach(finding -> tell(finding, shell));
    boolean failed = findings.stream().anyMatch(f -> f.state() == Finding.State.FAIL);
    shell
        .out()
        .println(failed ? "Something does not work." : "Nothing keeps this node from its work.");
    return failed ? FAILED : DONE;
  }

  private static JwkSet ownKeys(FederationEntity entity) {
    return JwkSet.of(entity.keys().published().stream().map(PublicJwk::of).toList());
  }

  private static void tell(Finding finding, Shell shell) {
    shell.out().printf("%-5s %s%n", finding.state(), finding.what());
    if (!finding.now().isEmpty()) {
      shell.out().printf("      What now: %s%n", finding.now());
    }
  }
}
