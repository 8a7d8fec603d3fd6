package id.simpul.health.wire;

import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.NoInput;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.ProblemDetails;
import java.util.List;

/**
 * What a verifier of health certificates fetches: keys and revoked cards of issuers of SMART Health
 * Cards (framework 1.4), trust lists, and lists of revoked certificates. The endpoint of each is
 * its whole address. What comes out is a document nobody has looked at.
 */
public final class CertificatesV1 {
  private static final MediaType JSON = new MediaType("application/json", "");

  /** The keys of an issuer: {@code iss} and {@code /.well-known/jwks.json}. */
  public static final Operation<NoInput, byte[]> GET_CARD_KEYS =
      get("health-cards.v1.keys.get", JSON, "Gives the keys of an issuer of health cards.");

  /** The cards of a key that were taken back: {@code /.well-known/crl/<kid>.json}. */
  public static final Operation<NoInput, byte[]> GET_REVOKED_CARDS =
      get("health-cards.v1.revocations.get", JSON, "Gives the health cards that were taken back.");

  /** Certificates of document signers, in PEM or base64, one after the other. */
  public static final Operation<NoInput, byte[]> GET_TRUST_LIST =
      get(
          "trust-lists.v1.lists.get",
          new MediaType("text/plain", ""),
          "Gives the certificates of signers that somebody trusts.");

  /** The health certificates that somebody took back. */
  public static final Operation<NoInput, byte[]> GET_REVOKED_CERTIFICATES =
      get(
          "trust-lists.v1.revocations.get",
          JSON,
          "Gives the health certificates that were taken back, by hashes.");

  /** A DID document of the WHO's network. */
  public static final Operation<NoInput, byte[]> GET_DID_DOCUMENT =
      get("trust-lists.v1.documents.get", JSON, "Gives the keys of a network as a DID document.");

  /** Those there are. */
  public static final List<Operation<?, ?>> OPERATIONS =
      List.of(
          GET_CARD_KEYS,
          GET_REVOKED_CARDS,
          GET_TRUST_LIST,
          GET_REVOKED_CERTIFICATES,
          GET_DID_DOCUMENT);

  private CertificatesV1() {}

  private static Operation<NoInput, byte[]> get(String id, MediaType type, String summary) {
    return Operation.<NoInput, byte[]>builder(id, Method.GET, "")
        .summary(summary)
        .output(new BytesFormat(type))
        .errors(List.of(ProblemDetails.FORMAT))
        .fails(404, "There is no such list.")
        .fails(503, "The server is too busy.")
        .input(NoInput.NONE);
  }
}
