package id.simpul.identity.credential;

import id.simpul.core.ValidationException;
import id.simpul.core.format.JsonObject;
import id.simpul.core.operation.Violation;
import id.simpul.identity.TrustException;
import id.simpul.identity.internal.credential.DigestAlgorithm;
import id.simpul.identity.internal.credential.DisclosedClaims;
import id.simpul.identity.internal.credential.Disclosure;
import id.simpul.identity.internal.credential.SdJwtText;
import id.simpul.identity.jose.JwsSigner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A credential its holder can present, a part of it at a time. Made by {@link SdJwtVcHolder} alone.
 * Immutable; as thread-safe, and as quick to answer, as the holder's key.
 */
public final class HeldCredential {
  private final SdJwtText text;
  private final VerifiedCredential credential;
  private final DigestAlgorithm algorithm;
  private final Map<ClaimPath, Disclosure> places;
  private final JwsSigner signer;

  HeldCredential(
      SdJwtText text, VerifiedCredential credential, DisclosedClaims disclosed, JwsSigner signer) {
    this.text = text;
    this.credential = credential;
    this.algorithm = disclosed.algorithm();
    this.places = disclosed.places();
    this.signer = signer;
  }

  /**
   * What was verified when the holder took it.
   *
   * @return the credential with everything disclosed
   */
  public VerifiedCredential credential() {
    return credential;
  }

  /**
   * What the holder may keep to himself.
   *
   * @return the paths of all claims that are hidden unless they are chosen, unmodifiable
   */
  public Set<ClaimPath> selective() {
    return Set.copyOf(places.keySet());
  }

  /**
   * Presents some of the claims to one verifier, on one occasion.
   *
   * @param chosen the claims to show, one by one, each with the claims it stands in; elements by
   *     their position among all of their array. What is hidden inside a chosen claim stays hidden
   *     until it is chosen itself; open claims are shown in any case
   * @param challenge what the verifier asked for
   * @return an SD-JWT+KB in compact serialisation
   * @throws ValidationException when the credential has no such claim, with every such path
   * @throws TrustException {@code NOT_COVERED} when the credential is bound to no key, so that no
   *     verifier would take the presentation
   */
  public String present(Collection<ClaimPath> chosen, KeyBindingChallenge challenge) {
    if (credential.holder().isEmpty()) {
      throw new TrustException(
          TrustException.Reason.NOT_COVERED, credential.type(), "is bound to no key", "cnf");
    }
    String shown = presentWithoutKeyBinding(chosen);
    JsonObject binding =
        JsonObject.builder()
            .put("aud", challenge.audience())
            .put("nonce", challenge.nonce())
            .put("sd_hash", algorithm.digest(shown))
            .build();
    return shown + signer.sign(binding);
  }

  /**
   * Presents some of the claims to whoever gets it. Anybody who sees it can present it again.
   *
   * @param chosen the claims to show, as in {@link #present}
   * @return an SD-JWT in compact serialisation
   * @throws ValidationException when the credential has no such claim, with every such path
   */
  public String presentWithoutKeyBinding(Collection<ClaimPath> chosen) {
    checkThere(chosen);
    Set<String> shown = new HashSet<>();
    for (ClaimPath path : chosen) {
      for (ClaimPath onTheWay : path.fromOutside()) {
        Disclosure disclosure = places.get(onTheWay);
        if (disclosure != null) {
          shown.add(disclosure.text());
        }
      }
    }
    // In the order they came, so that the order says nothing of the choice.
    List<String> inOrder = text.disclosures().stream().filter(shown::contains).toList();
    return SdJwtText.join(text.issuerJwt(), inOrder);
  }

  private void checkThere(Collection<ClaimPath> chosen) {
    List<Violation> missing = new ArrayList<>();
    for (ClaimPath path : chosen) {
      if (path.steps().isEmpty() || credential.claim(path).isEmpty()) {
        missing.add(
            new Violation(Violation.NOT_FOUND, path.toString(), "is not in this credential"));
      }
    }
    if (!missing.isEmpty()) {
      throw new ValidationException("presentation of " + credential.type(), missing);
    }
  }

  /**
   * The compact serialisation with everything disclosed, for the holder's own storage. The name is
   * loud so that a search finds every place that shows a credential.
   *
   * @return an SD-JWT with all its disclosures
   */
  public String reveal() {
    return text.boundPart();
  }

  /** Type and issuer, and nothing of the claims. */
  @Override
  public String toString() {
    return "held " + credential;
  }
}
