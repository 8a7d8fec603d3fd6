package id.simpul.fuzz.core;

import static id.simpul.fuzz.Invariant.keepsSilent;
import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Limits;
import id.simpul.core.format.Xml;
import id.simpul.core.format.XmlElement;
import id.simpul.fuzz.Corpus;
import id.simpul.fuzz.FuzzTarget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** XML: what is taken is read again as the same elements when it is written. */
public final class XmlTarget implements FuzzTarget {
  /** Makes the target. */
  public XmlTarget() {}

  @Override
  public List<Corpus> corpora() {
    return List.of(
        new Corpus("open311", Corpus.Cut.FILES), new Corpus("cap-alerts", Corpus.Cut.FILES));
  }

  @Override
  public void run(byte[] input) throws IOException {
    XmlElement root;
    try {
      root = read(input);
    } catch (FormatException e) {
      keepsSilent(e);
      return;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Xml.write(root, out);
    require(read(out.toByteArray()).equals(written(root)), "changes when written");
  }

  private static XmlElement read(byte[] document) throws IOException {
    return Xml.read(new ByteArrayInputStream(document), Limits.DEFAULT);
  }

  /** What the writer promises to keep: white space in attributes becomes spaces. */
  private static XmlElement written(XmlElement element) {
    Map<String, String> attributes = new LinkedHashMap<>();
    element
        .attributes()
        .forEach((name, value) -> attributes.put(name, value.replaceAll("[\t\n\r]", " ")));
    return new XmlElement(
        element.namespace(),
        element.name(),
        attributes,
        element.children().stream().map(XmlTarget::written).toList(),
        element.text());
  }
}
