package id.simpul.node;

import id.simpul.core.operation.Contracts;
import id.simpul.identity.EntityId;
import id.simpul.node.internal.NodeAssembly;
import java.net.URI;

/**
 * A running node: it serves Open311 GeoReport v2 and the Simpul profile over HTTP, and keeps every
 * report it acknowledged on disk. Thread-safe.
 *
 * <pre>{@code
 * try (SimpulNode node = SimpulNode.start(config)) {
 *   System.out.println(node.baseUrl());
 * }
 * }</pre>
 */
public final class SimpulNode implements AutoCloseable {
  private final NodeConfig config;
  private final NodeAssembly assembly;

  private SimpulNode(NodeConfig config, NodeAssembly assembly) {
    this.config = config;
    this.assembly = assembly;
  }

  /**
   * Opens the store and starts to listen.
   *
   * @param config all it needs to know
   * @return the node, ready
   * @throws ConfigException when the data directory or the port cannot be used
   */
  public static SimpulNode start(NodeConfig config) {
    return new SimpulNode(config, NodeAssembly.start(config, new Contracts()));
  }

  /**
   * What it is called.
   *
   * @return the base URL, without a slash at its end
   */
  public URI baseUrl() {
    return config.baseUrl();
  }

  /**
   * Where it listens.
   *
   * @return the port, also when any free one was asked for
   */
  public int port() {
    return assembly.port();
  }

  /**
   * Its name in the federation.
   *
   * @return the entity identifier
   */
  public EntityId entityId() {
    return config.entityId();
  }

  /** Stops taking requests, finishes those in flight, commits what waits, and closes the store. */
  @Override
  public void close() {
    assembly.close();
  }

  @Override
  public String toString() {
    return "SimpulNode[" + config.baseUrl() + "]";
  }
}
