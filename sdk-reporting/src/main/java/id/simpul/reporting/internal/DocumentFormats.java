package id.simpul.reporting.internal;

import id.simpul.core.format.Json;
import id.simpul.core.format.Limits;
import id.simpul.core.format.Xml;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.SchemaId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** The formats of a document. */
public final class DocumentFormats {
  /** The URL suffix of JSON. */
  public static final String JSON_SUFFIX = "json";

  /** The URL suffix of XML. */
  public static final String XML_SUFFIX = "xml";

  private DocumentFormats() {}

  /**
   * A document in JSON.
   *
   * @param document the document
   * @param schema the schema it keeps
   * @param <T> its value
   * @return the format, chosen by the suffix {@code json}
   */
  public static <T> Format<T> json(Document<T> document, SchemaId schema) {
    return new JsonFormat<>(document, schema, true);
  }

  /**
   * A document in JSON where the URL does not choose.
   *
   * @param document the document
   * @param schema the schema it keeps
   * @param <T> its value
   * @return the format, without a suffix
   */
  public static <T> Format<T> jsonOnly(Document<T> document, SchemaId schema) {
    return new JsonFormat<>(document, schema, false);
  }

  /**
   * A document in XML.
   *
   * @param document the document
   * @param <T> its value
   * @return the format, chosen by the suffix {@code xml}
   */
  public static <T> Format<T> xml(Document<T> document) {
    return new XmlFormat<>(document);
  }

  private record JsonFormat<T>(Document<T> document, SchemaId schemaId, boolean suffixed)
      implements Format<T> {
    @Override
    public MediaType mediaType() {
      return MediaType.JSON;
    }

    @Override
    public Optional<String> suffix() {
      return suffixed ? Optional.of(JSON_SUFFIX) : Optional.empty();
    }

    @Override
    public Optional<SchemaId> schema() {
      return Optional.of(schemaId);
    }

    @Override
    public void write(T value, OutputStream out) throws IOException {
      Json.write(document.toJson(value), out);
    }

    @Override
    public T read(InputStream in, Limits limits) throws IOException {
      return document.fromJson(Json.read(in, limits));
    }
  }

  private record XmlFormat<T>(Document<T> document) implements Format<T> {
    @Override
    public MediaType mediaType() {
      return MediaType.TEXT_XML;
    }

    @Override
    public Optional<String> suffix() {
      return Optional.of(XML_SUFFIX);
    }

    @Override
    public Optional<SchemaId> schema() {
      return Optional.empty();
    }

    @Override
    public void write(T value, OutputStream out) throws IOException {
      Xml.write(document.toXml(value), out);
    }

    @Override
    public T read(InputStream in, Limits limits) throws IOException {
      return document.fromXml(Xml.read(in, limits));
    }
  }
}
