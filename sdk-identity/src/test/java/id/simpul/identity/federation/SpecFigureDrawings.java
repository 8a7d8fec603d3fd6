package id.simpul.identity.federation;

import id.simpul.identity.testing.FederationFixture;
import id.simpul.identity.testing.Member;
import java.util.List;

/** The federations that are drawn in the specification, built and asked. */
final class SpecFigureDrawings {
  private SpecFigureDrawings() {}

  static String judge(SpecFigure figure) {
    boolean agrees =
        switch (figure.name()) {
          case "Two Coexisting Federations with Some Members in Common" -> twoFederations();
          case "Relationships between Federation Entities and Statements Issued in a Trust Chain" ->
              statementsOfAChain();
          case "Resolving Trust Chain and Metadata from the Perspective of an OP" -> sequence();
          case "Participants in the eduGAIN Federation" -> eduGain();
          default -> false;
        };
    return agrees ? "accepted" : "a drawing, of which nothing can be verified";
  }

  private static boolean trusts(FederationFixture federation, Member anchor, Member subject) {
    ResolvedEntity resolved = federation.resolver(anchor).build().resolve(subject.id());
    return resolved.chain().orElseThrow().anchor().equals(anchor.id());
  }

  private static boolean twoFederations() {
    FederationFixture federation = new FederationFixture();
    Member a = federation.add("https://a.example");
    Member b = federation.add("https://b.example");
    Member common = federation.add("https://common.example", a, b);
    Member rs = federation.add("https://rs.example", common);
    Member op = federation.add("https://op.example", common, b);
    Member own = federation.add("https://own.example", b);
    Member lower = federation.add("https://lower.example", own);
    Member as = federation.add("https://as.example", lower);
    return trusts(federation, a, rs)
        && trusts(federation, b, rs)
        && trusts(federation, a, op)
        && trusts(federation, b, op)
        && trusts(federation, b, as);
  }

  private static boolean statementsOfAChain() {
    FederationFixture federation = new FederationFixture();
    Member anchor = federation.add("https://anchor.example");
    Member intermediate = federation.add("https://intermediate.example", anchor);
    Member leaf = federation.add("https://leaf.example", intermediate);
    ResolvedEntity resolved = federation.resolver(anchor).build().resolve(leaf.id());
    List<EntityStatement> chain = resolved.chain().orElseThrow().statements();
    return chain.size() == 4
        && chain.get(0) instanceof EntityConfiguration
        && chain.get(1) instanceof SubordinateStatement
        && chain.get(2) instanceof SubordinateStatement
        && chain.get(3) instanceof EntityConfiguration;
  }

  private static boolean sequence() {
    FederationFixture federation = new FederationFixture();
    Member anchor = federation.add("https://anchor.example");
    Member rp = federation.add("https://rp.example", anchor);
    federation.resolver(anchor).build().resolve(rp.id());
    return federation
        .asked()
        .equals(
            List.of(
                "https://rp.example",
                "https://anchor.example",
                "https://anchor.example https://rp.example"));
  }

  private static boolean eduGain() {
    FederationFixture federation = new FederationFixture();
    Member eduGain = federation.add("https://edugain.geant.org");
    Member swamid = federation.add("https://swamid.se", eduGain);
    Member umu = federation.add("https://umu.se", swamid);
    Member op = federation.add("https://op.umu.se", umu);
    Member inCommon = federation.add("https://incommon.org", eduGain);
    Member wiki = federation.add("https://wiki.ligo.org", inCommon);
    return trusts(federation, eduGain, op) && trusts(federation, eduGain, wiki);
  }
}
