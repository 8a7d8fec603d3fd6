package id.simpul.health.vaccination.wire;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Body;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.ProblemDetails;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import id.simpul.health.internal.vaccination.SlotTimes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SMART Scheduling Links: a manifest that ends in {@code $bulk-publish}, and the files it names,
 * one FHIR resource a line. Everything is public, so nothing proves who asks. A file that has not
 * changed since it was read is answered with 304 (RFC 9110, section 15.4.5).
 */
public final class SchedulingLinksV1 {
  /** What the manifest's URL ends in. */
  public static final String MANIFEST_PATH = "/$bulk-publish";

  /** What the files' path begins with, at a node of ours. */
  public static final String FILES = "/files";

  private static final String FILE = "file";
  private static final String IF_NONE_MATCH = "If-None-Match";
  private static final JsonForm<Manifest> MANIFEST =
      new JsonForm<>(
          BookingForms.schema("manifest"), SchedulingLinksV1::write, SchedulingLinksV1::manifest);

  /** Reads a manifest whose URL is the endpoint. */
  public static final Operation<FileQuery, Published<Manifest>> GET_MANIFEST = manifestAt("");

  /** Reads the manifest below the endpoint, as a node serves it. */
  public static final Operation<FileQuery, Published<Manifest>> GET_NODE_MANIFEST =
      manifestAt(MANIFEST_PATH);

  /** Reads a file whose URL is the endpoint. */
  public static final Operation<FileQuery, Published<SlotFile>> GET_FILE =
      file("").input(new FileInput(List.of()));

  /** Reads a file below the endpoint, as a node serves it. */
  public static final Operation<FileQuery, Published<SlotFile>> GET_NODE_FILE =
      file(FILES + "/{" + FILE + "}")
          .fails(404, "There is no such file.")
          .input(
              new FileInput(
                  List.of(
                      Parameter.required(
                          Parameter.In.PATH, FILE, Parameter.Kind.TEXT, "The file's name."))));

  /** All that a node serves. */
  public static final List<Operation<?, ?>> OPERATIONS = List.of(GET_NODE_MANIFEST, GET_NODE_FILE);

  private SchedulingLinksV1() {}

  private static Operation<FileQuery, Published<Manifest>> manifestAt(String path) {
    return Operation.<FileQuery, Published<Manifest>>builder(
            "scheduling-links.v1.manifest.get", Method.GET, path)
        .summary("Lists the files with places, schedules and slots.")
        .output(new PublishedForm<>(MANIFEST))
        .errors(List.of(ProblemDetails.FORMAT))
        .fails(400, "The request cannot be read.")
        .fails(503, "The node is too busy or is stopping.")
        .input(new FileInput(List.of()));
  }

  private static Operation.Builder<FileQuery, Published<SlotFile>> file(String path) {
    return Operation.<FileQuery, Published<SlotFile>>builder(
            "scheduling-links.v1.files.get", Method.GET, path)
        .summary("Gives a file of places, schedules or slots.")
        .output(new PublishedForm<>(SlotFileForm.FORM))
        .errors(List.of(ProblemDetails.FORMAT))
        .fails(400, "The request cannot be read.")
        .fails(503, "The node is too busy or is stopping.");
  }

  private static JsonObject write(Manifest manifest) {
    List<JsonValue> output = new ArrayList<>();
    for (Manifest.Output file : manifest.output()) {
      output.add(JsonObject.builder().put("type", file.type()).put("url", file.url()).build());
    }
    JsonObject.Builder json = JsonObject.builder();
    manifest.transactionTime().ifPresent(at -> json.put("transactionTime", BookingForms.time(at)));
    return json.put("request", manifest.request())
        .put("output", new JsonArray(output))
        .put("error", JsonArray.EMPTY)
        .build();
  }

  // A publisher's slip in one entry must not cost the reader the others.
  private static Manifest manifest(JsonFields fields) {
    String published = fields.text("transactionTime");
    List<Manifest.Output> output = new ArrayList<>();
    for (JsonFields file : fields.objects("output")) {
      output.add(
          new Manifest.Output(
              BookingForms.orEmpty(file.text("type")), BookingForms.orEmpty(file.text("url"))));
    }
    Optional<OffsetDateTime> time =
        published == null ? Optional.empty() : SlotTimes.parse(published);
    return new Manifest(time.orElse(null), BookingForms.orEmpty(fields.text("request")), output);
  }

  private record FileInput(List<Parameter> parameters) implements Input<FileQuery> {
    @Override
    public List<MediaType> bodies() {
      return List.of();
    }

    @Override
    public Optional<SchemaId> schema() {
      return Optional.empty();
    }

    @Override
    public RequestParts write(FileQuery query) {
      return new RequestParts(
          parameters.isEmpty() ? Map.of() : Map.of(FILE, query.name()),
          Params.EMPTY,
          query.known().isEmpty()
              ? Headers.EMPTY
              : Headers.EMPTY.with(IF_NONE_MATCH, query.known()),
          Body.NONE);
    }

    @Override
    public Reading<FileQuery> read(RequestParts parts) {
      return new Reading.Valid<>(
          new FileQuery(
              parts.path().getOrDefault(FILE, ""),
              parts.headers().first(IF_NONE_MATCH).orElse("")));
    }
  }

  /** The form of a file's content is that of the file. */
  private record PublishedForm<T>(Format<T> content) implements Format<Published<T>> {
    @Override
    public MediaType mediaType() {
      return content.mediaType();
    }

    @Override
    public Optional<String> suffix() {
      return content.suffix();
    }

    @Override
    public Optional<SchemaId> schema() {
      return content.schema();
    }

    @Override
    public void write(Published<T> file, OutputStream out) throws IOException {
      content.write(file.content(), out);
    }

    @Override
    public Published<T> read(InputStream in, Limits limits) throws IOException {
      return Published.read(content.read(in, limits));
    }
  }
}
