package id.simpul.node.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What has been exported before a transcript. None of it outlives the transcript. */
final class TownExports {
  private static final Pattern BEGUN = Pattern.compile("\\{\\{([a-z]+)}} under way");
  private static final Pattern READY =
      Pattern.compile("\\{\\{([a-z]+)}} of \\{\\{([a-z]+)}} ready");
  private static final Pattern KEYED =
      Pattern.compile("\\{\\{([a-z]+)}} asked for under the key (\\S+)");
  private static final String WAITING = "exports wait for others";
  private static final String CROWDED = "as many exports as are kept";
  private static final Pattern LOCATION = Pattern.compile(".*/\\$export/([A-Za-z0-9.-]+)");
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-z]{26})\"");
  private static final String HEAD =
      " HTTP/1.1\nHost: simpul.jambi.example\nAuthorization: Bearer export-key\n";
  private static final int ACCEPTED = 202;

  private final TownHappenings.Sender node;
  private final Gate gate;
  private final List<String> kept = new ArrayList<>();
  private @Nullable String practitioner;

  TownExports(TownHappenings.Sender node, Gate gate) {
    this.node = node;
    this.gate = gate;
  }

  /** Holds up the thread that gathers records, when it looks at the clock. */
  static final class Gate {
    private static final String GATHERING = "simpul-export";

    private volatile CountDownLatch shut = new CountDownLatch(0);

    Instant passing(Instant now) {
      if (Thread.currentThread().getName().equals(GATHERING)) {
        try {
          shut.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt(); // the node ends
        }
      }
      return now;
    }

    private void shut() {
      shut = new CountDownLatch(1);
    }

    private void open() {
      shut.countDown();
    }
  }

  /** Makes a line happen, if it is one about exports. */
  Optional<Placeholders> prepare(String line, Placeholders values) {
    Matcher begun = BEGUN.matcher(line);
    Matcher ready = READY.matcher(line);
    Matcher keyed = KEYED.matcher(line);
    try {
      if (begun.matches()) {
        gate.shut();
        return Optional.of(values.with(begun.group(1), begin("")));
      }
      if (line.equals(WAITING)) {
        gate.shut();
        return Optional.of(values);
      }
      if (keyed.matches()) {
        gate.shut();
        String key = "Idempotency-Key: " + keyed.group(2) + "\n";
        return Optional.of(values.with(keyed.group(1), begin(key)));
      }
      if (ready.matches()) {
        String of = practitioner();
        String job = begin("");
        finished(job);
        return Optional.of(values.with(ready.group(1), job).with(ready.group(2), of));
      }
      if (line.equals(CROWDED)) {
        int status = ACCEPTED;
        while (status == ACCEPTED) {
          status = ask("").status();
        }
        return Optional.of(values);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
    return Optional.empty();
  }

  private String begin(String key) throws IOException {
    Message answer = ask(key);
    assertThat(answer.status()).as(answer.body()).isEqualTo(ACCEPTED);
    return kept.get(kept.size() - 1);
  }

  private Message ask(String key) throws IOException {
    Message answer =
        node.send(
            "GET /fhir/r4/$export?_type=Practitioner" + HEAD + key + "Prefer: respond-async\n");
    answered(answer);
    return answer;
  }

  private void finished(String job) throws IOException {
    Message answer;
    do {
      answer = node.send("GET /fhir/r4/$export/" + job + HEAD);
    } while (answer.status() == ACCEPTED);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  // The only one on record: what all of them are does not hang on what was played before.
  private String practitioner() throws IOException {
    if (practitioner == null) {
      Message answer =
          node.send(
              "POST /fhir/r4/Practitioner"
                  + HEAD.replace("export-key", "health-key")
                  + "Content-Type: application/fhir+json\nContent-Length: {{length}}\n\n"
                  + "{\"resourceType\":\"Practitioner\",\"name\":[{\"text\":\"Salo Mirabu\"}]}");
      Matcher id = ID.matcher(answer.body());
      assertThat(id.find()).as(answer.body()).isTrue();
      practitioner = id.group(1);
    }
    return practitioner;
  }

  /** Notes what an answer says was begun. */
  void answered(Message answer) {
    Matcher location = LOCATION.matcher(answer.header("Content-Location").orElse(""));
    if (location.matches()) {
      kept.add(location.group(1));
    }
  }

  /** Ends what there is. */
  void endAll() {
    gate.open();
    for (String job : kept) {
      try {
        node.send("DELETE /fhir/r4/$export/" + job + HEAD);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    kept.clear();
  }
}
