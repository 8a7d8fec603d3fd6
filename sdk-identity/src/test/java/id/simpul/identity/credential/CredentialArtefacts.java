package id.simpul.identity.credential;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.mutants.Artefact;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Valid credentials and status lists to be damaged; their numbers walk through the algorithms. */
public final class CredentialArtefacts {
  private static final List<SignatureAlgorithm> ALGORITHMS = List.of(SignatureAlgorithm.values());

  private CredentialArtefacts() {}

  private static SignatureAlgorithm algorithm(int number) {
    return ALGORITHMS.get(number % ALGORITHMS.size());
  }

  /** An SD-JWT without key binding, with everything disclosed. */
  public static Artefact bearer(int number) {
    Office office = new Office(algorithm(number));
    BearerVerifier verifier = office.bearer();
    String issued = office.issuer().build().issue(content(office)).reveal();
    return Artefact.ofText(Artefact.sdJwt(issued), verifier::verify);
  }

  /** A presentation of an SD-JWT with key binding, with some of it disclosed. */
  public static Artefact bound(int number) {
    Office office = new Office(algorithm(number / ALGORITHMS.size()), algorithm(number));
    HeldCredential held =
        office.holder().receive(office.issuer().build().issue(content(office)).reveal());
    String presented =
        held.present(
            Set.of(ClaimPath.of("name"), ClaimPath.of("list").element(0)), Office.CHALLENGE);
    HolderBoundVerifier verifier = office.bound();
    return Artefact.ofText(Artefact.sdJwt(presented), text -> verifier.verify(text, Office.NONCE));
  }

  private static CredentialContent content(Office office) {
    return CredentialContent.builder()
        .selective("name", "Budi")
        .selective("home", Office.json("{\"street\":\"x\"}"))
        .selective(ClaimPath.of("home", "street"))
        .claim("list", Office.json("{\"l\":[1,2]}").get("l").orElseThrow())
        .selective(ClaimPath.of("list").element(0))
        .holder(office.holderJwk())
        .build();
  }

  /** A status list token with one status set. */
  public static Artefact statusList(int number) {
    InstantSource clock = InstantSource.fixed(StatusTokens.NOW);
    SigningKey key = SigningKeys.generate(algorithm(number), Office.RANDOM);
    StatusListTerms terms =
        StatusListTerms.builder(StatusTokens.ISSUER, StatusTokens.URI_1).size(2, 4096).build();
    StatusListIssuer issuer =
        new StatusListIssuer(terms, new InMemoryStatusIndexStore(), key, clock);
    issuer.set(issuer.allocate(), TokenStatus.INVALID);
    StatusListSource source =
        new StatusListSource(StatusTokens.URI_1, StatusTokens.ISSUER, StatusTokens.keysOf(key));
    StatusListVerifier verifier = new StatusListVerifier(clock);
    return Artefact.ofText(Artefact.jws(issuer.sign()), text -> verifier.verify(text, source));
  }
}
