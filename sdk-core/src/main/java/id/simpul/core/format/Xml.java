package id.simpul.core.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes XML 1.0 through the JDK's StAX, hardened: a DTD is refused, so there are no
 * entities but the five of XML itself, and no file or network is ever touched. Encodings: UTF-8,
 * UTF-16, US-ASCII, ISO-8859-1 and windows-1252. The only class of Simpul that parses XML.
 * Thread-safe.
 */
public final class Xml {
  private Xml() {}

  /**
   * Reads one document.
   *
   * @param in its bytes, in the encoding its declaration names; read to the end, not closed
   * @param limits how much to take
   * @return the root element
   * @throws FormatException when the document is not well-formed, holds a DTD, declares more than
   *     64 namespaces in one element, or passes a limit; names line and column
   * @throws IOException when the stream fails
   */
  public static XmlElement read(InputStream in, Limits limits) throws IOException {
    BoundedInputStream bounded = new BoundedInputStream(in, limits.maxBytes());
    try {
      XMLStreamReader reader =
          inputFactory().createXMLStreamReader(new NamespaceBound(XmlEncoding.reader(bounded)));
      try {
        return new XmlTreeReader(reader, limits).document();
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw translate(e);
    }
  }

  private static IOException translate(XMLStreamException e) {
    if (e.getNestedException() instanceof CharacterCodingException) {
      return new FormatException(position(e.getLocation()), "not valid in its encoding");
    }
    if (e.getNestedException() instanceof IOException io) {
      return io;
    }
    // The parser's message may quote the document, so only the position goes on.
    return new FormatException(position(e.getLocation()), "not well-formed XML", null);
  }

  static String position(@Nullable Location at) {
    return at == null
        ? "unknown position"
        : "line " + at.getLineNumber() + ", column " + at.getColumnNumber();
  }

  // A new factory per document: the JDK does not promise that factories are thread-safe.
  private static XMLInputFactory inputFactory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  /**
   * Writes one document with the declaration {@code <?xml version="1.0" encoding="utf-8"?>},
   * without indent. Characters that XML 1.0 cannot hold are written as U+FFFD; a tab or line end in
   * an attribute is read back as a space (XML 1.0, section 3.3.3).
   *
   * @param root the root element
   * @param out where to, UTF-8; flushed, not closed
   * @throws IOException when the stream fails
   */
  public static void write(XmlElement root, OutputStream out) throws IOException {
    try {
      XMLStreamWriter writer =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "utf-8");
      XmlTreeWriter.write(root, writer);
      writer.flush();
      writer.close();
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException io) {
        throw io;
      }
      throw new IOException("XML could not be written", e);
    }
  }
}
