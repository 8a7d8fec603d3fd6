package id.simpul.node.internal.cli;

import id.simpul.core.operation.Violation;
import id.simpul.health.certificate.Kid;
import id.simpul.node.NodeConfig;
import id.simpul.node.NodeHealth.Signer;
import id.simpul.node.internal.config.HealthSignerFiles;
import id.simpul.node.internal.fhir.CertificateSigners;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

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
    Optional<X509Certificate> signing =
        new CertificateSigners(config.health(), InstantSource.fixed(time)).signing();
    for (Signer signer : signers) {
      X509Certificate each = signer.certificate();
      boolean signs = signing.filter(each::equals).isPresent();
      shell.line("signer", name(each) + ", " + when(each, time, signs));
    }
    config.health().formerSigners().forEach(old -> shell.line("published", name(old)));
    List<X509Certificate> waiting =
        signers.stream().map(Signer::certificate).filter(c -> from(c).isAfter(time)).toList();
    if (start && (now || waiting.isEmpty())) {
      return add(now ? time : time.plus(config.federation().lifetime().lifetime()));
    }
    if (waiting.isEmpty()) {
      signing.ifPresentOrElse(this::forget, this::tellThatNobodySigns);
    }
    return Command.DONE;
  }

  private static String when(X509Certificate signer, Instant time, boolean signs) {
    if (from(signer).isAfter(time)) {
      return "signs from " + from(signer);
    }
    return signs ? "signs" : "does not sign";
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

  private void tellThatNobodySigns() {
    shell.line("stage", "nobody can sign; no key is deleted");
    shell.line("next", "simpul-node rotate-keys --of " + WORD + " --start --now makes a signer");
  }

  private void forget(X509Certificate signing) {
    List<Path> forgotten = files.forgetKeysBefore(signing);
    forgotten.forEach(file -> shell.line("deleted", file + ", which signs no more"));
    if (forgotten.isEmpty()) {
      shell.line("stage", "no rotation is under way");
      shell.line("next", "simpul-node rotate-keys --of " + WORD + " --start begins one");
    } else {
      shell.line("note", "their certificates stay published until they end");
      shell.line("next", "restart the node");
    }
  }
}
