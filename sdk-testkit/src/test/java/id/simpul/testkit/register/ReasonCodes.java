package id.simpul.testkit.register;

import id.simpul.core.ApiException;
import id.simpul.core.ContractException;
import id.simpul.core.SimpulException;
import id.simpul.core.TransportException;
import id.simpul.core.ValidationException;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Violation;
import id.simpul.health.SatuSehatAnswerException;
import id.simpul.health.SatuSehatJournalException;
import id.simpul.health.SatuSehatProblem;
import id.simpul.health.SatuSehatRulesException;
import id.simpul.health.SatuSehatTokenException;
import id.simpul.health.bulk.BulkExportException;
import id.simpul.health.certificate.link.HealthLinkException;
import id.simpul.health.certificate.qr.QrException;
import id.simpul.identity.TrustException;
import id.simpul.identity.issuance.IssuanceException;
import id.simpul.node.ConfigException;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.store.StoreException;
import id.simpul.queue.QueueException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Asks every exception of the product for all the codes it can have. */
final class ReasonCodes {
  private static final URI NODE = URI.create("https://node.example");
  private static final int STATUS = 499;
  private static final List<Violation> VIOLATIONS =
      List.of(new Violation(Violation.TYPE, "where", "message"));

  /** By the exception's name, so that one that is new is missed. */
  private static final Map<String, Supplier<Stream<String>>> BY_EXCEPTION =
      Map.ofEntries(
          Map.entry("ApiException", () -> Stream.of(anyStatus(api()))),
          Map.entry("ContractException", () -> Stream.of(contract().code())),
          Map.entry(
              "TransportException",
              () -> Stream.of(TransportException.Kind.values()).map(TransportException.Kind::code)),
          Map.entry(
              "ValidationException",
              () -> Stream.of(new ValidationException("subject", VIOLATIONS).code())),
          Map.entry(
              "TrustException",
              () -> Stream.of(TrustException.Reason.values()).map(TrustException.Reason::code)),
          Map.entry(
              "IssuanceException",
              () ->
                  Stream.of(IssuanceException.Reason.values()).map(IssuanceException.Reason::code)),
          Map.entry("ConfigException", () -> Stream.of(new ConfigException(VIOLATIONS).code())),
          Map.entry(
              "Refusal",
              () -> Stream.of(anyStatus(Refusal.of(STATUS, Violation.TYPE, "where", "message")))),
          Map.entry(
              "StoreException",
              () ->
                  Stream.of(StoreException.Kind.values())
                      .map(kind -> StoreException.of(kind, "store", "where", null).code())),
          Map.entry(
              "SatuSehatRefusedException",
              () -> Stream.of(SatuSehatProblem.Kind.values()).map(SatuSehatProblem.Kind::code)),
          Map.entry(
              "SatuSehatTokenException",
              () ->
                  Stream.of(SatuSehatTokenException.Reason.values())
                      .map(SatuSehatTokenException.Reason::code)),
          Map.entry(
              "SatuSehatAnswerException",
              () ->
                  Stream.of(SatuSehatAnswerException.Reason.values())
                      .map(SatuSehatAnswerException.Reason::code)),
          Map.entry(
              "QueueException",
              () -> Stream.of(QueueException.Kind.values()).map(QueueException.Kind::code)),
          Map.entry(
              "HealthLinkException",
              () ->
                  Stream.of(HealthLinkException.Reason.values())
                      .map(HealthLinkException.Reason::code)),
          Map.entry(
              "QrException",
              () -> Stream.of(QrException.Reason.values()).map(QrException.Reason::code)),
          Map.entry("SatuSehatJournalException", () -> Stream.of(SatuSehatJournalException.CODE)),
          Map.entry(
              "BulkExportException",
              () ->
                  Stream.of(BulkExportException.Reason.values())
                      .map(BulkExportException.Reason::code)),
          Map.entry("SatuSehatRulesException", () -> Stream.of(SatuSehatRulesException.CODE)));

  private ReasonCodes() {}

  /** The names of the exceptions that are asked. */
  static List<String> exceptions() {
    return List.copyOf(BY_EXCEPTION.keySet());
  }

  /** All codes; a code with an HTTP status in it stands for all of them. */
  static List<String> all() {
    List<String> codes = new ArrayList<>();
    BY_EXCEPTION.values().forEach(some -> codes.addAll(some.get().toList()));
    return codes;
  }

  private static ApiException api() {
    return new ApiException(
        NODE, "operation", ErrorReport.of(STATUS, "message"), Headers.EMPTY, null, null);
  }

  private static ContractException contract() {
    return new ContractException("who", "operation", "what", VIOLATIONS, null);
  }

  private static String anyStatus(SimpulException failure) {
    return failure.code().replace(Integer.toString(STATUS), "<status>");
  }
}
