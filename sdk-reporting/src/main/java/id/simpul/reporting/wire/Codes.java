package id.simpul.reporting.wire;

import id.simpul.reporting.Datatype;
import id.simpul.reporting.DetailedStatus;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportStatus;
import id.simpul.reporting.ReportToken;
import id.simpul.reporting.ServiceCode;
import id.simpul.reporting.ServiceType;
import id.simpul.reporting.internal.Scalar;
import id.simpul.reporting.internal.Scalars;
import java.util.Locale;
import java.util.Optional;

/** Identifiers and code lists on the wire. Codes are read in any case and written in lower case. */
final class Codes {
  static final Scalar<ServiceCode> SERVICE_CODE =
      Scalars.code("a service code", ServiceCode::parse, ServiceCode::value);
  static final Scalar<ReportId> REPORT_ID =
      Scalars.code("a report id", ReportId::parse, ReportId::value);
  static final Scalar<ReportToken> TOKEN =
      Scalars.code("a token", ReportToken::parse, ReportToken::value);
  static final Scalar<ServiceType> SERVICE_TYPE =
      Scalars.code("a word", t -> Optional.of(new ServiceType(lower(t))), ServiceType::code);
  static final Scalar<Datatype> DATATYPE =
      Scalars.code("a word", t -> Optional.of(new Datatype(lower(t))), Datatype::code);
  static final Scalar<ReportStatus> STATUS =
      Scalars.code("a word", t -> Optional.of(new ReportStatus(lower(t))), ReportStatus::code);
  static final Scalar<DetailedStatus> DETAILED_STATUS =
      Scalars.code("a word", t -> Optional.of(new DetailedStatus(lower(t))), DetailedStatus::code);

  private Codes() {}

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
