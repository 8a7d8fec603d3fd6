package id.simpul.reporting;

import id.simpul.core.format.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a node knows of a token (GeoReport v2, GET service_request_id from a token). */
public final class TokenAnswer {
  private final @Nullable ReportToken token;
  private final @Nullable ReportId reportId;
  private final JsonObject extra;

  private TokenAnswer(@Nullable ReportToken token, @Nullable ReportId reportId, JsonObject extra) {
    this.token = token;
    this.reportId = reportId;
    this.extra = extra;
  }

  /**
   * The answer while the report is not filed yet.
   *
   * @param token the token asked about
   * @return the answer
   */
  public static TokenAnswer pending(ReportToken token) {
    return new TokenAnswer(Objects.requireNonNull(token, "token"), null, JsonObject.EMPTY);
  }

  /**
   * The answer once the report is filed.
   *
   * @param reportId the report's id
   * @return the answer, without the token; see {@link #withToken}
   */
  public static TokenAnswer filed(ReportId reportId) {
    return new TokenAnswer(null, Objects.requireNonNull(reportId, "reportId"), JsonObject.EMPTY);
  }

  /**
   * This answer with the token asked about.
   *
   * @param value the token
   * @return a copy
   */
  public TokenAnswer withToken(ReportToken value) {
    return new TokenAnswer(Objects.requireNonNull(value, "value"), reportId, extra);
  }

  /**
   * This answer with other unknown members.
   *
   * @param value the members
   * @return a copy
   */
  public TokenAnswer withExtra(JsonObject value) {
    return new TokenAnswer(token, reportId, Objects.requireNonNull(value, "value"));
  }

  /**
   * The token asked about.
   *
   * @return the token, or empty when the node did not repeat it
   */
  public Optional<ReportToken> token() {
    return Optional.ofNullable(token);
  }

  /**
   * The report's id.
   *
   * @return the id, or empty while the report is not filed yet
   */
  public Optional<ReportId> reportId() {
    return Optional.ofNullable(reportId);
  }

  /**
   * Members this version does not know, as they came.
   *
   * @return the members, possibly none
   */
  public JsonObject extra() {
    return extra;
  }

  private List<Object> state() {
    return List.of(token(), reportId(), extra);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof TokenAnswer other && state().equals(other.state());
  }

  @Override
  public int hashCode() {
    return state().hashCode();
  }

  @Override
  public String toString() {
    return reportId == null ? "TokenAnswer[pending]" : "TokenAnswer[report " + reportId + "]";
  }
}
