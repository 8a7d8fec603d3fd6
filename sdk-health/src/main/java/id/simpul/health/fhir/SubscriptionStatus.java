package id.simpul.health.fhir;

import id.simpul.health.fhir.Parameters.Parameter;
import id.simpul.health.fhir.type.FhirInstant;
import id.simpul.health.fhir.type.Reference;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a subscription stands and what happened, read from the {@link Parameters} that open a
 * notification (Subscriptions R5 Backport 1.1 for R4, section 2.4).
 */
public final class SubscriptionStatus {
  private static final String EVENTS_SINCE_START = "events-since-subscription-start";

  private final Parameters parameters;

  private SubscriptionStatus(Parameters parameters) {
    this.parameters = Objects.requireNonNull(parameters, "parameters");
  }

  /**
   * Reads a status.
   *
   * @param parameters the resource that carries it
   * @return the status
   */
  public static SubscriptionStatus of(Parameters parameters) {
    return new SubscriptionStatus(parameters);
  }

  /**
   * The status a notification opens with.
   *
   * @param notification a bundle of type history
   * @return the status, or empty when its first entry is something else
   */
  public static Optional<SubscriptionStatus> in(Bundle notification) {
    return notification.entry().stream()
        .limit(1)
        .flatMap(e -> e.resource().stream())
        .filter(Parameters.class::isInstance)
        .map(r -> of((Parameters) r))
        .findFirst();
  }

  /** {@return the resource that carries the status} */
  public Parameters parameters() {
    return parameters;
  }

  /** {@return the subscription it is about} */
  public Optional<Reference> subscription() {
    return parameters.parameter("subscription").flatMap(Parameter::valueReference);
  }

  /** {@return one of requested, active, error, off} */
  public Optional<String> status() {
    return parameters.parameter("status").flatMap(Parameter::valueCode);
  }

  /** {@return one of handshake, heartbeat, event-notification, query-status, query-event} */
  public Optional<String> type() {
    return parameters.parameter("type").flatMap(Parameter::valueCode);
  }

  /** {@return how many events there were since the subscription began} */
  public OptionalLong eventsSinceStart() {
    return count(parameters.parameter(EVENTS_SINCE_START));
  }

  /** {@return what happened, in order} */
  public List<Event> events() {
    return parameters.parameter().stream()
        .filter(p -> p.name().equals(Optional.of("notification-event")))
        .map(Event::new)
        .toList();
  }

  // A number of 64 bits, which R4 can only write as a text.
  private static OptionalLong count(Optional<Parameter> parameter) {
    return parameter
        .flatMap(Parameter::valueString)
        .filter(t -> t.matches("[0-9]{1,18}"))
        .map(t -> OptionalLong.of(Long.parseLong(t)))
        .orElse(OptionalLong.empty());
  }

  /**
   * Something that happened.
   *
   * @param parameter what tells of it, with a part for each thing it says
   */
  public record Event(Parameter parameter) {
    /** Checks that it is given. */
    public Event {
      Objects.requireNonNull(parameter, "parameter");
    }

    /** {@return its place among all events of the subscription, from 1; a gap is an event lost} */
    public OptionalLong number() {
      return count(part("event-number"));
    }

    /** {@return when it happened} */
    public Optional<FhirInstant> timestamp() {
      return part("timestamp").flatMap(Parameter::valueInstant);
    }

    /** {@return what it happened to} */
    public Optional<Reference> focus() {
      return part("focus").flatMap(Parameter::valueReference);
    }

    private Optional<Parameter> part(String name) {
      return parameter.part().stream().filter(p -> p.name().equals(Optional.of(name))).findFirst();
    }
  }
}
