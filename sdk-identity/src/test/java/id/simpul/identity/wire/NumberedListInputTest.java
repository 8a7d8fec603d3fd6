package id.simpul.identity.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.simpul.core.operation.Body;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.Violation;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedListInputTest {
  private static final Input<NumberedListQuery> INPUT = StatusListV1.GET_NUMBERED_TOKEN.input();

  private static Reading<NumberedListQuery> read(String list, Params query) {
    return INPUT.read(new RequestParts(Map.of("list", list), query, Headers.EMPTY, Body.NONE));
  }

  @Test
  void read_whatWasWritten_isTheSame() {
    NumberedListQuery query =
        new NumberedListQuery(
            NumberedListQuery.MAX_LIST, new StatusListQuery(Instant.ofEpochSecond(1_700_000_000)));

    assertThat(INPUT.read(INPUT.write(query))).isEqualTo(new Reading.Valid<>(query));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "01", "-1", "10000", "1.0", "satu"})
  void read_noNumberOfAList_isNotFound(String list) {
    assertThat(read(list, Params.EMPTY).problems())
        .extracting(Violation::code)
        .containsExactly(Violation.NOT_FOUND);
  }

  @Test
  void read_timeThatIsNone_isRefused() {
    assertThat(read("1", Params.EMPTY.with("time", "kemarin")).problems())
        .extracting(Violation::where)
        .containsExactly("time");
  }

  @Test
  void query_pastTheHighestNumber_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new NumberedListQuery(NumberedListQuery.MAX_LIST + 1, StatusListQuery.NOW));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NumberedListQuery(0, StatusListQuery.NOW));
  }

  @Test
  void operation_withNumbers_isTheSameOtherwise() {
    assertThat(StatusListV1.GET_NUMBERED_TOKEN.id()).isEqualTo(StatusListV1.GET_TOKEN.id());
    assertThat(StatusListV1.GET_NUMBERED_TOKEN.failures())
        .isEqualTo(StatusListV1.GET_TOKEN.failures());
  }
}
