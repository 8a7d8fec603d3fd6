package id.simpul.health.certificate;

import java.util.Objects;

/**
 * What a health certificate says: whom it is about, and what happened. One event, as verifiers
 * demand. {@code toString} shows the kind of event alone.
 *
 * @param name the person's name
 * @param dateOfBirth {@code dob}: a year, a month, a day, or empty when it is not known
 * @param event what happened
 */
public record HcertContent(PersonName name, String dateOfBirth, HealthEvent event) {
  /** Checks that all are there. */
  public HcertContent {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(dateOfBirth, "dateOfBirth");
    Objects.requireNonNull(event, "event");
  }

  @Override
  public String toString() {
    return "health certificate: " + event.kind();
  }
}
