package id.simpul.identity.federation;

import id.simpul.core.Fault;
import id.simpul.identity.TrustException;
import id.simpul.identity.federation.ChainReport.Attempt;
import id.simpul.identity.federation.ChainReport.Link;
import id.simpul.identity.federation.ChainReport.Problem;
import id.simpul.identity.federation.ChainReport.Signature;
import id.simpul.identity.federation.ChainReport.State;
import id.simpul.identity.internal.federation.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes down how one chain is checked, link by link. Not thread-safe. */
final class AttemptTrail {
  private final List<Link> links = new ArrayList<>();
  private int at;
  private @Nullable Problem problem;

  AttemptTrail(List<StatementName> names) {
    for (StatementName name : names) {
      links.add(new Link(name.issuer(), name.subject(), State.UNCHECKED, null));
    }
  }

  /** Which link is looked at from now on, so that a failure is its failure. */
  void at(int index) {
    at = index;
  }

  /** What the present link says of itself. */
  void read(ReceivedStatement statement) {
    Signature signature =
        new Signature(PolicyPath.printable(statement.keyId()), statement.expiresAt());
    replace(State.UNCHECKED, signature);
  }

  void holds() {
    replace(State.HOLDS, links.get(at).signature());
  }

  void failed(TrustException why) {
    replace(State.FAILED, links.get(at).signature());
    Fault fault = why.fault();
    String link = new StatementName(links.get(at).issuer(), links.get(at).subject()).toString();
    String who = fault.who().startsWith(link) ? fault.who() : link + ", " + fault.who();
    problem = Problem.of(new TrustException(why.reason(), who, fault.what(), fault.where()));
  }

  private void replace(State state, @Nullable Signature signature) {
    Link link = links.get(at);
    links.set(at, new Link(link.issuer(), link.subject(), state, signature));
  }

  Optional<Problem> problem() {
    return Optional.ofNullable(problem);
  }

  Attempt toAttempt() {
    return new Attempt(links, problem);
  }
}
