package id.simpul.identity.credential;

import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a credential's status stands (Token Status List, draft 20, section 6.2). Immutable.
 *
 * @param index its place in the list, 0 to {@link #MAX_INDEX}
 * @param uri the list: an {@code https} URL without fragment and user, of at most {@link
 *     #MAX_URI_LENGTH} characters; plain {@code http} is taken for loopback hosts alone, and
 *     fetched only where development allows it
 */
public record StatusReference(long index, URI uri) {
  /** The largest index: the largest whole number every JSON reader keeps exactly. */
  public static final long MAX_INDEX = 1L << 53;

  /** The longest address of a list. */
  public static final int MAX_URI_LENGTH = 2048;

  private static final String WHO = "credential";
  private static final Pattern DIGITS = Pattern.compile("0|[1-9][0-9]{0,15}");
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /** Checks index and address. */
  public StatusReference {
    if (index < 0 || index > MAX_INDEX) {
      throw new IllegalArgumentException("An index lies between 0 and 2^53");
    }
    checkAddress(uri);
  }

  static void checkAddress(URI uri) {
    String text = uri.toString();
    boolean ascii = text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    String host = uri.getHost();
    boolean secure = "https".equals(uri.getScheme());
    boolean loopback = host != null && "http".equals(uri.getScheme()) && LOOPBACK.contains(host);
    if (text.length() > MAX_URI_LENGTH
        || !ascii
        || host == null
        || !(secure || loopback)
        || uri.getRawFragment() != null
        || uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "A status list is an https URL of at most "
              + MAX_URI_LENGTH
              + " characters without fragment and user");
    }
  }

  /**
   * Finds the reference in a credential that has been verified. Whoever asks a list before that
   * tells its host which forgeries are about (section 8.3).
   *
   * @param claims all claims of the credential
   * @return the reference, or empty when there is no {@code status}: the issuer never takes it back
   * @throws TrustException {@code MALFORMED} when {@code idx} or {@code uri} is not what it should
   *     be; {@code STATUS_UNKNOWN} when the status stands elsewhere than in a status list
   */
  public static Optional<StatusReference> find(JsonObject claims) {
    JsonValue status = claims.members().get("status");
    if (status == null) {
      return Optional.empty();
    }
    if (!(status instanceof JsonObject mechanisms)) {
      throw malformed("is not an object", "status");
    }
    JsonValue list = mechanisms.members().get("status_list");
    if (list == null) {
      throw new TrustException(
          Reason.STATUS_UNKNOWN, WHO, "has a status in another place than a list", "status");
    }
    if (!(list instanceof JsonObject reference)) {
      throw malformed("is not an object", "status_list");
    }
    return Optional.of(read(reference));
  }

  private static StatusReference read(JsonObject reference) {
    long index = index(reference);
    if (!(reference.members().get("uri") instanceof JsonString uri)) {
      throw malformed("is missing or not a string", "uri");
    }
    try {
      return new StatusReference(index, URI.create(uri.value()));
    } catch (IllegalArgumentException e) {
      // Its message may quote the address, so it does not go on.
      throw malformed("is not an https URL without fragment and user", "uri");
    }
  }

  private static long index(JsonObject reference) {
    if (reference.members().get("idx") instanceof JsonNumber number
        && DIGITS.matcher(number.lexeme()).matches()) {
      long index = Long.parseLong(number.lexeme());
      if (index <= MAX_INDEX) {
        return index;
      }
    }
    throw malformed("is not a whole number from 0 to 2^53", "idx");
  }

  private static TrustException malformed(String what, String where) {
    return new TrustException(Reason.MALFORMED, WHO, what, where);
  }

  /**
   * What stands in a credential as {@code status}.
   *
   * @return the JSON form
   */
  public JsonObject toJson() {
    JsonObject.Builder reference = JsonObject.builder();
    reference.put("idx", JsonNumber.of(index)).put("uri", uri.toString());
    return JsonObject.builder().put("status_list", reference.build()).build();
  }

  /** The list and not the index, which names one credential. */
  @Override
  public String toString() {
    return "an entry of " + uri;
  }
}
