package id.simpul.node.internal.reporting;

import id.simpul.core.value.RegionCode;
import id.simpul.node.internal.store.StreamId;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportToken;
import java.security.SecureRandom;

/**
 * Makes identifiers that cannot be guessed or counted: 100 random bits, public ones qualified by
 * the node's region. Thread-safe.
 */
final class ReportIds {
  // Crockford's base 32: no letter is mistaken for a digit when read out over the phone.
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 20;

  private final SecureRandom random;
  private final String prefix;

  ReportIds(RegionCode region, SecureRandom random) {
    this.prefix = region.code().replace(".", "") + "-";
    this.random = random;
  }

  ReportId newReportId() {
    return new ReportId(prefix + text());
  }

  ReportToken newToken() {
    return new ReportToken(prefix + "t" + text());
  }

  StreamId newStreamId() {
    return new StreamId("report-" + text());
  }

  private String text() {
    StringBuilder text = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
