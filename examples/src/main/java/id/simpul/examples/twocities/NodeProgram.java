package id.simpul.examples.twocities;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * How a node is started as a process of its own: with this program's Java and class path.
 *
 * @param mainClass the class to run
 */
public record NodeProgram(String mainClass) {
  /** The reference node. */
  public static final NodeProgram SIMPUL = new NodeProgram("id.simpul.node.Main");

  /** Checks that there is a class. */
  public NodeProgram {
    Objects.requireNonNull(mainClass, "mainClass");
  }

  /**
   * The command line.
   *
   * @param config the node's configuration file
   * @return program and arguments
   */
  List<String> command(Path config) {
    String java = String.join(File.separator, System.getProperty("java.home"), "bin", "java");
    return List.of(
        java,
        "-Xmx256m",
        // A node that lives for seconds starts twice as fast without the optimising compiler.
        "-XX:TieredStopAtLevel=1",
        // SQLite and Netty load native code, which newer JDKs announce loudly.
        "--enable-native-access=ALL-UNNAMED",
        "-Dlogback.configurationFile=two-cities/node-logback.xml",
        "-classpath",
        System.getProperty("java.class.path"),
        mainClass,
        "--config",
        config.toString());
  }
}
