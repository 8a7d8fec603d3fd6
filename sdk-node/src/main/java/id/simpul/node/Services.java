package id.simpul.node;

import id.simpul.core.operation.Violation;
import id.simpul.reporting.ServiceCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules for the services a node offers. */
final class Services {
  private static final String SETTING = "services-file";

  private Services() {}

  /** An authority may speak for others and take no reports itself; codes are unique. */
  static void check(
      List<OfferedService> services, boolean isAuthority, List<Violation> violations) {
    if (services.isEmpty() && !isAuthority) {
      violations.add(
          new Violation(Violation.REQUIRED, SETTING, "at least one service is required"));
    }
    Set<ServiceCode> seen = new HashSet<>();
    for (OfferedService offered : services) {
      ServiceCode code = offered.service().code();
      if (!seen.add(code)) {
        violations.add(new Violation(Violation.CONFLICT, SETTING, code + " is listed twice"));
      }
    }
  }
}
