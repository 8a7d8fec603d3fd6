package id.simpul.reporting;

import id.simpul.core.operation.Violation;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report to be filed (GeoReport v2, POST Service Request). Checked when it is built. {@code
 * toString} shows the service only, because the rest may be personal.
 */
public final class NewReport {
  /** The most characters of {@link #description()} (GeoReport v2). */
  public static final int MAX_DESCRIPTION_LENGTH = 4000;

  /** The most attributes. */
  public static final int MAX_ATTRIBUTES = 100;

  /** The most characters of an attribute's code. */
  public static final int MAX_ATTRIBUTE_CODE_LENGTH = 100;

  /** The most values of one attribute. */
  public static final int MAX_ATTRIBUTE_VALUES = 100;

  /** The most characters of one value of an attribute. */
  public static final int MAX_ATTRIBUTE_VALUE_LENGTH = 4000;

  /** The most media URLs. */
  public static final int MAX_MEDIA_URLS = 10;

  /** The most characters of a media URL. */
  public static final int MAX_MEDIA_URL_LENGTH = 2000;

  private final ServiceCode serviceCode;
  private final Location location;
  private final @Nullable String description;
  private final Map<String, List<String>> attributes;
  private final Reporter reporter;
  private final List<URI> mediaUrls;

  private NewReport(Builder b) {
    this.serviceCode = b.serviceCode;
    this.location = b.location;
    this.description = b.description;
    Map<String, List<String>> copy = new LinkedHashMap<>();
    b.attributes.forEach((code, values) -> copy.put(code, List.copyOf(values)));
    this.attributes = Collections.unmodifiableMap(copy);
    this.reporter = b.reporter;
    this.mediaUrls = List.copyOf(b.mediaUrls);
  }

  /**
   * Starts a report.
   *
   * @param serviceCode what kind of report it is
   * @param location where it is
   * @return a builder
   */
  public static Builder builder(ServiceCode serviceCode, Location location) {
    return new Builder(serviceCode, location);
  }

  /**
   * A builder that holds these values.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    Builder b = new Builder(serviceCode, location);
    b.description = description;
    attributes.forEach(b::attribute);
    b.reporter = reporter;
    b.mediaUrls.addAll(mediaUrls);
    return b;
  }

  /**
   * What kind of report it is.
   *
   * @return the code of its service
   */
  public ServiceCode serviceCode() {
    return serviceCode;
  }

  /**
   * Where it is.
   *
   * @return a place of which at least one thing is known
   */
  public Location location() {
    return location;
  }

  /**
   * What is reported.
   *
   * @return the citizen's words, or empty
   */
  public Optional<String> description() {
    return Optional.ofNullable(description);
  }

  /**
   * The answers to the questions of the {@link ServiceDefinition}.
   *
   * @return values by the attribute's code, each list with at least one value, in order;
   *     unmodifiable
   */
  public Map<String, List<String>> attributes() {
    return attributes;
  }

  /**
   * Who files it.
   *
   * @return what they say of themselves, {@link Reporter#ANONYMOUS} for nothing
   */
  public Reporter reporter() {
    return reporter;
  }

  /**
   * Where pictures can be fetched.
   *
   * @return absolute http(s) URLs, possibly none
   */
  public List<URI> mediaUrls() {
    return mediaUrls;
  }

  private List<Object> state() {
    // Attributes go by order too, which a map's own equality leaves out.
    return List.of(
        serviceCode,
        location,
        description(),
        List.copyOf(attributes.entrySet()),
        reporter,
        mediaUrls);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof NewReport other && state().equals(other.state());
  }

  @Override
  public int hashCode() {
    return state().hashCode();
  }

  @Override
  public String toString() {
    return "NewReport[service " + serviceCode + "]";
  }

  /** Collects a report. An empty text counts as none. Not thread-safe. */
  public static final class Builder {
    private final ServiceCode serviceCode;
    private final Location location;
    private @Nullable String description;
    private final Map<String, List<String>> attributes = new LinkedHashMap<>();
    private Reporter reporter = Reporter.ANONYMOUS;
    private final List<URI> mediaUrls = new ArrayList<>();

    private Builder(ServiceCode serviceCode, Location location) {
      this.serviceCode = Objects.requireNonNull(serviceCode, "serviceCode");
      this.location = Objects.requireNonNull(location, "location");
    }

