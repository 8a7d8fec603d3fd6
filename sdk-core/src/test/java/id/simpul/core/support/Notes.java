package id.simpul.core.support;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.Limits;
import id.simpul.core.format.Xml;
import id.simpul.core.format.XmlElement;
import id.simpul.core.operation.Body;
import id.simpul.core.operation.Effect;
import id.simpul.core.operation.ErrorFormat;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Problem;
import id.simpul.core.operation.ProblemDetails;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Operations on notes, for tests: one of each effect, form, document and query. */
public final class Notes {
  /** Keeps {@code test/v1/note}. */
  public static final SchemaId SCHEMA = new SchemaId("test/v1/note");

  /** JSON, chosen by the suffix. */
  public static final Format<Note> JSON = new JsonFormat(Optional.of("json"));

  /** JSON without a suffix. */
  public static final Format<Note> BARE = new JsonFormat(Optional.empty());

  /** XML, chosen by the suffix. */
  public static final Format<Note> XML = new XmlFormat();

  /** Errors in XML. */
  public static final ErrorFormat XML_ERRORS = new XmlErrors();

  /** A note's id, in the path. */
  public static final Input<String> BY_ID =
      new OneWay<>(
          Optional.empty(),
          id -> new RequestParts(Map.of("id", id), Params.EMPTY, Headers.EMPTY, Body.NONE));

  /** GET by id. */
  public static final Operation<String, Note> READ =
      Operation.<String, Note>builder("test.notes.read", Method.GET, "/notes/{id}{.format}")
          .output(JSON)
          .output(XML)
          .errors(List.of(ProblemDetails.FORMAT, XML_ERRORS))
          .input(BY_ID);

  /** GET by query. */
  public static final Operation<String, Note> FIND =
      Operation.<String, Note>builder("test.notes.find", Method.GET, "/notes{.format}")
          .output(JSON)
          .output(XML)
          .errors(List.of(ProblemDetails.FORMAT))
          .input(
              new OneWay<>(Optional.empty(), q -> RequestParts.query(Params.EMPTY.with("q", q))));

  /** POST as a form. */
  public static final Operation<Note, Note> SUBMIT =
      Operation.<Note, Note>builder("test.notes.submit", Method.POST, "/notes{.format}")
          .effect(Effect.KEYED)
          .output(JSON)
          .output(XML)
          .errors(List.of(ProblemDetails.FORMAT))
          .input(
              new OneWay<>(
                  Optional.empty(),
                  note ->
                      RequestParts.query(Params.EMPTY)
                          .withBody(
                              new Body.Form(
                                  Params.EMPTY.with("id", note.id()).with("text", note.text()),
                                  List.of()))));

  /** PUT as a document. */
  public static final Operation<Note, Note> REPLACE =
      Operation.<Note, Note>builder("test.notes.replace", Method.PUT, "/notes")
          .effect(Effect.IDEMPOTENT)
          .output(BARE)
          .errors(List.of(ProblemDetails.FORMAT))
          .input(
              new OneWay<>(
                  Optional.of(SCHEMA),
                  note ->
                      RequestParts.query(Params.EMPTY)
                          .withBody(
                              new Body.Document(
                                  MediaType.JSON, Json.toBytes(JsonFormat.toJson(note))))));

  private Notes() {}

  /**
   * A note.
   *
   * @param id its id
   * @param text its text
   */
  public record Note(String id, String text) {}

  private record OneWay<I>(Optional<SchemaId> schema, Function<I, RequestParts> writer)
      implements Input<I> {
    @Override
    public List<Parameter> parameters() {
      return List.of();
    }

    @Override
    public List<MediaType> bodies() {
      return List.of();
    }

    @Override
    public RequestParts write(I value) {
      return writer.apply(value);
    }

    @Override
    public Reading<I> read(RequestParts parts) {
      throw new UnsupportedOperationException("Only clients are tested here");
    }
  }

  private record JsonFormat(Optional<String> suffix) implements Format<Note> {
    @Override
    public MediaType mediaType() {
      return MediaType.JSON;
    }

    @Override
    public Optional<SchemaId> schema() {
      return Optional.of(SCHEMA);
    }

    static JsonObject toJson(Note note) {
      return JsonObject.builder().put("id", note.id()).put("text", note.text()).build();
    }

    @Override
    public void write(Note note, OutputStream out) throws IOException {
      Json.write(toJson(note), out);
    }

    @Override
    public Note read(InputStream in, Limits limits) throws IOException {
      if (Json.read(in, limits) instanceof JsonObject object
          && object.members().get("id") instanceof JsonString id
          && object.members().get("text") instanceof JsonString text) {
        return new Note(id.value(), text.value());
      }
      throw new FormatException("/id", "a note has an id and a text");
    }
  }

  private record XmlFormat() implements Format<Note> {
    @Override
    public MediaType mediaType() {
      return MediaType.TEXT_XML;
    }

    @Override
    public Optional<String> suffix() {
      return Optional.of("xml");
    }

    @Override
    public Optional<SchemaId> schema() {
      return Optional.empty();
    }

    @Override
    public void write(Note note, OutputStream out) throws IOException {
      Xml.write(
          XmlElement.of(
              "note",
              List.of(XmlElement.text("id", note.id()), XmlElement.text("text", note.text()))),
          out);
    }

    @Override
    public Note read(InputStream in, Limits limits) throws IOException {
      XmlElement root = Xml.read(in, limits);
      return new Note(
          root.child("id").map(XmlElement::text).orElse(""),
          root.child("text").map(XmlElement::text).orElse(""));
    }
  }

  private record XmlErrors() implements ErrorFormat {
    @Override
    public MediaType mediaType() {
      return MediaType.TEXT_XML;
    }

    @Override
    public Optional<String> suffix() {
      return Optional.of("xml");
    }

    @Override
    public Optional<SchemaId> schema() {
      return Optional.empty();
    }

    @Override
    public void write(ErrorReport report, OutputStream out) throws IOException {
      Xml.write(XmlElement.text("error", report.problems().get(0).description()), out);
    }

    @Override
    public ErrorReport read(int status, InputStream in, Limits limits) throws IOException {
      return new ErrorReport(status, List.of(new Problem("xml", Xml.read(in, limits).text())));
    }
  }
}
