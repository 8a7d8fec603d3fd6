package id.simpul.health.fhir;

import id.simpul.core.format.JsonObject;
import id.simpul.health.fhir.type.Element;
import id.simpul.health.fhir.type.ElementBuilder;
import id.simpul.health.fhir.type.FhirInstant;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.fhir.type.Identifier;
import id.simpul.health.internal.fhir.Examined;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resources that travel together (section 2.36). */
public final class Bundle extends Resource {
  /** Its type. */
  public static final FhirType<Bundle> TYPE = type("Bundle", Bundle::new);

  /** All of it is done, or none. */
  public static final String TRANSACTION = "transaction";

  /** Each entry is done for itself. */
  public static final String BATCH = "batch";

  /** A page of what a search found. */
  public static final String SEARCHSET = "searchset";

  /** A set without a meaning of its own. */
  public static final String COLLECTION = "collection";

  /** Versions, or a notification of a subscription. */
  public static final String HISTORY = "history";

  // Two threads may both make it, of the same.
  private volatile @Nullable List<Entry> entries;

  private Bundle(Examined examined) {
    super(examined);
  }

  /**
   * Starts a Bundle.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder(JsonObject.EMPTY);
  }

  /**
   * A builder that holds all of this, with what Simpul does not know.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    return new Builder(json());
  }

  @Override
  public FhirType<Bundle> fhirType() {
    return TYPE;
  }

  /** {@return a number of the bundle} */
  public Optional<Identifier> identifier() {
    return get("identifier", Identifier.TYPE);
  }

  /** {@return what the bundle is for, {@link #TRANSACTION} and the like} */
  public Optional<String> type() {
    return string("type");
  }

  /** {@return when it was put together} */
  public Optional<FhirInstant> timestamp() {
    return instant("timestamp");
  }

  /** {@return how many match a search, whatever the page} */
  public Optional<Integer> total() {
    return integer("total");
  }

  /** {@return links to this page, the next and others} */
  public List<Link> link() {
    return list("link", Link.TYPE);
  }

  /** {@return what it holds, made once and kept} */
  public List<Entry> entry() {
    List<Entry> made = entries;
    if (made == null) {
      made = list("entry", Entry.TYPE);
      entries = made;
    }
    return made;
  }

  /**
   * The URL of a link.
   *
   * @param relation what it leads to: self, next
   * @return the first such link's URL
   */
  public Optional<String> link(String relation) {
    return link().stream()
        .filter(l -> l.relation().equals(Optional.of(relation)))
        .flatMap(l -> l.url().stream())
        .findFirst();
  }

  /**
   * The resources of one kind, in order.
   *
   * @param type the kind; {@link OtherResource#TYPE} for those of kinds without a class
   * @param <T> its class
   * @return the resources, kept as {@link Entry#resource()} keeps them
   */
  public <T extends Resource> List<T> resources(FhirType<T> type) {
    return entry().stream().flatMap(e -> e.resource(type).stream()).toList();
  }

  /** A link of a bundle. */
  public static final class Link extends Element {
    /** Its type. */
    public static final FhirType<Link> TYPE = new FhirType<>("Bundle.link", Link::new);

    private Link(JsonObject json) {
      super(json);
    }

    /**
     * A link.
     *
     * @param relation what it leads to: self, next
     * @param url where it leads
     * @return the link
     */
    public static Link of(String relation, String url) {
      return ElementBuilder.of(TYPE).set("relation", relation).set("url", url).build();
    }

    @Override
    public FhirType<Link> fhirType() {
      return TYPE;
    }

    /** {@return what it leads to: self, next} */
    public Optional<String> relation() {
      return string("relation");
    }

    /** {@return where it leads} */
    public Optional<String> url() {
      return string("url");
    }
  }

  /** A resource in a bundle, or what is to be or was done with one. */
  public static final class Entry extends Element {
    /** Its type. */
    public static final FhirType<Entry> TYPE = new FhirType<>("Bundle.entry", Entry::new);

    // Two threads may both make it, of the same.
    private volatile @Nullable Resource resource;

    private Entry(JsonObject json) {
      super(json);
    }

    /**
     * A resource, in a bundle that only carries it.
     *
     * @param fullUrl where it is, or a {@code urn:uuid:}
     * @param resource the resource
     * @return the entry
     */
    public static Entry of(String fullUrl, Resource resource) {
      return ElementBuilder.of(TYPE).set("fullUrl", fullUrl).set("resource", resource).build();
    }

    /**
     * A resource that a transaction or batch creates.
     *
     * @param fullUrl a {@code urn:uuid:} other entries point at
     * @param resource the resource
     * @return the entry
     */
    public static Entry create(String fullUrl, Resource resource) {
      return ElementBuilder.of(TYPE)
          .set("fullUrl", fullUrl)
          .set("resource", resource)
          .set("request", Request.of("POST", resource.resourceType()))
          .build();
    }

    @Override
    public FhirType<Entry> fhirType() {
      return TYPE;
    }

    /**
     * {@return where the resource is, or the {@code urn:uuid:} it is known by within the bundle}
     */
    public Optional<String> fullUrl() {
      return string("fullUrl");
    }

    /** {@return the resource, examined at the first call and kept} */
    public Optional<Resource> resource() {
      Resource made = resource;
      if (made == null) {
        made = get("resource", Resources.ANY).orElse(null);
        resource = made;
      }
      return Optional.ofNullable(made);
    }

