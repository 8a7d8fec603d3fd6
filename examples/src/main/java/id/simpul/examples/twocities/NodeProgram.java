package id.simpul.examples.twocities;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
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
   * The command line that runs a node.
   *
   * @param config the node's configuration file
   * @return program and arguments
   */
  List<String> command(Path config) {
    return command(List.of("--config", config.toString()));
  }

  /**
   * A command line.
   *
   * @param arguments what an operator would type after the program's name
   * @return program and arguments
   */
  List<String> command(List<String> arguments) {
    String java = String.join(File.separator, System.getProperty("java.home"), "bin", "java");
    List<String> command =
        new ArrayList<>(
            List.of(
                java,
                "-Xmx256m",
                // A node that lives for seconds starts twice as fast without the optimising
                // compiler.
                "-XX:TieredStopAtLevel=1",
                // SQLite and Netty load native code, which newer JDKs announce loudly.
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=two-cities/node-logback.xml",
                "-classpath",
                System.getProperty("java.class.path"),
                mainClass));
    command.addAll(arguments);
    return command;
  }
}
