package id.simpul.node.internal.cli;

import id.simpul.core.operation.Violation;
import id.simpul.health.certificate.Kid;
import id.simpul.node.NodeConfig;
import id.simpul.node.NodeHealth.Signer;
import id.simpul.node.internal.config.HealthSignerFiles;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Rolls over who signs health certificates. There is no index and nothing to switch: the
 * certificate of the next signer says from when on it signs, and it is published before.
 */
final class HealthSignerStep {
  static final String WORD = "health-certificates";

  private final NodeConfig config;
  private final HealthSignerFiles files;
  private final Shell shell;

  HealthSignerStep(NodeConfig config, HealthSignerFiles files, Shell shell) {
    this.config = config;
    this.files = files;
    this.shell = shell;
  }

  int run(boolean start, boolean now) {
    List<Signer> signers = config.health().signers();
    if (signers.isEmpty()) {
      throw Arguments.wrong(
          Violation.CONFLICT, "--of", "no health certificates are issued here, see health");
    }
    Instant time = shell.clock().instant();
    signers.forEach(signer -> tell(signer.certificate(), time));
    config.health().formerSigners().forEach(old -> shell.line("published", name(old)));
    List<X509Certificate> waiting =
        signers.stream().map(Signer::certificate).filter(c -> from(c).isAfter(time)).toList();
    if (start && (now || waiting.isEmpty())) {
      return add(now ? time : time.plus(config.federation().lifetime().lifetime()));
    }
    if (waiting.isEmpty()) {
      forget(signers, time);
    }
    return Command.DONE;
  }

  private void tell(X509Certificate signer, Instant time) {
    String when = from(signer).isAfter(time) ? "signs from " + from(signer) : "signs";
    shell.line("signer", name(signer) + ", " + when);
  }

  private static String name(X509Certificate signer) {
    return Kid.of(signer) + " until " + signer.getNotAfter().toInstant();
  }

  private static Instant from(X509Certificate signer) {
    return signer.getNotBefore().toInstant();
  }

  private int add(Instant from) {
    X509Certificate made = files.add(from);
    shell.line("stage", "made " + name(made) + ", which signs from " + from(made));
    shell.line("next", "restart the node, so that it publishes the certificate");
    shell.line("next", "simpul-node rotate-keys --of " + WORD + " again from " + from(made));
    return Command.DONE;
  }

  private void forget(List<Signer> signers, Instant time) {
    signers.stream()
        .map(Signer::certificate)
        .max(Comparator.comparing(HealthSignerStep::from))
        .filter(newest -> newest.getNotAfter().toInstant().isAfter(time))
        .ifPresent(newest -> {
          List<Path> forgotten = files.forgetKeysBut(newest);
          forgotten.forEach(file -> shell.line("deleted", file + ", which signs no more"));
          if (forgotten.isEmpty()) {
            shell.line("stage", "no rotation is under way");
            shell.line("next", "simpul-node rotate-keys --of " + WORD + " --start begins one");
          } else {
            shell.line("note", "their certificates stay published until they end");
            shell.line("next", "restart the node");
          }
        });
  }
}
