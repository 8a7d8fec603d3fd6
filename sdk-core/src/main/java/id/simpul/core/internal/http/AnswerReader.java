package id.simpul.core.internal.http;

import id.simpul.core.ApiResponse;
import id.simpul.core.ClientConfig;
import id.simpul.core.ContractChecks;
import id.simpul.core.ContractException;
import id.simpul.core.SimpulException;
import id.simpul.core.ValidationException;
import id.simpul.core.format.FormatException;
import id.simpul.core.operation.AnswerHead;
import id.simpul.core.operation.Contracts;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.SchemaId;
import id.simpul.core.operation.Violation;
import id.simpul.core.spi.ExchangeAuthenticator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers: verifies them where they are signed, then tells success from failure, then parses.
 * Thread-safe.
 */
final class AnswerReader {
  private final ClientConfig config;
  private final Contracts contracts;
  private final ErrorReader errors = new ErrorReader();

  AnswerReader(ClientConfig config, Contracts contracts) {
    this.config = config;
    this.contracts = contracts;
  }

  /**
   * Reads one answer.
   *
   * @param exchange the exchange it ends
   * @param response the answer, its body unread
   * @param signed what the answer has to pass first, or null
   * @throws IOException when it breaks off or is too large
   * @throws SimpulException when it is refused and its status does not ask for a repetition
   * @throws ContractException when a success is not of its format
   */
  <O> AttemptResult<O> read(
      Exchange<O> exchange, Response response, ExchangeAuthenticator.@Nullable Attempt signed)
      throws IOException {
    Headers headers = AnswerHeaders.of(response.headers());
    byte[] raw = null;
    if (signed != null) {
      raw = new AnswerStream(response.body(), maxBytes(exchange)).readAllBytes();
      try {
        signed.verify(new ExchangeAuthenticator.Response(response.code(), headers, raw));
      } catch (SimpulException e) {
        if (AttemptResult.Untrusted.fits(response.code())) {
          return new AttemptResult.Untrusted<>(
              response.code(), RetryAfter.read(headers, config.clock()), e);
        }
        throw e;
      }
    }
    String requestId = AnswerHeaders.requestId(response.headers());
    if (!response.isSuccessful()) {
      return new AttemptResult.Refused<>(
          report(exchange, response, raw),
          headers,
          requestId,
          RetryAfter.read(headers, config.clock()));
    }
    O value = value(exchange, response, raw);
    return new AttemptResult.Answered<>(
        new ApiResponse<>(response.code(), headers, requestId, value));
  }

  private ErrorReport report(Exchange<?> exchange, Response response, byte @Nullable [] raw) {
    ResponseBody body = response.body();
    return errors.read(
        exchange,
        response.code(),
        response.header("Content-Type"),
        () ->
            raw == null
                ? new AnswerStream(body, ErrorReader.limits(exchange).maxBytes())
                : new ByteArrayInputStream(raw));
  }

  private <O> O value(Exchange<O> exchange, Response response, byte @Nullable [] raw)
      throws IOException {
    String encoding = response.header("Content-Encoding");
    if (encoding != null
        && !encoding.equalsIgnoreCase("identity")
        && !exchange.format().codings().contains(encoding.strip().toLowerCase(Locale.ROOT))) {
      throw broken(
          exchange,
          response,
          List.of(
              new Violation(
                  Violation.UNSUPPORTED, "Content-Encoding", "this encoding was not asked for")),
          null);
    }
    checkMediaType(exchange, response);
    Optional<SchemaId> schema =
        config.contractChecks() == ContractChecks.ALL
            ? exchange.format().schema()
            : Optional.empty();
    if (raw == null && schema.isEmpty()) {
      return parse(exchange, response, new AnswerStream(response.body(), maxBytes(exchange)));
    }
    byte[] bytes =
        raw == null ? new AnswerStream(response.body(), maxBytes(exchange)).readAllBytes() : raw;
    if (schema.isPresent()) {
      List<Violation> violations = contracts.check(schema.get(), bytes);
      if (!violations.isEmpty()) {
        throw broken(exchange, response, violations, null);
      }
    }
    return parse(exchange, response, new ByteArrayInputStream(bytes));
  }

  private static long maxBytes(Exchange<?> exchange) {
    return exchange.format().maxBytes(exchange.terms().limits());
  }

  private static void checkMediaType(Exchange<?> exchange, Response response) {
    MediaType expected = exchange.format().mediaType();
    List<String> given = response.headers("Content-Type");
    boolean right =
        given.size() == 1 && MediaType.parse(given.get(0)).filter(expected::sameType).isPresent();
    if (exchange.format().mediaTypeRequired() && !right) {
      throw broken(
          exchange,
          response,
          List.of(new Violation(Violation.TYPE, "Content-Type", "must be " + expected.type())),
          null);
    }
  }

  private static <O> O parse(Exchange<O> exchange, Response response, InputStream in)
      throws IOException {
    try (in) {
      AnswerHead head = new AnswerHead(response.code(), AnswerHeaders.of(response.headers()));
      return exchange.format().read(head, in, exchange.terms().limits());
    } catch (FormatException e) {
      // A cause below it may quote the document.
      throw broken(
          exchange,
          response,
          List.of(new Violation(Violation.MALFORMED, e.where(), e.reason())),
          e.getCause() == null ? e : null);
    } catch (ValidationException e) {
      throw broken(exchange, response, e.violations(), null);
    } catch (RuntimeException e) {
      String reason = "the reader failed with " + e.getClass().getName();
      throw broken(
          exchange, response, List.of(new Violation(Violation.MALFORMED, "", reason)), null);
    }
  }

  private static ContractException broken(
      Exchange<?> exchange,
      Response response,
      List<Violation> violations,
      @Nullable FormatException cause) {
    return new ContractException(
        exchange.terms().node().toString(),
        exchange.operation().id(),
        "sent an answer that breaks its contract as " + exchange.format().mediaType().type(),
        violations,
        AnswerHeaders.requestId(response.headers()),
        cause);
  }
}
