package id.simpul.identity.federation;

import id.simpul.core.Fault;
import id.simpul.identity.EntityId;
import id.simpul.identity.federation.ChainReport.Attempt;
import id.simpul.identity.federation.ChainReport.Link;
import id.simpul.identity.federation.ChainReport.Problem;
import id.simpul.identity.federation.ChainReport.Signature;
import id.simpul.identity.federation.ChainReport.State;
import java.util.List;

/** Puts a report into words. Anything that could steer a terminal becomes a question mark. */
final class ReportText {
  private final ChainReport report;
  private final StringBuilder text = new StringBuilder();

  ReportText(ChainReport report) {
    this.report = report;
  }

  String write() {
    report
        .trustedUntil()
        .ifPresentOrElse(
            until -> line("", report.subject() + " is trusted until " + until + "."),
            () -> line("", report.subject() + " is NOT trusted."));
    report.problem().ifPresent(p -> problem("", p));
    List<Attempt> attempts = report.attempts();
    for (int i = 0; i < attempts.size(); i++) {
      attempt(attempts.get(i), i + 1);
    }
    section("Ways that led nowhere:", report.deadEnds());
    section("Trust marks that are not believed:", report.refusedMarks());
    return text.toString();
  }

  private void attempt(Attempt attempt, int number) {
    line("", "");
    line("", "Chain " + number + (attempt.problem() == null ? " holds:" : " does not hold:"));
    List<Link> links = attempt.links();
    for (int i = 0; i < links.size(); i++) {
      link(links.get(i), i + 1);
      if (links.get(i).state() == State.FAILED && attempt.problem() != null) {
        problem("     ", attempt.problem());
      }
    }
  }

  private void link(Link link, int number) {
    line("  ", number + ". " + who(link));
    Signature signature = link.signature();
    String state =
        switch (link.state()) {
          case HOLDS -> "holds";
          case FAILED -> "FAILS";
          case UNCHECKED -> "not checked";
        };
    if (signature == null) {
      line("     ", state);
    } else if (link.state() == State.HOLDS) {
      line("     ", "holds until " + signature.holdsUntil() + ", signed with " + signature.keyId());
    } else {
      String claims = signature.holdsUntil() + ", signed with " + signature.keyId();
      line("     ", state + "; says that it holds until " + claims);
    }
  }

  private static String who(Link link) {
    EntityId issuer = link.issuer();
    return issuer + " about " + (issuer.equals(link.subject()) ? "itself" : link.subject());
  }

  private void section(String title, List<Problem> problems) {
    if (!problems.isEmpty()) {
      line("", "");
      line("", title);
      problems.forEach(p -> problem("  ", p));
    }
  }

  private void problem(String indent, Problem problem) {
    Fault fault = problem.fault();
    line(indent, fault.who() + ": " + fault.what() + ", at " + fault.where() + ".");
    line(indent, "What now: " + fault.now() + ". [" + fault.code() + "]");
  }

  private void line(String indent, String words) {
    text.append(indent);
    words.chars().forEach(c -> text.append(c < ' ' || c > '~' ? '?' : (char) c));
    text.append('\n');
  }
}
