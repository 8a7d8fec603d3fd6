package id.simpul.benchmarks.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.identity.Contender;
import id.simpul.benchmarks.identity.Question;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("smoke")
class RecordWorkTest {
  @ParameterizedTest
  @EnumSource
  void open_ours_doesEveryWork(RecordWork work) {
    Contender contender = work.open(new Ours());

    assertThatCode(() -> contender.work().call()).doesNotThrowAnyException();
  }

  @Test
  void open_libraryThatReadsSomethingElse_isNotMeasured() {
    RecordLibrary careless =
        new Other() {
          @Override
          public Dose read(byte[] document) {
            return new SampleRecords(-1).immunization().dose();
          }
        };

    assertThatThrownBy(() -> RecordWork.PARSE.open(careless))
        .isInstanceOf(BenchmarkException.class)
        .hasMessageContaining("another record");
  }

  @Test
  void open_libraryThatLeavesSomethingOut_isNotMeasured() {
    RecordLibrary careless =
        new Other() {
          @Override
          public byte[] write(Object held) {
            String written = new String(ours.write(held), StandardCharsets.UTF_8);
            return written.replace(",\"primarySource\":true", "").getBytes(StandardCharsets.UTF_8);
          }
        };

    assertThatThrownBy(() -> RecordWork.ENCODE.open(careless))
        .isInstanceOf(BenchmarkException.class);
  }

  @Test
  void lines_everyRecord_breaksNoRule() throws IOException {
    SampleRecords records = new SampleRecords(7);
    for (String line : records.lines().split("\n")) {
      Resource read = FhirJson.read(line.getBytes(StandardCharsets.UTF_8));

      assertThat(read.problems()).as(read.fhirType().name()).isEmpty();
    }
    assertThat(records.lines()).isNotEqualTo(records.lines());
    assertThat(new SampleRecords(7).lines()).isEqualTo(new SampleRecords(7).lines());
  }

  @Test
  void all_questions_areKnownByName() {
    assertThat(FhirQuestions.all())
        .extracting(Question::name)
        .contains("fhir-parse", "bulk-ndjson");
    assertThat(FhirQuestions.work("fhir-encode")).isEqualTo(RecordWork.ENCODE);
    assertThatThrownBy(() -> FhirQuestions.work("fhir")).isInstanceOf(BenchmarkException.class);
  }

  @Test
  void reading_line_isReadBack() {
    ColdReading reading = ColdReading.read("1 22 333 4444");

    assertThat(reading).isEqualTo(new ColdReading(1, 22, 333, 4444));
  }

  /** A library like ours in all that is not overridden. */
  private static class Other implements RecordLibrary {
    final Ours ours = new Ours();

    @Override
    public Dose read(byte[] document) throws IOException {
      return ours.read(document);
    }

    @Override
    public Object hold(byte[] document) throws IOException {
      return ours.hold(document);
    }

    @Override
    public byte[] write(Object held) {
      return ours.write(held);
    }

    @Override
    public byte[] build(Dose dose) {
      return ours.build(dose);
    }

    @Override
    public long readLines(byte[] ndjson) throws IOException {
      return ours.readLines(Arrays.copyOf(ndjson, ndjson.length));
    }
  }
}
