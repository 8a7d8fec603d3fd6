package id.simpul.health.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.ValidationException;
import id.simpul.core.format.FormatException;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.Resource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class NdjsonTest {
  private static final NdjsonOptions OPTIONS = NdjsonOptions.of("Patient.ndjson");
  private static final String ONE = "{\"resourceType\":\"Patient\",\"id\":\"1\"}";
  private static final String TWO = "{\"resourceType\":\"Medication\",\"id\":\"2\"}";

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> ids(InputStream in, NdjsonOptions options) throws IOException {
    List<String> ids = new ArrayList<>();
    try (NdjsonReader reader = NdjsonReader.open(in, options)) {
      for (Optional<Resource> r = reader.next(); r.isPresent(); r = reader.next()) {
        ids.add(r.get().id().orElse("?") + "@" + reader.line() + ":" + reader.offset());
      }
    }
    return ids;
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  @Test
  void next_linesOfBothKinds_areReadInOrder() throws IOException {
    String text = "\uFEFF" + ONE + "\r\n\n \t\n" + TWO;

    assertThat(ids(stream(text), OPTIONS)).containsExactly("1@1:0", "2@4:" + (ONE.length() + 9));
    assertThat(ids(stream(""), OPTIONS)).isEmpty();
    assertThat(ids(stream("\n\n"), OPTIONS)).isEmpty();
  }

  @Test
  void next_brokenLine_endsTheReadingAndSaysWhere() {
    assertThatThrownBy(() -> ids(stream(ONE + "\n{\"resourceType\":\"Rahasia\n" + TWO), OPTIONS))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("Patient.ndjson, line 2, byte " + (ONE.length() + 1))
        .hasMessageNotContaining("Rahasia");
  }

  @Test
  void next_brokenLinesToBeSkipped_areToldAndTheRestIsRead() throws IOException {
    List<LineError> errors = new ArrayList<>();
    String text = ONE + "\n[]\n\uFEFF" + ONE + "\n{\n" + TWO + "\n";

    assertThat(ids(stream(text), OPTIONS.skipping(errors::add)))
        .containsExactly("1@1:0", "2@5:" + (2 * ONE.length() + 10));
    assertThat(errors).extracting(LineError::line).containsExactly(2L, 3L, 4L);
    assertThat(errors.get(0).offset()).isEqualTo(ONE.length() + 1);
    assertThat(errors.get(1).reason()).contains("byte order mark");
  }

  @Test
  void next_invalidUtf8_isRefused() {
    byte[] line = ONE.getBytes(StandardCharsets.UTF_8);
    line[line.length - 3] = (byte) 0xff;

    assertThatThrownBy(() -> ids(new ByteArrayInputStream(line), OPTIONS))
        .hasMessageContaining("UTF-8");
  }

  @Test
  void next_lineAtTheLimit_isReadAndOnePastItRefused() throws IOException {
    NdjsonOptions exact = OPTIONS.withMaxLineBytes(TWO.length());
    List<LineError> errors = new ArrayList<>();

    assertThat(ids(stream(TWO + "\r\n" + TWO), exact)).hasSize(2);
    assertThatThrownBy(() -> ids(stream(TWO + " \n"), exact)).hasMessageContaining("longer than");
    assertThat(
            ids(
                stream(" ".repeat(300_000) + "\n" + TWO + " \r\n" + ONE),
                exact.skipping(errors::add)))
        .hasSize(1);
    assertThat(errors).extracting(LineError::line).containsExactly(1L, 2L);
  }

  @Test
  void next_numberOfLines_isTakenAtTheLimitAndRefusedPastIt() throws IOException {
    NdjsonOptions two = OPTIONS.withMaxSize(2, 1000).skipping(e -> {});

    assertThat(ids(stream(ONE + "\n" + ONE + "\n"), two)).hasSize(2);
    assertThatThrownBy(() -> ids(stream(ONE + "\n" + ONE + "\n\n"), two))
        .hasMessageContaining("more than 2 lines");
  }

  @Test
  void next_numberOfBytes_isTakenAtTheLimitAndRefusedPastIt() throws IOException {
    NdjsonOptions few = OPTIONS.withMaxSize(9, 2L * ONE.length() + 1).skipping(e -> {});

    assertThat(ids(stream(ONE + "\n" + ONE), few)).hasSize(2);
    assertThatThrownBy(() -> ids(stream(ONE + "\n" + ONE + "\n"), few))
        .hasMessageContaining("more than " + (2 * ONE.length() + 1) + " bytes");
  }

  @Test
  void options_limitsThatAreNot_areRefused() {
    assertThatThrownBy(() -> OPTIONS.withMaxLineBytes(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OPTIONS.withMaxSize(0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OPTIONS.withMaxSize(1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void next_compressedInParts_readsAllOfThem() throws IOException {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    parts.write(gzip(ONE + "\n"));
    parts.write(gzip(""));
    parts.write(gzip(TWO + "\n"));

    assertThat(ids(new ByteArrayInputStream(parts.toByteArray()), OPTIONS.gzipped())).hasSize(2);
  }

  @Test
  void next_compressedFileThatBreaksOffAnywhere_isRefused() throws IOException {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    parts.write(gzip(ONE + "\n"));
    int first = parts.size();
    parts.write(gzip(TWO + "\n"));
    byte[] all = parts.toByteArray();
    NdjsonOptions skipping = OPTIONS.gzipped().skipping(e -> {});

    for (int length = 0; length < all.length; length++) {
      byte[] cut = Arrays.copyOf(all, length);
      if (length == first) {
        assertThat(ids(new ByteArrayInputStream(cut), skipping)).hasSize(1);
      } else {
        assertThatThrownBy(() -> ids(new ByteArrayInputStream(cut), skipping))
            .as("cut at %d", length)
            .isInstanceOf(FormatException.class);
      }
    }
  }

  @Test
  void next_compressedFileThatWasChanged_isRefused() throws IOException {
    byte[] good = gzip(ONE + "\n");
    for (int i = good.length - 8; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= 1;
      assertThatThrownBy(() -> ids(new ByteArrayInputStream(bad), OPTIONS.gzipped()))
          .hasMessageContaining("checksum");
    }
    byte[] more = Arrays.copyOf(good, good.length + 1);
    assertThatThrownBy(() -> ids(new ByteArrayInputStream(more), OPTIONS.gzipped()))
        .isInstanceOf(FormatException.class);
  }

  @Test
  void write_resources_areReadBack() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (NdjsonWriter writer = NdjsonWriter.to(out)) {
      writer.write(FhirJson.read(ONE.getBytes(StandardCharsets.UTF_8)));
      writer.write(FhirJson.read(TWO.getBytes(StandardCharsets.UTF_8)));
      assertThat(writer.lines()).isEqualTo(2);
    }

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(ONE + "\n" + TWO + "\n");
  }

  @Test
  void write_brokenResource_writesNoPartOfIt() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Resource broken = FhirJson.read("{\"resourceType\":\"Slot\"}".getBytes(StandardCharsets.UTF_8));
    try (NdjsonWriter writer = NdjsonWriter.to(out)) {
      assertThatThrownBy(() -> writer.write(broken)).isInstanceOf(ValidationException.class);
    }
    assertThat(out.size()).isZero();
  }
}
