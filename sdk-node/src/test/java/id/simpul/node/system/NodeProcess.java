package id.simpul.node.system;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A node that runs as a process of its own. */
final class NodeProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int POLL_MILLIS = 50;

  private final Process process;

  private NodeProcess(Process process) {
    this.process = process;
  }

  static NodeProcess ready(Process process, URI baseUrl, Path log)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IOException("The node ended: " + Files.readString(log));
      }
      if (status(URI.create(baseUrl + "/health/ready")) == 200) {
        return new NodeProcess(process);
      }
    }
    process.destroyForcibly();
    throw new IOException("The node was not ready in time: " + Files.readString(log));
  }

  static int status(URI uri) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setConnectTimeout(1000);
    connection.setReadTimeout(5000);
    try {
      return connection.getResponseCode();
    } catch (IOException e) {
      return -1; // not there yet, which is an answer here
    } finally {
      connection.disconnect();
    }
  }

  long pid() {
    return process.pid();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** SIGKILL, to the node and to whatever it was started under. */
  void kill() throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM; returns the exit code. */
  int stop() throws IOException, InterruptedException {
    ProcessHandle node = process.descendants().findFirst().orElse(process.toHandle());
    node.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IOException("The node did not stop");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    try {
      kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
