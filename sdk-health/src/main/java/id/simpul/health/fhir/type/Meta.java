package id.simpul.health.fhir.type;

import id.simpul.core.format.JsonObject;
import java.util.List;
import java.util.Optional;

/** What a server says of a resource (section 2.27.3). */
public final class Meta extends Element {
  /** Its type. */
  public static final FhirType<Meta> TYPE = new FhirType<>("Meta", Meta::new);

  private Meta(JsonObject json) {
    super(json);
  }

  /**
   * The profiles a resource claims to keep.
   *
   * @param profiles URLs of profiles
   * @return the metadata
   */
  public static Meta ofProfile(String... profiles) {
    ElementBuilder.Any<Meta> meta = ElementBuilder.of(TYPE);
    for (String profile : profiles) {
      meta.add("profile", profile);
    }
    return meta.build();
  }

  @Override
  public FhirType<Meta> fhirType() {
    return TYPE;
  }

  /** {@return the version, changed by the server at each update} */
  public Optional<String> versionId() {
    return string("versionId");
  }

  /** {@return when it was last changed} */
  public Optional<FhirInstant> lastUpdated() {
    return instant("lastUpdated");
  }

  /** {@return where it came from, a URI} */
  public Optional<String> source() {
    return string("source");
  }

  /** {@return the profiles it claims to keep} */
  public List<String> profile() {
    return strings("profile");
  }

  /** {@return security labels} */
  public List<Coding> security() {
    return list("security", Coding.TYPE);
  }

  /** {@return tags} */
  public List<Coding> tag() {
    return list("tag", Coding.TYPE);
  }
}
