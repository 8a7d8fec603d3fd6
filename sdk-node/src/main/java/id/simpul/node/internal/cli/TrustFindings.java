package id.simpul.node.internal.cli;

import id.simpul.core.SimpulException;
import id.simpul.identity.federation.ChainReport;
import id.simpul.identity.federation.ExpiryAlarm;
import id.simpul.node.NodeConfig;
import id.simpul.node.internal.federation.FederationEntity;
import id.simpul.node.internal.federation.NodeTrust;
import id.simpul.node.internal.fhir.CertificateSigners;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a chain leads to this node, and until when it and its statements hold. */
final class TrustFindings {
  private final NodeConfig config;
  private final Instant now;

  TrustFindings(NodeConfig config, Instant now) {
    this.config = config;
    this.now = now;
  }

  /** Signs what is due, and says how long all of it holds. */
  List<Finding> statements(FederationEntity entity) {
    List<Finding> findings = new ArrayList<>();
    try {
      entity.configuration();
      entity.subordinates().forEach(record -> entity.statement(record.entity()));
    } catch (SimpulException e) {
      findings.add(
          Finding.fail("statements cannot be signed: " + e.fault().what(), e.fault().now()));
    }
    entity
        .alarms()
        .forEach(alarm -> findings.add(expiry(alarm, "start the node, so that it signs")));
    return findings;
  }

  /** For how long there is somebody who can sign health certificates; empty where none do. */
  List<Finding> healthSigners() {
    return new CertificateSigners(config.health(), InstantSource.fixed(now))
            .alarm()
            .map(alarm ->
                expiry(alarm, "simpul-node rotate-keys --of " + HealthSignerStep.WORD + " --start"))
            .stream()
            .toList();
  }

  /** Whether others who trust the same anchors trust this node. */
  List<Finding> chain(NodeTrust trust) {
    if (config.federation().superiors().isEmpty()) {
      return List.of(Finding.ok("nobody stands above this node"));
    }
    Optional<ChainReport> report = trust.explain(config.entityId());
    if (report.isEmpty()) {
      return List.of(
          Finding.warn(
              "this node has superiors, but no anchor to look for a chain to",
              "set trust-anchors-file"));
    }
    if (report.get().trustedUntil().isPresent()) {
      return List.of(
          expiry(
              trust.alarm(config.entityId()),
              "simpul-node explain " + config.entityId() + " says whose statement runs out"));
    }
    String why = report.get().problem().map(p -> p.fault().what()).orElse("no chain");
    return List.of(
        Finding.fail(
            "others do not trust this node: " + why,
            "simpul-node explain " + config.entityId() + " shows the link that fails"));
  }

  private Finding expiry(ExpiryAlarm alarm, String remedy) {
    return switch (alarm.state(now)) {
      case QUIET -> Finding.ok(alarm.toText(now));
      case WARNING -> Finding.warn(alarm.toText(now), remedy);
      case EXPIRED -> Finding.fail(alarm.toText(now), remedy);
    };
  }
}
