package id.simpul.reporting.wire;

import id.simpul.core.format.FormatException;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportToken;
import id.simpul.reporting.SubmissionReceipt;
import id.simpul.reporting.TokenAnswer;
import id.simpul.reporting.internal.Document;
import id.simpul.reporting.internal.Field;
import id.simpul.reporting.internal.ListType;
import id.simpul.reporting.internal.Scalars;
import id.simpul.reporting.internal.Shape;
import id.simpul.reporting.internal.Single;
import id.simpul.reporting.internal.Values;
import java.util.List;

/** The documents that answer POST Service Request and GET service_request_id from a token. */
final class ReceiptShapes {
  private static final Field<SubmissionReceipt, ReportId> ID =
      Field.of("service_request_id", Codes.REPORT_ID, r -> r.reportId().orElse(null));
  private static final Field<SubmissionReceipt, ReportToken> TOKEN =
      Field.of("token", Codes.TOKEN, r -> r.token().orElse(null));
  private static final Field<SubmissionReceipt, String> SERVICE_NOTICE =
      Field.of("service_notice", Scalars.TEXT, r -> r.serviceNotice().orElse(null));
  private static final Field<SubmissionReceipt, String> ACCOUNT_ID =
      Field.of("account_id", Scalars.WORD, r -> r.accountId().orElse(null));

  static final Document<SubmissionReceipt> RECEIPT =
      new Document<>(
          "service_requests",
          new Single<>(
              ListType.of(
                      "request",
                      new Shape<>(
                              List.of(ID, TOKEN, SERVICE_NOTICE, ACCOUNT_ID),
                              ReceiptShapes::receipt,
                              SubmissionReceipt::extra)
                          .evenEmpty())
                  .orItem("service_request")));

  private static final Field<TokenAnswer, ReportId> FILED_ID =
      Field.of("service_request_id", Codes.REPORT_ID, a -> a.reportId().orElse(null));
  private static final Field<TokenAnswer, ReportToken> ASKED =
      Field.of("token", Codes.TOKEN, a -> a.token().orElse(null));

  static final Document<TokenAnswer> TOKEN_ANSWER =
      new Document<>(
          "service_requests",
          new Single<>(
              ListType.of(
                      "request",
                      new Shape<>(
                          List.of(FILED_ID, ASKED), ReceiptShapes::answer, TokenAnswer::extra))
                  .orItem("service_request")));

  private ReceiptShapes() {}

  /** An id makes a token pointless, so of the two the id is taken. */
  private static SubmissionReceipt receipt(Values<SubmissionReceipt> v) {
    ReportId id = v.get(ID);
    ReportToken token = v.get(TOKEN);
    SubmissionReceipt.Builder receipt;
    if (id != null) {
      receipt = SubmissionReceipt.forReport(id);
    } else if (token != null) {
      receipt = SubmissionReceipt.forToken(token);
    } else {
      receipt = SubmissionReceipt.untracked();
    }
    return receipt
        .serviceNotice(v.get(SERVICE_NOTICE))
        .accountId(v.get(ACCOUNT_ID))
        .extra(v.extra())
        .build();
  }

  private static TokenAnswer answer(Values<TokenAnswer> v) throws FormatException {
    ReportId id = v.get(FILED_ID);
    ReportToken token = v.get(ASKED);
    TokenAnswer answer;
    if (id != null) {
      answer = token == null ? TokenAnswer.filed(id) : TokenAnswer.filed(id).withToken(token);
    } else {
      answer = TokenAnswer.pending(v.require(ASKED));
    }
    return answer.withExtra(v.extra());
  }
}
