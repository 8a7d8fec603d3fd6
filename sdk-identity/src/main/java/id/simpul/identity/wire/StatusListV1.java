package id.simpul.identity.wire;

import id.simpul.core.operation.FieldReader;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.OAuthErrors;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Parameter.In;
import id.simpul.core.operation.Parameter.Kind;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Violation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one operation of the Token Status List (draft 20, section 8). Its endpoint is the {@code uri}
 * a credential names. What comes out is a token nobody has verified.
 */
public final class StatusListV1 {
  private static final String TIME = "time";

  // The last second of the year 9999.
  private static final long MAX_TIME = 253_402_300_799L;

  private static final QueryInput<StatusListQuery> TIME_OF_TOKEN =
      new QueryInput<>(
          List.of(
              Parameter.optional(
                  In.QUERY, TIME, Kind.INTEGER, "The token of this time, in seconds.")),
          StatusListV1::write,
          (params, fields) -> {
            Instant time = time(fields);
            return () -> new StatusListQuery(time);
          });

  /** Status List Request. */
  public static final Operation<StatusListQuery, String> GET_TOKEN = at("", TIME_OF_TOKEN);

  /**
   * The same operation for an issuer whose lists have numbers, below one endpoint. It is for
   * servers: clients know the address of a list as a whole.
   */
  public static final Operation<NumberedListQuery, String> GET_NUMBERED_TOKEN =
      at("/{list}", new NumberedListInput(TIME_OF_TOKEN));

  /** The one there is. */
  public static final List<Operation<?, ?>> OPERATIONS = List.of(GET_TOKEN);

  private StatusListV1() {}

  private static <I> Operation<I, String> at(String path, Input<I> input) {
    return Operation.<I, String>builder("status-list.v1.tokens.get", Method.GET, path)
        .summary("Gives the statuses of many credentials, signed and compressed.")
        .output(new TokenFormat("application/statuslist+jwt"))
        .errors(List.of(OAuthErrors.FORMAT))
        .fails(400, "The time cannot be used.")
        .fails(404, "There is no such list.")
        .fails(501, "Earlier tokens are not kept.")
        .fails(503, "The node is too busy or is stopping.")
        .input(input);
  }

  private static Params write(StatusListQuery query) {
    Instant time = query.time();
    return time == null
        ? Params.EMPTY
        : Params.EMPTY.with(TIME, Long.toString(time.getEpochSecond()));
  }

  private static @Nullable Instant time(FieldReader fields) {
    Optional<BigDecimal> seconds = fields.number(TIME, 0, MAX_TIME);
    if (seconds.isPresent() && seconds.get().stripTrailingZeros().scale() > 0) {
      fields.reject(Violation.TYPE, TIME, "must be a whole number");
    }
    return seconds.map(BigDecimal::longValue).map(Instant::ofEpochSecond).orElse(null);
  }
}
