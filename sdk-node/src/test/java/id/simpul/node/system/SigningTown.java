package id.simpul.node.system;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.node.NodeConfigBuilder;
import id.simpul.node.NodeHealth;
import id.simpul.node.internal.config.HealthSignerFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

/** A node that finds its signers of health certificates in files, and a clock set by hand. */
final class SigningTown implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-21T02:00:00Z");

  private final Path folder;
  private final SecureRandom random = new SecureRandom();
  private final SigningKey messages = SigningKeys.generate(SignatureAlgorithm.ED25519, random);
  private final InstantSource clock = this::now;
  private final CertifiedTown health;
  private volatile Instant now = START;
  private TestTown town;

  SigningTown(Path folder) throws IOException {
    this.folder = folder;
    town = TestTown.start(data(), clock, messages, messages, this::signers);
    health = new CertifiedTown(town.base(), clock);
  }

  private void signers(NodeConfigBuilder config) {
    try {
      config.health(files().open(NodeHealth.NONE, now));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Instant now() {
    return now;
  }

  void setTo(Instant time) {
    now = time;
  }

  InstantSource clock() {
    return clock;
  }

  URI base() {
    return town.base();
  }

  CertifiedTown health() {
    return health;
  }

  Path data() throws IOException {
    return Files.createDirectories(folder.resolve("data"));
  }

  HealthSignerFiles files() throws IOException {
    return new HealthSignerFiles(data(), "Dinas Kesehatan Uji", random);
  }

  void restart() throws IOException {
    town = town.restart(data(), clock, messages, this::signers);
  }

  @Override
  public void close() {
    town.close();
  }
}
