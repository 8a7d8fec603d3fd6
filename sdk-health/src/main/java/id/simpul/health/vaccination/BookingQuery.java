package id.simpul.health.vaccination;

import id.simpul.core.operation.Violation;
import id.simpul.core.value.Nik;
import id.simpul.health.internal.vaccination.Checks;
import id.simpul.health.internal.vaccination.Forms;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who lost the id of their booking still knows; or what a health worker knows of
 * somebody who is booked by an application they cannot name. {@code toString} shows the campaign
 * alone.
 *
 * @param nik the population number they registered with
 * @param phone the telephone number they registered with, however it is written; null for none,
 *     with which health workers alone may ask, and the node's log keeps that they did
 * @param campaign the campaign
 */
public record BookingQuery(Nik nik, @Nullable String phone, String campaign) {
  /** Checks that the others are given. What is wrong with them {@link #violations} says. */
  public BookingQuery {
    Objects.requireNonNull(nik, "nik");
    Objects.requireNonNull(campaign, "campaign");
  }

  /**
   * Asks without the telephone number, which is for health workers.
   *
   * @param nik the population number
   * @param campaign the campaign
   * @return the query
   */
  public static BookingQuery withoutPhone(Nik nik, String campaign) {
    return new BookingQuery(nik, null, campaign);
  }

  /**
   * Everything that is wrong with it.
   *
   * @return the violations, possibly none
   */
  public List<Violation> violations() {
    Checks checks = new Checks("BookingQuery");
    if (phone != null) {
      checks.form("/phone", phone, Forms.PHONE, Forms.PHONE_RULE);
    }
    checks.form("/campaign", campaign, Forms.CAMPAIGN, Forms.CAMPAIGN_RULE);
    return checks.violations();
  }

  @Override
  public String toString() {
    return "BookingQuery[" + campaign + ", <redacted>]";
  }
}
