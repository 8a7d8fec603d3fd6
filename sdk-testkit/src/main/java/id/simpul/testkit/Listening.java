package id.simpul.testkit;

import id.simpul.node.ConfigException;
import id.simpul.node.NodeConfig;
import id.simpul.node.SimpulNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.IntFunction;

/**
 * A node and the configuration it was started with. A node has to know its URL before it listens,
 * so the port is chosen first, and another one when it was taken meanwhile.
 *
 * @param node the node
 * @param config what it was started with
 */
record Listening(SimpulNode node, NodeConfig config) {
  /** How many ports are tried. */
  static final int MAX_TRIES = 5;

  /** Starts a node on a free port of this machine. */
  static Listening onFreePort(IntFunction<NodeConfig> configOfPort) {
    return onPort(Listening::freePort, configOfPort);
  }

  /** Starts a node on the first port offered that can be had. */
  static Listening onPort(Ports ports, IntFunction<NodeConfig> configOfPort) {
    for (int attempt = 1; ; attempt++) {
      NodeConfig config = configOfPort.apply(ports.next());
      try {
        return new Listening(SimpulNode.start(config), config);
      } catch (ConfigException e) {
        if (attempt == MAX_TRIES) {
          throw e;
        }
      }
    }
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No free port can be had", e);
    }
  }

  /** Where the next port to try comes from. */
  @FunctionalInterface
  interface Ports {
    int next();
  }
}
