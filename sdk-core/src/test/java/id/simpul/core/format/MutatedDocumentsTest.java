package id.simpul.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes in, a reader answers with a value or a {@link FormatException}. */
class MutatedDocumentsTest {
  private static final long SEED = 20261121L;
  private static final int RUNS = 5_000;
  private static final Limits LIMITS = Limits.DEFAULT.withMaxBytes(4096);

  @Test
  void readXml_mutatedDocuments_throwsNothingElse() {
    String document =
        "<?xml version='1.0' encoding='utf-8'?><!-- c --><a xmlns='urn:x' k=\"v&amp;\">t"
            + "<b:c xmlns:b='urn:y' b:d='1'>&#x41;<![CDATA[ ]]]]></b:c><?p i?>\u00e9</a>";
    run(document.getBytes(StandardCharsets.UTF_8), in -> Xml.read(in, LIMITS));
  }

  @Test
  void readJson_mutatedDocuments_throwsNothingElse() {
    String document =
        "{\"a\":[1,-2.5e+10,\"\\u00e9\\n\u00e9\",true,false,null,{}],\"b\":{\"c\":\"\\ud83d\\ude00\"}}";
    run(document.getBytes(StandardCharsets.UTF_8), in -> Json.read(in, LIMITS));
  }

  private static void run(byte[] document, Reader reader) {
    Random random = new Random(SEED);
    for (int i = 0; i < RUNS; i++) {
      byte[] mutant = mutate(document, random);
      Throwable thrown = catchThrowable(() -> reader.read(new ByteArrayInputStream(mutant)));
      if (thrown != null) {
        assertThat(thrown).as("run %s of seed %s", i, SEED).isInstanceOf(FormatException.class);
      }
    }
  }

  private static byte[] mutate(byte[] document, Random random) {
    byte[] mutant = document.clone();
    for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
      int at = random.nextInt(mutant.length);
      switch (random.nextInt(4)) {
        case 0 -> mutant[at] = (byte) random.nextInt(256);
        case 1 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> mutant[at] = mutant[random.nextInt(mutant.length)];
        default -> mutant = Arrays.copyOf(mutant, 1 + at);
      }
    }
    return mutant;
  }

  @FunctionalInterface
  private interface Reader {
    Object read(ByteArrayInputStream in) throws IOException;
  }
}
