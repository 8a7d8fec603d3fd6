package id.simpul.core.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes XML 1.0 through the JDK's StAX, hardened: a DTD is refused, so there are no
 * entities but the five of XML itself, and no file or network is ever touched. The only class of
 * Simpul that parses XML. Thread-safe.
 */
public final class Xml {
  private Xml() {}

  /**
   * Reads one document.
   *
   * @param in its bytes, in the encoding its declaration names; read to the end, not closed
   * @param limits how much to take
   * @return the root element
   * @throws FormatException when the document is not well-formed, holds a DTD, or passes a limit;
   *     names line and column
   * @throws IOException when the stream fails
   */
  public static XmlElement read(InputStream in, Limits limits) throws IOException {
    BoundedInputStream bounded = new BoundedInputStream(in, limits.maxBytes());
    try {
      XMLStreamReader reader = inputFactory().createXMLStreamReader(bounded);
      try {
        return new TreeReader(reader, limits).document();
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw translate(e);
    }
  }

  private static IOException translate(XMLStreamException e) {
    if (e.getNestedException() instanceof IOException io) {
      return io;
    }
    // The parser's message may quote the document, so only the position goes on.
    return new FormatException(position(e.getLocation()), "not well-formed XML", null);
  }

  private static String position(@Nullable Location at) {
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
   * without indent. Characters that XML 1.0 cannot hold are written as U+FFFD.
   *
   * @param root the root element
   * @param out where to, UTF-8; flushed, not closed
   * @throws IOException when the stream fails
   */
  public static void write(XmlElement root, OutputStream out) throws IOException {
    try {
      XMLStreamWriter writer =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "utf-8");
      writer.writeStartDocument("utf-8", "1.0");
      writeElement(root, "", writer);
      writer.writeEndDocument();
      writer.flush();
      writer.close();
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException io) {
        throw io;
      }
      throw new IOException("XML could not be written", e);
    }
  }

  private static void writeElement(XmlElement element, String inherited, XMLStreamWriter writer)
      throws XMLStreamException {
    boolean empty = element.children().isEmpty() && element.text().isEmpty();
    if (empty) {
      writer.writeEmptyElement(element.name());
    } else {
      writer.writeStartElement(element.name());
    }
    if (!element.namespace().equals(inherited)) {
      writer.writeDefaultNamespace(element.namespace());
    }
    for (Map.Entry<String, String> a : element.attributes().entrySet()) {
      writer.writeAttribute(a.getKey(), clean(a.getValue()));
    }
    if (empty) {
      return;
    }
    writer.writeCharacters(clean(element.text()));
    for (XmlElement child : element.children()) {
      writeElement(child, element.namespace(), writer);
    }
    writer.writeEndElement();
  }

  private static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!allowed(text, i)) {
        StringBuilder cleaned = new StringBuilder(text.length());
        for (int j = 0; j < text.length(); j++) {
          cleaned.append(allowed(text, j) ? text.charAt(j) : '\uFFFD');
        }
        return cleaned.toString();
      }
    }
    return text;
  }

  private static boolean allowed(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c >= 0x20 ? c < 0xFFFE : c == '\t' || c == '\n' || c == '\r';
  }

  /** Builds the tree without recursion, so that depth costs no stack. */
  private static final class TreeReader {
    private final XMLStreamReader reader;
    private final Limits limits;
    private final Deque<Open> open = new ArrayDeque<>();
    private int nodes;

    TreeReader(XMLStreamReader reader, Limits limits) {
      this.reader = reader;
      this.limits = limits;
    }

    XmlElement document() throws XMLStreamException, FormatException {
      XmlElement root = null;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> start();
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
              characters();
          case XMLStreamConstants.END_ELEMENT -> {
            XmlElement done = open.pop().close();
            if (open.isEmpty()) {
              root = done;
            } else {
              open.element().children.add(done);
            }
          }
          case XMLStreamConstants.DTD -> throw fail("a document type declaration is not allowed");
          case XMLStreamConstants.ENTITY_REFERENCE -> throw fail("an entity is not allowed");
          default -> {
            // Comments and processing instructions carry no data here.
          }
        }
      }
      if (root == null) {
        throw fail("no root element");
      }
      return root;
    }

    private void start() throws FormatException {
      countNode();
      if (open.size() >= limits.maxDepth()) {
        throw fail("elements nested deeper than " + limits.maxDepth());
      }
      checkName(reader.getLocalName());
      Map<String, String> attributes = new LinkedHashMap<>();
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        countNode();
        checkName(reader.getAttributeLocalName(i));
        String value = reader.getAttributeValue(i);
        checkLength(value.length());
        String ns = reader.getAttributeNamespace(i);
        if (ns == null || ns.isEmpty()) {
          attributes.put(reader.getAttributeLocalName(i), value);
        }
      }
      String ns = reader.getNamespaceURI();
      open.push(new Open(ns == null ? "" : ns, reader.getLocalName(), attributes));
    }

    private void characters() throws FormatException {
      Open current = open.peek();
      if (current != null) {
        checkLength(current.text.length() + reader.getTextLength());
        current.text.append(
            reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
      }
    }

    private void countNode() throws FormatException {
      nodes++;
      if (nodes > limits.maxNodes()) {
        throw fail("more than " + limits.maxNodes() + " elements and attributes");
      }
    }

    private void checkName(String name) throws FormatException {
      if (name.length() > limits.maxNameLength()) {
        throw fail("a name longer than " + limits.maxNameLength() + " characters");
      }
    }

    private void checkLength(int length) throws FormatException {
      if (length > limits.maxStringLength()) {
        throw fail("a text longer than " + limits.maxStringLength() + " characters");
      }
    }

    private FormatException fail(String reason) {
      return new FormatException(position(reader.getLocation()), reason);
    }
  }

  /** An element whose end has not been read yet. */
  private static final class Open {
    private final String namespace;
    private final String name;
    private final Map<String, String> attributes;
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Open(String namespace, String name, Map<String, String> attributes) {
      this.namespace = namespace;
      this.name = name;
      this.attributes = attributes;
    }

    XmlElement close() {
      String content = text.toString();
      boolean blankAroundChildren = !children.isEmpty() && content.isBlank();
      return new XmlElement(
          namespace, name, attributes, children, blankAroundChildren ? "" : content);
    }
  }
}
