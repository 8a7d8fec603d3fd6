package id.simpul.node.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExportRoomTest {
  private long free = Long.MAX_VALUE;

  private static ExportJob job() {
    ExportRequests.Wanted wanted = new ExportRequests.Wanted(Set.of("Patient"), null);
    return new ExportJob("x", "exporter:dinkes", null, wanted, Path.of("x"), 0);
  }

  private ExportRoom room(long most) {
    return new ExportRoom(most, () -> free);
  }

  @Test
  void take_exportsTogether_atAndPastTheMost() throws IOException {
    ExportRoom room = room(100);
    ExportJob one = job();
    ExportJob other = job();
    room.take(one, 60);
    room.take(other, 40);

    assertThatThrownBy(() -> room.take(other, 1)).isInstanceOf(IOException.class);
    room.giveBack(one);
    room.giveBack(one);
    room.take(other, 60);
    assertThat(room.has(0)).isTrue();
    assertThat(room.has(1)).isFalse();
  }

  @Test
  void take_diskWithTheReserve_atAndBelowIt() throws IOException {
    ExportRoom room = room(ExportRoom.MAX_BYTES);
    free = ExportRoom.RESERVE + 10;
    room.take(job(), 10);

    assertThatThrownBy(() -> room.take(job(), 11)).isInstanceOf(IOException.class);
    free = ExportRoom.RESERVE - 1;
    assertThat(room.has(0)).isFalse();
  }
}