    /**
     * What is reported. Default: nothing is said.
     *
     * @param value plain text with line breaks, or null for none
     * @return this
     */
    public Builder description(@Nullable String value) {
      this.description = Texts.orNull(value);
      return this;
    }

    /**
     * One answer to a question; a second one for the same code is added to the first.
     *
     * @param code the attribute's code
     * @param value the answer; an empty one is left out
     * @return this
     */
    public Builder attribute(String code, String value) {
      return attribute(code, List.of(value));
    }

    /**
     * Several answers to a question; those for the same code are added to earlier ones.
     *
     * @param code the attribute's code
     * @param values the answers; empty ones are left out
     * @return this
     */
    public Builder attribute(String code, List<String> values) {
      Objects.requireNonNull(code, "code");
      for (String value : values) {
        if (!value.isBlank()) {
          attributes.computeIfAbsent(code, c -> new ArrayList<>()).add(value);
        }
      }
      return this;
    }

    /**
     * Who files it. Default: {@link Reporter#ANONYMOUS}.
     *
     * @param value what they say of themselves
     * @return this
     */
    public Builder reporter(Reporter value) {
      this.reporter = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Where a picture can be fetched; each call adds one. Default: nowhere.
     *
     * @param value an absolute http(s) URL
     * @return this
     */
    public Builder mediaUrl(URI value) {
      mediaUrls.add(Objects.requireNonNull(value, "value"));
      return this;
    }

    /**
     * Everything that is wrong so far, under the names of GeoReport v2.
     *
     * @return the violations, none of which quotes a value; empty when {@link #build} will do
     */
    public List<Violation> violations() {
      Checks checks = new Checks();
      if (!location.isKnown()) {
        checks.reject(
            Violation.REQUIRED,
            "lat, long",
            "a location is required: lat and long, address_string, or address_id");
      }
      checks.text("address_string", location.address().orElse(null), Location.MAX_ADDRESS_LENGTH);
      checks.text("address_id", location.addressId().orElse(null), Location.MAX_ADDRESS_ID_LENGTH);
      checks.text("description", description, MAX_DESCRIPTION_LENGTH);
      checkAttributes(checks);
      checkMedia(checks);
      return checks.found();
    }

    private void checkAttributes(Checks checks) {
      if (attributes.size() > MAX_ATTRIBUTES) {
        checks.reject(
            Violation.LENGTH, "attribute", "at most " + MAX_ATTRIBUTES + " codes are allowed");
        return;
      }
      attributes.forEach((code, values) -> checkAttribute(code, values, checks));
    }

    private static void checkAttribute(String code, List<String> values, Checks checks) {
      if (!AttributeCodes.wellFormed(code)) {
        checks.reject(
            Violation.TYPE,
            "attribute",
            "a code has 1 to "
                + MAX_ATTRIBUTE_CODE_LENGTH
                + " characters, no bracket and no control character");
        return;
      }
      String where = "attribute[" + code + "]";
      if (values.size() > MAX_ATTRIBUTE_VALUES) {
        checks.reject(
            Violation.LENGTH, where, "at most " + MAX_ATTRIBUTE_VALUES + " values are allowed");
        return;
      }
      for (String value : values) {
        checks.text(where, value, MAX_ATTRIBUTE_VALUE_LENGTH);
      }
    }

    private void checkMedia(Checks checks) {
      if (mediaUrls.size() > MAX_MEDIA_URLS) {
        checks.reject(
            Violation.LENGTH, "media_url", "at most " + MAX_MEDIA_URLS + " URLs are allowed");
      }
      for (URI url : mediaUrls) {
        boolean http = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!http || url.getHost() == null || url.toString().length() > MAX_MEDIA_URL_LENGTH) {
          checks.reject(
              Violation.TYPE,
              "media_url",
              "must be an absolute http(s) URL of at most " + MAX_MEDIA_URL_LENGTH + " characters");
        }
      }
    }

    /**
     * Makes the report.
     *
     * @return the immutable value
     * @throws id.simpul.core.ValidationException with every violation, when there is any
     */
    public NewReport build() {
      Checks.throwIfAny("NewReport", violations());
      return new NewReport(this);
    }
  }
}
