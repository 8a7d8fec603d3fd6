package id.simpul.core.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Builds a tree from StAX events, without recursion, so that depth costs no stack. */
final class XmlTreeReader {
  private final XMLStreamReader reader;
  private final Limits limits;
  private final Deque<Open> open = new ArrayDeque<>();
  private int nodes;

  XmlTreeReader(XMLStreamReader reader, Limits limits) {
    this.reader = reader;
    this.limits = limits;
  }

  XmlElement document() throws XMLStreamException, FormatException {
    XmlElement root = null;
    while (reader.hasNext()) {
      switch (next()) {
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

  private int next() throws XMLStreamException {
    try {
      return reader.next();
    } catch (RuntimeException e) {
      // The JDK's parser stumbles over its own message for a broken DTD, which it skips.
      throw new XMLStreamException("The parser failed", reader.getLocation(), e);
    }
  }

  private void start() throws FormatException {
    countNode();
    if (open.size() >= limits.maxDepth()) {
      throw fail("elements nested deeper than " + limits.maxDepth());
    }
    checkName(reader.getLocalName());
    Map<String, String> attributes = attributes();
    String ns = reader.getNamespaceURI();
    open.push(new Open(ns == null ? "" : ns, reader.getLocalName(), attributes));
  }

  private Map<String, String> attributes() throws FormatException {
    int count = reader.getAttributeCount();
    if (count == 0) {
      return Map.of();
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      countNode();
      checkName(reader.getAttributeLocalName(i));
      String value = reader.getAttributeValue(i);
      checkLength(value.length());
      String ns = reader.getAttributeNamespace(i);
      if (ns == null || ns.isEmpty()) {
        attributes.put(reader.getAttributeLocalName(i), value);
      }
    }
    return attributes;
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
    return new FormatException(Xml.position(reader.getLocation()), reason);
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
