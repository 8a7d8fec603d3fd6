package id.simpul.health;

import id.simpul.core.RetryPolicy;
import id.simpul.core.spi.WorkQueue;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.Immunization;
import id.simpul.queue.AesGcmCipher;
import id.simpul.queue.SqliteWorkQueue;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A clinic's program in a process of its own: it takes a dose once and delivers what waits. */
final class OutboxChild {
  private OutboxChild() {}

  static WorkQueue.Work work(String key) {
    return new WorkQueue.Work(
        key, Immunization.TYPE.name(), FhirJson.toBytes(SafeWriteTest.dose()));
  }

  static WorkQueue open(Path file, Instant now) {
    return SqliteWorkQueue.open(file, AesGcmCipher.of(new byte[AesGcmCipher.KEY_BYTES]), () -> now);
  }

  public static void main(String[] args) {
    Instant now = Instant.parse(args[2]);
    try (WorkQueue queue = open(Path.of(args[0]), now);
        SatuSehatClient client =
            SatuSehatClient.builder(
                    SatuSehatEnvironment.dangerouslyOnLoopback(URI.create(args[1])),
                    Rig.credentials())
                .resendWait(Duration.ofMillis(1))
                .configure(config -> config.retry(RetryPolicy.NONE))
                .build()) {
      SatuSehatOutbox outbox = new SatuSehatOutbox(client, queue, () -> now);
      outbox.add("visit-1", SafeWriteTest.dose());
      System.out.println("delivered " + outbox.deliverNext().map(d -> d.result().state()));
    }
  }
}