    /**
     * The resource, if it is of one kind.
     *
     * @param type the kind; {@link OtherResource#TYPE} for one of a kind without a class
     * @param <T> its class
     * @return the same as {@link #resource()} gives, or empty when it is of another kind
     */
    public <T extends Resource> Optional<T> resource(FhirType<T> type) {
      boolean is =
          json().members().get("resource") instanceof JsonObject object
              && Resources.isOf(object, type);
      return is ? resource().map(r -> Resources.as(r, type)) : Optional.empty();
    }

    /** {@return why it is in the result of a search} */
    public Optional<Search> search() {
      return get("search", Search.TYPE);
    }

    /** {@return what is to be done} */
    public Optional<Request> request() {
      return get("request", Request.TYPE);
    }

    /** {@return what was done} */
    public Optional<Response> response() {
      return get("response", Response.TYPE);
    }
  }

  /** Why a resource is in the result of a search. */
  public static final class Search extends Element {
    /** Its type. */
    public static final FhirType<Search> TYPE = new FhirType<>("Bundle.entry.search", Search::new);

    private Search(JsonObject json) {
      super(json);
    }

    /**
     * A reason.
     *
     * @param mode one of match, include, outcome
     * @return the reason
     */
    public static Search of(String mode) {
      return ElementBuilder.of(TYPE).set("mode", mode).build();
    }

    @Override
    public FhirType<Search> fhirType() {
      return TYPE;
    }

    /** {@return one of match, include, outcome} */
    public Optional<String> mode() {
      return string("mode");
    }

    /** {@return how well it matches, 0 to 1} */
    public Optional<BigDecimal> score() {
      return decimal("score");
    }
  }

  /** What is to be done with a resource. */
  public static final class Request extends Element {
    /** Its type. */
    public static final FhirType<Request> TYPE =
        new FhirType<>("Bundle.entry.request", Request::new);

    private Request(JsonObject json) {
      super(json);
    }

    /**
     * A request.
     *
     * @param method one of GET, HEAD, POST, PUT, DELETE, PATCH
     * @param url the URL, relative to the server's
     * @return the request
     */
    public static Request of(String method, String url) {
      return ElementBuilder.of(TYPE).set("method", method).set("url", url).build();
    }

    @Override
    public FhirType<Request> fhirType() {
      return TYPE;
    }

    /** {@return one of GET, HEAD, POST, PUT, DELETE, PATCH} */
    public Optional<String> method() {
      return string("method");
    }

    /** {@return the URL, relative to the server's} */
    public Optional<String> url() {
      return string("url");
    }

    /** {@return the search that must find nothing before a create} */
    public Optional<String> ifNoneExist() {
      return string("ifNoneExist");
    }

    /** {@return the version that must be the current one} */
    public Optional<String> ifMatch() {
      return string("ifMatch");
    }

    /** {@return the versions of which none may be the current one, {@code *} for any} */
    public Optional<String> ifNoneMatch() {
      return string("ifNoneMatch");
    }
  }

  /** What was done with a resource. */
  public static final class Response extends Element {
    /** Its type. */
    public static final FhirType<Response> TYPE =
        new FhirType<>("Bundle.entry.response", Response::new);

    private Response(JsonObject json) {
      super(json);
    }

    /**
     * A result.
     *
     * @param status the HTTP status, {@code 201 Created}
     * @return the result
     */
    public static Response of(String status) {
      return ElementBuilder.of(TYPE).set("status", status).build();
    }

    /** {@return the id the national server gave, which is no member of FHIR's} */
    public Optional<String> resourceId() {
      return string("resourceID");
    }

    @Override
    public FhirType<Response> fhirType() {
      return TYPE;
    }

    /** {@return the HTTP status, {@code 201 Created}} */
    public Optional<String> status() {
      return string("status");
    }

    /**
     * {@return where it is; the national server names an internal host here that is not to be
     * called}
     */
    public Optional<String> location() {
      return string("location");
    }

    /** {@return its version} */
    public Optional<String> etag() {
      return string("etag");
    }

    /** {@return when it was changed} */
    public Optional<FhirInstant> lastModified() {
      return instant("lastModified");
    }

    /** {@return what there is to say of it} */
    public Optional<Resource> outcome() {
      return get("outcome", Resources.ANY);
    }
  }

  /**
   * Makes a Bundle. The setters take the members' names in the standard; with {@code add} before
   * the name, they append one value to its list.
   */
  public static final class Builder extends Resource.Builder<Bundle, Builder> {
    private Builder(JsonObject start) {
      super(TYPE, start);
    }

    /**
     * Sets identifier.
     *
     * @param value a number of the bundle
     * @return this
     */
    public Builder identifier(Identifier value) {
      return set("identifier", value);
    }

    /**
     * Sets type.
     *
     * @param value what the bundle is for, {@link #TRANSACTION} and the like
     * @return this
     */
    public Builder type(String value) {
      return set("type", value);
    }

    /**
     * Sets timestamp.
     *
     * @param value when it was put together
     * @return this
     */
    public Builder timestamp(FhirInstant value) {
      return set("timestamp", value);
    }

    /**
     * Sets total.
     *
     * @param value how many match a search, whatever the page
     * @return this
     */
    public Builder total(int value) {
      return set("total", value);
    }

    /**
     * Adds to link.
     *
     * @param value links to this page, the next and others
     * @return this
     */
    public Builder addLink(Link value) {
      return add("link", value);
    }

    /**
     * Adds to entry.
     *
     * @param value what it holds
     * @return this
     */
    public Builder addEntry(Entry value) {
      return add("entry", value);
    }
  }
}
