package id.simpul.health.vaccination;

import id.simpul.core.operation.Violation;
import id.simpul.core.value.Nik;
import id.simpul.health.internal.vaccination.Checks;
import id.simpul.health.internal.vaccination.Forms;
import java.util.List;
import java.util.Objects;

/**
 * What somebody who lost the id of their booking still knows. {@code toString} shows the campaign
 * alone.
 *
 * @param nik the population number they registered with
 * @param phone the telephone number they registered with, however it is written
 * @param campaign the campaign
 */
public record BookingQuery(Nik nik, String phone, String campaign) {
  /** Checks that all members are given. What is wrong with them {@link #violations} says. */
  public BookingQuery {
    Objects.requireNonNull(nik, "nik");
    Objects.requireNonNull(phone, "phone");
    Objects.requireNonNull(campaign, "campaign");
  }

  /**
   * Everything that is wrong with it.
   *
   * @return the violations, possibly none
   */
  public List<Violation> violations() {
    Checks checks = new Checks("BookingQuery");
    checks.form("/phone", phone, Forms.PHONE, Forms.PHONE_RULE);
    checks.form("/campaign", campaign, Forms.CAMPAIGN, Forms.CAMPAIGN_RULE);
    return checks.violations();
  }

  @Override
  public String toString() {
    return "BookingQuery[" + campaign + ", <redacted>]";
  }
}
