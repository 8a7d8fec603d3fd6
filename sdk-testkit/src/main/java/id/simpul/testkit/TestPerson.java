package id.simpul.testkit;

import id.simpul.core.value.Nik;
import id.simpul.reporting.Reporter;
import java.util.Objects;

/**
 * A resident who does not exist. {@code toString} shows nothing, as with real ones.
 *
 * @param firstName a name made of syllables
 * @param lastName a name made of syllables
 * @param nik a plausible NIK of a province that does not exist
 * @param phone a number in international form, of a range no operator has
 * @param email an address at {@code example.id}
 */
public record TestPerson(String firstName, String lastName, Nik nik, String phone, String email) {
  /** Checks that all members are given. */
  public TestPerson {
    Objects.requireNonNull(firstName, "firstName");
    Objects.requireNonNull(lastName, "lastName");
    Objects.requireNonNull(nik, "nik");
    Objects.requireNonNull(phone, "phone");
    Objects.requireNonNull(email, "email");
  }

  /**
   * The person as one who files a report. The NIK is not among what a report carries.
   *
   * @return names, phone and e-mail address
   */
  public Reporter reporter() {
    return Reporter.builder()
        .firstName(firstName)
        .lastName(lastName)
        .phone(phone)
        .email(email)
        .build();
  }

  @Override
  public String toString() {
    return "TestPerson[<redacted>]";
  }
}
