package id.simpul.health.fhir;

import id.simpul.core.format.JsonObject;
import id.simpul.health.fhir.type.Element;
import id.simpul.health.fhir.type.ElementBuilder;
import id.simpul.health.fhir.type.FhirInstant;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.internal.fhir.Examined;
import java.util.List;
import java.util.Optional;

/** A wish to be told of changes (section 2.33). */
public final class Subscription extends Resource {
  /** Its type. */
  public static final FhirType<Subscription> TYPE = type("Subscription", Subscription::new);

  private Subscription(Examined examined) {
    super(examined);
  }

  /**
   * Starts a Subscription.
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
  public FhirType<Subscription> fhirType() {
    return TYPE;
  }

  /** {@return one of requested, active, error, off} */
  public Optional<String> status() {
    return string("status");
  }

  /** {@return when it ends by itself} */
  public Optional<FhirInstant> end() {
    return instant("end");
  }

  /** {@return why it was made} */
  public Optional<String> reason() {
    return string("reason");
  }

  /** {@return what is to be told of, a search: {@code Immunization?status=completed}} */
  public Optional<String> criteria() {
    return string("criteria");
  }

  /** {@return what last went wrong} */
  public Optional<String> error() {
    return string("error");
  }

  /** {@return how it is to be told} */
  public Optional<Channel> channel() {
    return get("channel", Channel.TYPE);
  }

  /** How somebody is told. */
  public static final class Channel extends Element {
    /** Its type. */
    public static final FhirType<Channel> TYPE =
        new FhirType<>("Subscription.channel", Channel::new);

    private Channel(JsonObject json) {
      super(json);
    }

    /**
     * A call to an endpoint.
     *
     * @param endpoint where to
     * @param payload the media type of what is sent
     * @return the channel
     */
    public static Channel restHook(String endpoint, String payload) {
      return ElementBuilder.of(TYPE)
          .set("type", "rest-hook")
          .set("endpoint", endpoint)
          .set("payload", payload)
          .build();
    }

    @Override
    public FhirType<Channel> fhirType() {
      return TYPE;
    }

    /** {@return one of rest-hook, websocket, email, sms, message} */
    public Optional<String> type() {
      return string("type");
    }

    /** {@return where to} */
    public Optional<String> endpoint() {
      return string("endpoint");
    }

    /** {@return the media type of what is sent; nothing is sent without it} */
    public Optional<String> payload() {
      return string("payload");
    }

    /**
     * {@return headers to send with it, {@code Name: value}; secret when one of them authorizes}
     */
    public List<String> header() {
      return strings("header");
    }
  }

  /**
   * Makes a Subscription. The setters take the members' names in the standard; with {@code add}
   * before the name, they append one value to its list.
   */
  public static final class Builder extends Resource.Builder<Subscription, Builder> {
    private Builder(JsonObject start) {
      super(TYPE, start);
    }

    /**
     * Sets status.
     *
     * @param value one of requested, active, error, off
     * @return this
     */
    public Builder status(String value) {
      return set("status", value);
    }

    /**
     * Sets end.
     *
     * @param value when it ends by itself
     * @return this
     */
    public Builder end(FhirInstant value) {
      return set("end", value);
    }

    /**
     * Sets reason.
     *
     * @param value why it was made
     * @return this
     */
    public Builder reason(String value) {
      return set("reason", value);
    }

    /**
     * Sets criteria.
     *
     * @param value what is to be told of
     * @return this
     */
    public Builder criteria(String value) {
      return set("criteria", value);
    }

    /**
     * Sets error.
     *
     * @param value what last went wrong
     * @return this
     */
    public Builder error(String value) {
      return set("error", value);
    }

    /**
     * Sets channel.
     *
     * @param value how it is to be told
     * @return this
     */
    public Builder channel(Channel value) {
      return set("channel", value);
    }
  }
}
