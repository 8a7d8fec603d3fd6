package id.simpul.identity.http;

import java.time.Duration;
import java.util.List;

/**
 * The numbers and names of the profile {@code simpul-v1} of RFC 9421, as its section 1.4 asks of an
 * application.
 *
 * <p>A request covers, in this order: {@link #REQUEST_COMPONENTS}; {@link #CONTENT_COMPONENTS} if
 * and only if there is content; each of {@link #REQUIRED_IF_PRESENT} the request has. A GET or
 * DELETE has no content.
 *
 * <p>An answer covers, in this order: {@code "@status"}; {@link #CONTENT_COMPONENTS} if and only if
 * there is content; {@code "@method";req}, {@code "@target-uri";req}, {@code "content-digest";req}
 * if the request has one, and {@code "signature";req;key="<label of the request's signature>"}. The
 * last one binds it to one request. Errors are signed like successes.
 *
 * <p>More components may follow: header fields without parameters, and in requests {@code
 * "@authority"}, {@code "@scheme"}, {@code "@path"} and {@code "@query"}. The component parameters
 * {@code sf}, {@code bs} and {@code tr}, {@code key} beyond the use above, {@code "@query-param"}
 * and {@code "@request-target"} are refused, and so is any component that occurs twice.
 *
 * <p>The signature parameters are {@code created}, {@code expires}, {@code nonce}, {@code keyid}
 * and {@code tag}, each once and in any order. {@code keyid} is the signer's entity identifier,
 * {@code #}, and the RFC 7638 thumbprint of the key. {@code alg} may stand beside them if it names
 * the key's own algorithm; the key decides, {@code alg} never does. Other parameters are refused,
 * and so are keys whose algorithm RFC 9421 has no name for: ML-DSA-65 signs no HTTP message.
 *
 * <p>A message carries exactly one signature with our tag. Signatures with other tags are ignored:
 * they are neither trusted nor a reason to refuse. Labels mean nothing, so they only have to be
 * unique.
 */
public final class SignatureProfile {
  /** The {@code tag} parameter (RFC 9421, 2.3), which says that this profile is meant. */
  public static final String TAG = "simpul-v1";

  /** The label our signers use; verifiers take any. */
  public static final String LABEL = "simpul";

  /** The longest time from {@code created} to {@code expires}; also what our signers ask for. */
  public static final Duration MAX_LIFETIME = Duration.ofSeconds(60);

  /** How far {@code created} may be from the verifier's clock, before or after. */
  public static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

  /** Random bytes in a nonce, which is written in base64url without padding: 22 characters. */
  public static final int NONCE_BYTES = 16;

  /**
   * The most characters of {@code Signature-Input}, {@code Signature} and {@code Content-Digest},
   * each with its lines joined.
   */
  public static final int MAX_FIELD_LENGTH = 8 * 1024;

  /** The most signatures in one message, foreign ones included. */
  public static final int MAX_SIGNATURES = 8;

  /** The most components one signature covers. */
  public static final int MAX_COMPONENTS = 32;

  /** The most content, in bytes: 10 MiB. */
  public static final int MAX_CONTENT_BYTES = 10 * 1024 * 1024;

  /** What every request covers first. */
  public static final List<String> REQUEST_COMPONENTS = List.of("@method", "@target-uri");

  /** What a message with content covers next. */
  public static final List<String> CONTENT_COMPONENTS = List.of("content-digest", "content-type");

  /** The header fields a request covers whenever it has them. */
  public static final List<String> REQUIRED_IF_PRESENT =
      List.of("authorization", "dpop", "idempotency-key", "simpul-on-behalf-of");

  private SignatureProfile() {}
}
