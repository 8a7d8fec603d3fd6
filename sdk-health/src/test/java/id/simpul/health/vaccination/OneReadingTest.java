package id.simpul.health.vaccination;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.Resource;
import id.simpul.health.vaccination.wire.SlotFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OneReadingTest {
  private Instant now = Instant.EPOCH;
  private final OneReading reading = new OneReading(Instant.EPOCH, () -> now);

  private static SlotFile bytes(long bytes) {
    return new SlotFile(List.of(), List.of(), bytes);
  }

  private static SlotFile resources(int count) throws Exception {
    byte[] slot = "{\"resourceType\":\"Slot\"}".getBytes(StandardCharsets.UTF_8);
    Resource resource = FhirJson.read(slot);
    return SlotFile.of(Collections.nCopies(count, resource));
  }

  @Test
  void isLate_atTheLimitAndBefore_endsTheReading() {
    now = Instant.EPOCH.plus(SlotDirectory.MAX_READING).minusNanos(1);
    assertThat(reading.isLate()).isFalse();
    now = now.plusNanos(1);
    assertThat(reading.isLate()).isTrue();
  }

  @Test
  void takes_bytesAtTheLimitAndOnePast_isSpentByTheLast() {
    assertThat(reading.takes(bytes(SlotDirectory.MAX_FILE_BYTES))).isTrue();
    assertThat(reading.takes(bytes(SlotDirectory.MAX_BYTES - SlotDirectory.MAX_FILE_BYTES)))
        .isTrue();
    assertThat(reading.isSpent()).isFalse();
    assertThat(reading.takes(bytes(1))).isFalse();
    assertThat(reading.isSpent()).isTrue();
  }

  @Test
  void takes_resourcesAtTheLimitAndOnePast_isSpentByTheLast() throws Exception {
    assertThat(reading.takes(resources(SlotDirectory.MAX_RESOURCES))).isTrue();
    assertThat(reading.takes(resources(1))).isFalse();
    assertThat(reading.isSpent()).isTrue();
  }
}
