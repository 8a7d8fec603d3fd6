package id.simpul.reporting;

import id.simpul.core.format.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node's word that it took a report (GeoReport v2, POST Service Request). It names the report's
 * id, or a token to ask for the id with, never both; and neither where the service is {@link
 * ServiceType#BLACKBOX}.
 */
public final class SubmissionReceipt {
  private final @Nullable ReportId reportId;
  private final @Nullable ReportToken token;
  private final @Nullable String serviceNotice;
  private final @Nullable String accountId;
  private final JsonObject extra;

  private SubmissionReceipt(Builder b) {
    this.reportId = b.reportId;
    this.token = b.token;
    this.serviceNotice = b.serviceNotice;
    this.accountId = b.accountId;
    this.extra = b.extra;
  }

  /**
   * Starts a receipt that names the report.
   *
   * @param reportId the report's id
   * @return a builder
   */
  public static Builder forReport(ReportId reportId) {
    return new Builder(Objects.requireNonNull(reportId, "reportId"), null);
  }

  /**
   * Starts a receipt that names a token.
   *
   * @param token the token
   * @return a builder
   */
  public static Builder forToken(ReportToken token) {
    return new Builder(null, Objects.requireNonNull(token, "token"));
  }

  /**
   * Starts a receipt that names neither, for a {@link ServiceType#BLACKBOX} service.
   *
   * @return a builder
   */
  public static Builder untracked() {
    return new Builder(null, null);
  }

  /**
   * A builder that holds these values.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    return new Builder(reportId, token)
        .serviceNotice(serviceNotice)
        .accountId(accountId)
        .extra(extra);
  }

  /**
   * The report's id.
   *
   * @return the id, or empty
   */
  public Optional<ReportId> reportId() {
    return Optional.ofNullable(reportId);
  }

  /**
   * The token to ask for the id with.
   *
   * @return the token, or empty
   */
  public Optional<ReportToken> token() {
    return Optional.ofNullable(token);
  }

  /**
   * What will be done about the report.
   *
   * @return a text for people, or empty
   */
  public Optional<String> serviceNotice() {
    return Optional.ofNullable(serviceNotice);
  }

  /**
   * The account the report was filed under.
   *
   * @return the account's id, or empty
   */
  public Optional<String> accountId() {
    return Optional.ofNullable(accountId);
  }

  /**
   * Members this version does not know, as they came. Written back as they are, unless they carry a
   * name this version writes itself.
   *
   * @return the members, possibly none
   */
  public JsonObject extra() {
    return extra;
  }

  private List<Object> state() {
    return List.of(reportId(), token(), serviceNotice(), accountId(), extra);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof SubmissionReceipt other && state().equals(other.state());
  }

  @Override
  public int hashCode() {
    return state().hashCode();
  }

  @Override
  public String toString() {
    if (reportId != null) {
      return "SubmissionReceipt[report " + reportId + "]";
    }
    return token == null ? "SubmissionReceipt[untracked]" : "SubmissionReceipt[token <redacted>]";
  }

  /** Collects a receipt. Not thread-safe. */
  public static final class Builder {
    private final @Nullable ReportId reportId;
    private final @Nullable ReportToken token;
    private @Nullable String serviceNotice;
    private @Nullable String accountId;
    private JsonObject extra = JsonObject.EMPTY;

    private Builder(@Nullable ReportId reportId, @Nullable ReportToken token) {
      this.reportId = reportId;
      this.token = token;
    }

    /**
     * What will be done about the report. Default: nothing is said.
     *
     * @param value a text for people, or null for none
     * @return this
     */
    public Builder serviceNotice(@Nullable String value) {
      this.serviceNotice = Texts.orNull(value);
      return this;
    }

    /**
     * The account the report was filed under. Default: none.
     *
     * @param value the account's id, or null for none
     * @return this
     */
    public Builder accountId(@Nullable String value) {
      this.accountId = Texts.orNull(value);
      return this;
    }

    /**
     * Members this version does not know. Default: none.
     *
     * @param value the members
     * @return this
     */
    public Builder extra(JsonObject value) {
      this.extra = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Makes the receipt.
     *
     * @return the immutable value
     */
    public SubmissionReceipt build() {
      return new SubmissionReceipt(this);
    }
  }
}
