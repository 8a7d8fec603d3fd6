package id.simpul.reporting.wire;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.operation.Contracts;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Reading;
import id.simpul.reporting.support.Documents;
import id.simpul.reporting.support.Randoms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read back as it was, in both formats, whatever it holds. */
class RoundTripTest {
  private static final int ROUNDS = 100;
  private static final Contracts CONTRACTS = new Contracts();

  record Case<T>(Operation<?, T> operation, Function<Randoms, T> make) {
    void run(long seed) throws IOException {
      for (Format<T> format : operation.output()) {
        T value = make.apply(new Randoms(seed));
        String text = Documents.write(format, value);
        assertThat(Documents.read(format, text))
            .as("%s, %s, seed %d: %s", operation, format.mediaType(), seed, text)
            .isEqualTo(value);
        if (format.schema().isPresent()) {
          assertThat(CONTRACTS.check(format.schema().get(), text.getBytes(StandardCharsets.UTF_8)))
              .as("%s, seed %d: %s", operation, seed, text)
              .isEmpty();
        }
      }
    }
  }

  private static <T> Function<Randoms, List<T>> several(Function<Randoms, T> make) {
    return randoms -> {
      List<T> values = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        values.add(make.apply(randoms));
      }
      return values;
    };
  }

  static Stream<Arguments> documents() {
    return Stream.of(
            new Case<>(GeoReportV2.DISCOVERY, Randoms::discovery),
            new Case<>(GeoReportV2.LIST_SERVICES, several(Randoms::service)),
            new Case<>(GeoReportV2.GET_SERVICE_DEFINITION, Randoms::definition),
            new Case<>(GeoReportV2.CREATE_REPORT, Randoms::receipt),
            new Case<>(GeoReportV2.GET_TOKEN, Randoms::tokenAnswer),
            new Case<>(GeoReportV2.LIST_REPORTS, several(Randoms::report)),
            new Case<>(GeoReportV2.GET_REPORT, Randoms::report),
            new Case<>(SimpulReportsV1.ADVANCE, Randoms::state))
        .map(c -> Arguments.of(c.operation().id(), c));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void read_whatWasWritten_isEqual(String operationId, Case<?> document) throws IOException {
    for (long seed = 0; seed < ROUNDS; seed++) {
      document.run(seed);
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void readInput_whatWasWritten_isEqual(String operationId, InputCase<?> input) {
    for (long seed = 0; seed < ROUNDS; seed++) {
      input.run(seed);
    }
  }

  record InputCase<I>(Operation<Scoped<I>, ?> operation, Function<Randoms, I> make) {
    void run(long seed) {
      Randoms randoms = new Randoms(seed);
      String jurisdiction = randoms.oneOf(List.of("", "jambi.go.id", "kota & kab=1"));
      Scoped<I> value = Scoped.in(jurisdiction, make.apply(randoms));
      assertThat(operation.input().read(operation.input().write(value)))
          .as("%s, seed %d", operation, seed)
          .isEqualTo(new Reading.Valid<>(value));
    }
  }

  static Stream<Arguments> inputs() {
    return Stream.of(
            new InputCase<>(GeoReportV2.CREATE_REPORT, Randoms::newReport),
            new InputCase<>(GeoReportV2.LIST_REPORTS, Randoms::query))
        .map(c -> Arguments.of(c.operation().id(), c));
  }
}
