package id.simpul.node.internal.cli;

import id.simpul.core.operation.Violation;
import id.simpul.node.NodeConfig;
import id.simpul.node.internal.config.ConfigLoader;
import id.simpul.node.internal.federation.FederationEntity;
import id.simpul.node.internal.federation.FederationFiles;
import id.simpul.node.internal.federation.SubordinateBook;

/**
 * A node that speaks for others, as its commands see it.
 *
 * @param config its configuration
 * @param book those below it
 * @param entity what it says
 */
record Authority(NodeConfig config, SubordinateBook book, FederationEntity entity) {
  static Authority open(Arguments arguments, Shell shell) {
    NodeConfig config = ConfigLoader.load(arguments.settings(shell), shell.random(), shell.clock());
    if (!config.federation().isAuthority()) {
      throw Arguments.wrong(
          Violation.REQUIRED,
          "authority",
          "this node speaks for nobody; set authority=true and restart it");
    }
    return new Authority(
        config,
        new SubordinateBook(new FederationFiles(config.dataDirectory())),
        new FederationEntity(config, shell.random()));
  }
}
