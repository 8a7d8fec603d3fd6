package id.simpul.node.wire;

import id.simpul.core.ApiResponse;
import id.simpul.core.ClientConfig;
import id.simpul.core.ContractChecks;
import id.simpul.core.OperationClient;
import id.simpul.core.RetryPolicy;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Body;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import id.simpul.health.wire.BulkDataV2;
import id.simpul.reporting.ReportingClient;
import id.simpul.reporting.ReportingRawClient;
import id.simpul.reporting.wire.GeoReportV2;
import id.simpul.reporting.wire.Scoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Makes the client send what a transcript shows. What {@link ReportingClient} can say, it says, and
 * what the operation's types can say goes through {@link OperationClient}; requests that our types
 * refuse to make go through the same pipeline with their parts given as they are.
 */
final class ClientSide {
  private static final List<Typed<?, ?>> TYPED =
      List.of(
          new Typed<>(GeoReportV2.LIST_SERVICES, ReportingRawClient::listServices),
          new Typed<>(GeoReportV2.GET_SERVICE_DEFINITION, ReportingRawClient::getServiceDefinition),
          new Typed<>(GeoReportV2.CREATE_REPORT, ReportingRawClient::submitReport),
          new Typed<>(GeoReportV2.GET_TOKEN, ReportingRawClient::getToken),
          new Typed<>(GeoReportV2.LIST_REPORTS, ReportingRawClient::listReports),
          new Typed<>(
              GeoReportV2.GET_REPORT, (client, lookup) -> client.getReport(lookup.reportId())));

  private ClientSide() {}

  /** A method of the typed client, and the operation it stands for. */
  private record Typed<I, O>(
      Operation<Scoped<I>, O> operation, BiFunction<ReportingRawClient, I, ApiResponse<O>> method) {
    Optional<byte[]> call(Operation<?, ?> wanted, ShownRequest shown, URI baseUrl) {
      if (wanted != operation || operation.outputFor(shown.suffix()).isEmpty()) {
        return Optional.empty();
      }
      Optional<Scoped<I>> input = ClientSide.input(operation, shown.parts());
      if (input.isEmpty()) {
        return Optional.empty();
      }
      var builder = ReportingClient.builder(baseUrl).configure(c -> configure(c, shown));
      input.get().jurisdictionId().ifPresent(builder::jurisdictionId);
      try (ReportingClient client = builder.build()) {
        ReportingRawClient raw = client.withOptions(shown.options()).withResponse();
        O answer = method.apply(raw, input.get().value()).body();
        return Optional.of(bytes(operation.outputFor(shown.suffix()).get(), answer));
      }
    }
  }

  /**
   * Calls a node.
   *
   * @param operation the operation
   * @param shown the request
   * @param baseUrl the endpoint
   * @return the answer the client understood, written again
   */
  static <I, O> byte[] call(Operation<I, O> operation, ShownRequest shown, URI baseUrl) {
    for (Typed<?, ?> typed : TYPED) {
      Optional<byte[]> answer = typed.call(operation, shown, baseUrl);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    ClientConfig.Builder config = ClientConfig.builder(baseUrl);
    configure(config, shown);
    try (OperationClient client = OperationClient.create(config.build())) {
      if (operation.equals(BulkDataV2.NODE_FILE)) {
        // Whoever reads a file says where to.
        return client
            .call(AsGiven.operation(operation, new WholeFile()), shown.parts(), shown.options())
            .body();
      }
      Optional<I> input = input(operation, shown.parts());
      Optional<Format<O>> format = operation.outputFor(shown.suffix());
      if (input.isPresent() && (format.isPresent() || !operation.path().suffixed())) {
        O answer = client.call(operation, input.get(), shown.options()).body();
        return bytes(format.orElse(operation.output().get(0)), answer);
      }
      Operation<RequestParts, O> asGiven =
          AsGiven.operation(operation, shown.suffix(), shown.accept());
      O answer = client.call(asGiven, shown.parts(), shown.options()).body();
      return bytes(asGiven.output().get(0), answer);
    }
  }

  private static void configure(ClientConfig.Builder config, ShownRequest shown) {
    config
        .auth(shown.auth())
        .retry(RetryPolicy.NONE)
        .contractChecks(ContractChecks.ALL)
        .format(shown.suffix().isEmpty() ? "json" : shown.suffix());
  }

  /** The value of which an input makes just these parts, if there is one. */
  private static <I> Optional<I> input(Operation<I, ?> operation, RequestParts parts) {
    boolean document = parts.body() instanceof Body.Document;
    if (document && operation.input().schema().isEmpty()) {
      return Optional.empty();
    }
    if (!(operation.input().read(parts) instanceof Reading.Valid<I> valid)) {
      return Optional.empty();
    }
    RequestParts written = operation.input().write(valid.value());
    boolean same =
        written.path().equals(parts.path())
            && written.query().equals(parts.query())
            && same(written.body(), parts.body());
    return same ? Optional.of(valid.value()) : Optional.empty();
  }

  private static boolean same(Body one, Body other) {
    return (one instanceof Body.Document a && other instanceof Body.Document b)
        ? a.mediaType().equals(b.mediaType()) && Arrays.equals(a.bytes(), b.bytes())
        : one.equals(other);
  }

  /** A file of an export, as its reader may take it. */
  private record WholeFile() implements Format<byte[]> {
    @Override
    public MediaType mediaType() {
      return BulkDataV2.NODE_FILE.output().get(0).mediaType();
    }

    @Override
    public Optional<String> suffix() {
      return Optional.empty();
    }

    @Override
    public Optional<SchemaId> schema() {
      return Optional.empty();
    }

    @Override
    public void write(byte[] value, OutputStream out) throws IOException {
      out.write(value);
    }

    @Override
    public byte[] read(InputStream in, Limits limits) throws IOException {
      return in.readAllBytes();
    }
  }

  private static <O> byte[] bytes(Format<O> format, O value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      format.write(value, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
