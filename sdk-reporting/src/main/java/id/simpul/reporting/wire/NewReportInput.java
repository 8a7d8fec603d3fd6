package id.simpul.reporting.wire;

import id.simpul.core.operation.Body;
import id.simpul.core.operation.FieldReader;
import id.simpul.core.operation.FilePart;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import id.simpul.core.operation.Violation;
import id.simpul.reporting.Location;
import id.simpul.reporting.NewReport;
import id.simpul.reporting.Reporter;
import id.simpul.reporting.ServiceCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The input of POST Service Request. */
final class NewReportInput implements Input<NewReport> {
  // Stands in for a missing code while everything else is checked; never leaves this class.
  private static final ServiceCode MISSING = new ServiceCode("missing");

  @Override
  public List<Parameter> parameters() {
    return NewReportFields.PARAMETERS;
  }

  @Override
  public List<MediaType> bodies() {
    return List.of(MediaType.FORM, MediaType.MULTIPART);
  }

  @Override
  public Optional<SchemaId> schema() {
    return Optional.empty();
  }

  @Override
  public RequestParts write(NewReport report) {
    Params.Builder form = Params.builder();
    form.add(NewReportFields.SERVICE_CODE, report.serviceCode().value());
    Location location = report.location();
    location
        .point()
        .ifPresent(p ->
            form.add(Queries.LAT, p.latitude().toPlainString())
                .add(Queries.LONG, p.longitude().toPlainString()));
    form.addIfPresent(NewReportFields.ADDRESS_STRING, location.address().orElse(null));
    form.addIfPresent(NewReportFields.ADDRESS_ID, location.addressId().orElse(null));
    form.addIfPresent(NewReportFields.DESCRIPTION, report.description().orElse(null));
    write(report.reporter(), form);
    report.mediaUrls().forEach(url -> form.add(NewReportFields.MEDIA_URL, url.toString()));
    report.attributes().forEach((code, values) -> write(code, values, form));
    Body body = new Body.Form(form.build(), List.of());
    return new RequestParts(Map.of(), Params.EMPTY, Headers.EMPTY, body);
  }

  private static void write(Reporter reporter, Params.Builder form) {
    form.addIfPresent(NewReportFields.EMAIL, reporter.email().orElse(null));
    form.addIfPresent(NewReportFields.DEVICE_ID, reporter.deviceId().orElse(null));
    form.addIfPresent(NewReportFields.ACCOUNT_ID, reporter.accountId().orElse(null));
    form.addIfPresent(NewReportFields.FIRST_NAME, reporter.firstName().orElse(null));
    form.addIfPresent(NewReportFields.LAST_NAME, reporter.lastName().orElse(null));
    form.addIfPresent(NewReportFields.PHONE, reporter.phone().orElse(null));
  }

  private static void write(String code, List<String> values, Params.Builder form) {
    String name = NewReportFields.attribute(code) + (values.size() > 1 ? "[]" : "");
    values.forEach(value -> form.add(name, value));
  }

  @Override
  public Reading<NewReport> read(RequestParts parts) {
    Params form = parts.form();
    FieldReader reader = new FieldReader(form);
    Location location = location(form, reader);
    boolean locationBroken = !reader.violations().isEmpty();
    Optional<ServiceCode> code = serviceCode(reader);
    NewReport.Builder report = NewReport.builder(code.orElse(MISSING), location);
    report.description(first(reader, NewReportFields.DESCRIPTION));
    readAttributes(form, reader, report);
    readMedia(parts, reader, report);
    for (Violation v : report.violations()) {
      // Nobody is told to give the location they did give, wrongly.
      if (!(locationBroken && v.code().equals(Violation.REQUIRED))) {
        reader.reject(v.code(), v.where(), v.message());
      }
    }
    Reporter.Builder reporter = reporter(reader);
    reporter.violations().forEach(v -> reader.reject(v.code(), v.where(), v.message()));
    return reader.finish(() -> report.reporter(reporter.build()).build());
  }

  // How long it may be is for the report itself to say.
  private static @Nullable String first(FieldReader reader, String name) {
    return reader.text(name, Integer.MAX_VALUE).orElse(null);
  }

  private static Optional<ServiceCode> serviceCode(FieldReader reader) {
    String text = reader.requiredText(NewReportFields.SERVICE_CODE, ServiceCode.MAX_LENGTH).strip();
    Optional<ServiceCode> code = ServiceCode.parse(text);
    if (code.isEmpty() && !text.isEmpty()) {
      reader.reject(
          Violation.TYPE, NewReportFields.SERVICE_CODE, "control characters are not allowed");
    }
    return code;
  }

  private static Location location(Params form, FieldReader reader) {
    Location named =
        Location.UNKNOWN
            .withAddress(first(reader, NewReportFields.ADDRESS_STRING))
            .withAddressId(first(reader, NewReportFields.ADDRESS_ID));
    boolean half = form.first(Queries.LAT).isPresent() != form.first(Queries.LONG).isPresent();
    return half && named.isKnown()
        ? named
        : named.withPoint(Queries.point(form, reader).orElse(null));
  }

  private static void readAttributes(Params form, FieldReader reader, NewReport.Builder report) {
    boolean malformed = false;
    for (Params.Param p : form.entries()) {
      if (NewReportFields.isAttribute(p.name())) {
        Optional<String> code = NewReportFields.attributeCode(p.name());
        code.ifPresent(c -> report.attribute(c, p.value()));
        malformed |= code.isEmpty();
      }
    }
    if (malformed) {
      reader.reject(
          Violation.TYPE, "attribute", "must be named attribute[code] or attribute[code][]");
    }
  }

  private static void readMedia(RequestParts parts, FieldReader reader, NewReport.Builder report) {
    for (String text : parts.form().all(NewReportFields.MEDIA_URL)) {
      try {
        report.mediaUrl(new URI(text.strip()));
      } catch (URISyntaxException e) {
        reader.reject(Violation.TYPE, NewReportFields.MEDIA_URL, "must be a URL");
      }
    }
    if (parts.form().first(NewReportFields.MEDIA).isPresent()) {
      rejectFile(NewReportFields.MEDIA, reader);
    }
    if (parts.body() instanceof Body.Form form) {
      for (FilePart file : form.files()) {
        // A browser sends an empty part where no file was chosen.
        if (file.size() > 0) {
          rejectFile(file.field(), reader);
        }
      }
    }
  }

  private static void rejectFile(String field, FieldReader reader) {
    reader.reject(
        Violation.UNSUPPORTED,
        field,
        "files are not taken here; leave it out, or tell with media_url where to fetch it");
  }

  private static Reporter.Builder reporter(FieldReader reader) {
    return Reporter.builder()
        .email(first(reader, NewReportFields.EMAIL))
        .deviceId(
            reader
                .text(NewReportFields.DEVICE_ID, Integer.MAX_VALUE)
                .or(() -> reader.text(NewReportFields.DEVICE_ID_TOO, Integer.MAX_VALUE))
                .orElse(null))
        .accountId(first(reader, NewReportFields.ACCOUNT_ID))
        .firstName(first(reader, NewReportFields.FIRST_NAME))
        .lastName(first(reader, NewReportFields.LAST_NAME))
        .phone(first(reader, NewReportFields.PHONE));
  }
}
