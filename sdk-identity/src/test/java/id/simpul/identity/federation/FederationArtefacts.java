package id.simpul.identity.federation;

import id.simpul.identity.mutants.Artefact;
import id.simpul.identity.mutants.Part;
import id.simpul.identity.testing.FederationFixture;
import id.simpul.identity.testing.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Valid statements and chains of them to be damaged. */
public final class FederationArtefacts {
  private static final String BETWEEN = " ";

  private FederationArtefacts() {}

  /** What a city says of itself for even numbers, what its province says of it for odd ones. */
  public static Artefact statement(int number) {
    FederationFixture federation = new FederationFixture();
    Member province = federation.add("https://jambiprov.example");
    Member city = federation.add("https://jambikota.example", province);
    EntityStatementVerifier verifier = new EntityStatementVerifier(federation.clock());
    if (number % 2 == 0) {
      return Artefact.ofText(
          Artefact.jws(city.configuration().token()),
          text -> verifier.configuration(text, city.id(), city.keys()));
    }
    return Artefact.ofText(
        Artefact.jws(province.about(city).token()),
        text -> verifier.subordinate(text, province.id(), city.id(), province.keys()));
  }

  /** A chain of four statements, of which one is damaged: the number says which. */
  public static Artefact chain(int number) {
    FederationFixture federation = new FederationFixture();
    Member anchor = federation.add("https://federasi.example");
    Member province = federation.add("https://jambiprov.example", anchor);
    Member city = federation.add("https://jambikota.example", province);
    List<String> chain = federation.chain(city, province, anchor);
    List<Part> parts = new ArrayList<>();
    for (int link = 0; link < chain.size(); link++) {
      if (link == number % chain.size()) {
        parts.addAll(Artefact.jws(chain.get(link)));
      } else {
        parts.add(Part.kept(chain.get(link)));
      }
      parts.add(Part.kept(BETWEEN));
    }
    ChainResolver resolver = federation.resolver(anchor).build();
    return Artefact.ofText(parts, text -> resolver.validate(Arrays.asList(text.split(BETWEEN))));
  }
}
