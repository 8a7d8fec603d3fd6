package id.simpul.health.fhir.type;

import id.simpul.core.format.JsonObject;
import java.util.Base64;
import java.util.Optional;

/** Other content, within the resource or elsewhere (section 2.24.0.4). */
public final class Attachment extends Element {
  /** Its type. */
  public static final FhirType<Attachment> TYPE = new FhirType<>("Attachment", Attachment::new);

  private Attachment(JsonObject json) {
    super(json);
  }

  /**
   * Content within the resource.
   *
   * @param contentType the media type
   * @param data the content
   * @return the attachment
   */
  public static Attachment of(String contentType, byte[] data) {
    return ElementBuilder.of(TYPE)
        .set("contentType", contentType)
        .set("data", Base64.getEncoder().encodeToString(data))
        .build();
  }

  @Override
  public FhirType<Attachment> fhirType() {
    return TYPE;
  }

  /** {@return the media type} */
  public Optional<String> contentType() {
    return string("contentType");
  }

  /** {@return the content, base64} */
  public Optional<String> data() {
    return string("data");
  }

  /** {@return where the content is} */
  public Optional<String> url() {
    return string("url");
  }

  /** {@return its size in bytes} */
  public Optional<Integer> size() {
    return integer("size");
  }

  /** {@return what it is called} */
  public Optional<String> title() {
    return string("title");
  }

  /** {@return when it was made} */
  public Optional<FhirDateTime> creation() {
    return dateTime("creation");
  }
}
