package id.simpul.node.internal.cli;

import id.simpul.core.operation.Violation;
import id.simpul.identity.VerificationKey;
import id.simpul.node.NodeConfig;
import id.simpul.node.internal.config.ConfigLoader;
import id.simpul.node.internal.config.EntityEntries;
import id.simpul.node.internal.config.KeyRing;
import id.simpul.node.internal.federation.FederationFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Prints what others pin. */
final class PublicKeyCommand implements Command {
  private static final String MESSAGES = "messages";
  private static final String FEDERATION = "federation";

  @Override
  public String name() {
    return "public-key";
  }

  @Override
  public String usage() {
    return "[--of messages|federation] --config FILE";
  }

  @Override
  public String summary() {
    return "print what others pin to trust this node";
  }

  @Override
  public List<String> help() {
    return List.of(
        "--of messages (the default): an entry for the peers-file of another node, with the",
        "keys that this node signs requests, answers and credentials with.",
        "--of federation: an entry for the trust-anchors-file of another node, with the keys",
        "that this node signs statements with, when it is to be an anchor there.",
        "Hand either over by a way you trust.");
  }

  @Override
  public int run(Arguments arguments, Shell shell) {
    String purpose = arguments.take("--of").orElse(MESSAGES);
    if (!purpose.equals(MESSAGES) && !purpose.equals(FEDERATION)) {
      throw Arguments.wrong(Violation.CHOICE, "--of", "must be messages or federation");
    }
    NodeConfig config = ConfigLoader.load(arguments.settings(shell), shell.random(), shell.clock());
    List<VerificationKey> keys =
        purpose.equals(MESSAGES) ? messageKeys(config, shell) : federationKeys(config, shell);
    shell
        .out()
        .println(new String(EntityEntries.toJson(config.entityId(), keys), StandardCharsets.UTF_8));
    return DONE;
  }

  private static List<VerificationKey> messageKeys(NodeConfig config, Shell shell) {
    List<VerificationKey> keys = new ArrayList<>(List.of(config.signingKey().publicKey()));
    keys.addAll(config.federation().otherMessageKeys());
    keys.addAll(config.credentials().publishedKeys(shell.clock().instant()));
    return keys;
  }

  private static List<VerificationKey> federationKeys(NodeConfig config, Shell shell) {
    return KeyRing.open(new FederationFiles(config.dataDirectory()).firstKey(), shell.random())
        .published();
  }
}
