package id.simpul.core.format;

import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a tree as StAX events. */
final class XmlTreeWriter {
  private XmlTreeWriter() {}

  static void write(XmlElement root, XMLStreamWriter writer) throws XMLStreamException {
    writer.writeStartDocument("utf-8", "1.0");
    writeElement(root, "", writer);
    writer.writeEndDocument();
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
    writeText(clean(element.text()), writer);
    for (XmlElement child : element.children()) {
      writeElement(child, element.namespace(), writer);
    }
    writer.writeEndElement();
  }

  private static void writeText(String text, XMLStreamWriter writer) throws XMLStreamException {
    int from = 0;
    // As itself a reader would turn it into a line feed (XML 1.0, section 2.11).
    for (int cr = text.indexOf('\r'); cr >= 0; cr = text.indexOf('\r', from)) {
      writer.writeCharacters(text.substring(from, cr));
      writer.writeEntityRef("#13");
      from = cr + 1;
    }
    writer.writeCharacters(text.substring(from));
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

  /** Whether XML 1.0 can hold a character (section 2.2). */
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
}
