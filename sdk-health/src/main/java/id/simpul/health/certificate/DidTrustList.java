package id.simpul.health.certificate;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Violation;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A trust list of the WHO's Global Digital Health Certification Network as a DID document (version
 * 2 of its specification, "embedded" and "reference"). Immutable, thread-safe.
 */
public final class DidTrustList {
  /** The largest document in bytes. */
  public static final int MAX_BYTES = 32 * 1024 * 1024;

  private static final Limits LIMITS = Limits.DEFAULT.withMaxBytes(MAX_BYTES);

  private final TrustList list;
  private final List<String> references;
  private final List<Violation> skipped;

  private DidTrustList(TrustList list, List<String> references, List<Violation> skipped) {
    this.list = list;
    this.references = List.copyOf(references);
    this.skipped = List.copyOf(skipped);
  }

  /**
   * Reads a document. Keys of document signers ({@code DSC}) of one domain are taken; keys of other
   * usages and domains, and keys that cannot be used, are passed over and said.
   *
   * @param document UTF-8
   * @param domain which certificates the keys are for, for example {@code DCC}
   * @param proof says whether the document is its publisher's
   * @param fetched when the document was fetched, which is the age of the list unless the proof
   *     says when it was signed
   * @return the list
   * @throws TrustException {@code MALFORMED} when it is no such document or has neither a key that
   *     can be used nor a reference, what the check says when its proof is not good, {@code
   *     BUDGET_EXCEEDED} when it has keys of too many names
   */
  public static DidTrustList read(
      byte[] document, String domain, DidProofCheck proof, Instant fetched) {
    Objects.requireNonNull(domain, "domain");
    JsonObject json = object(document);
    Instant asOf = proof.check(json).orElse(fetched);
    if (!(json.get("verificationMethod").orElse(null) instanceof JsonArray methods)) {
      throw malformed("has no array of keys", "verificationMethod");
    }
    TrustList.Builder list = TrustList.asOf(asOf);
    Set<String> bare = new HashSet<>();
    List<String> references = new ArrayList<>();
    List<Violation> skipped = new ArrayList<>();
    for (int i = 0; i < methods.items().size(); i++) {
      JsonValue method = methods.items().get(i);
      int at = i;
      if (method instanceof JsonString reference) {
        references.add(reference.value());
      } else if (method instanceof JsonObject key) {
        DidKey.read(key, domain)
            .addTo(list, bare)
            .map(why -> new Violation(Violation.UNSUPPORTED, "verificationMethod/" + at, why))
            .ifPresent(skipped::add);
      } else {
        throw malformed("holds something else than keys", "verificationMethod");
      }
    }
    TrustList built = list.build();
    if (built.size() == 0 && references.isEmpty()) {
      throw malformed("has no key that can be used", "verificationMethod");
    }
    return new DidTrustList(built, references, skipped);
  }

  private static JsonObject object(byte[] document) {
    try {
      if (Json.read(document, LIMITS) instanceof JsonObject object) {
        return object;
      }
      throw malformed("is no JSON object", "document");
    } catch (FormatException e) {
      throw new TrustException(Reason.MALFORMED, "DID document", e.reason(), e.where(), e);
    }
  }

  private static TrustException malformed(String what, String where) {
    return new TrustException(Reason.MALFORMED, "DID document", what, where);
  }

  /**
   * The keys.
   *
   * @return the list
   */
  public TrustList list() {
    return list;
  }

  /**
   * Other documents this one names, which the caller may fetch and read.
   *
   * @return DIDs
   */
  public List<String> references() {
    return references;
  }

  /**
   * What was passed over, and why.
   *
   * @return places and reasons
   */
  public List<Violation> skipped() {
    return skipped;
  }

  @Override
  public String toString() {
    return list + ", " + references.size() + " references, " + skipped.size() + " passed over";
  }
}
