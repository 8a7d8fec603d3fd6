package id.simpul.health.fhir.type;

import id.simpul.core.format.JsonObject;
import java.util.Optional;

/** A resource as text for people (section 2.4.5). */
public final class Narrative extends Element {
  /** Its type. */
  public static final FhirType<Narrative> TYPE = new FhirType<>("Narrative", Narrative::new);

  private Narrative(JsonObject json) {
    super(json);
  }

  /**
   * A plain text, generated from the resource.
   *
   * @param text the text, not blank; escaped here
   * @return the narrative
   */
  public static Narrative of(String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return ElementBuilder.of(TYPE)
        .set("status", "generated")
        .set("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + escaped + "</div>")
        .build();
  }

  @Override
  public FhirType<Narrative> fhirType() {
    return TYPE;
  }

  /** {@return one of generated, extensions, additional, empty} */
  public Optional<String> status() {
    return string("status");
  }

  /**
   * {@return the text, one div of XHTML from whoever wrote it: clean it before a browser sees it}
   */
  public Optional<String> div() {
    return string("div");
  }
}
