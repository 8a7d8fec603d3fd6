package id.simpul.identity.internal.federation;

import id.simpul.identity.EntityId;
import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Brings host names into the one form in which they are compared. */
final class HostName {
  /** Characters of a host name (RFC 1035, section 2.3.4), without the final dot. */
  static final int MAX_LENGTH = 253;

  /** The last label of a name begins with a letter; an IPv4 address has a digit there. */
  private static final Pattern TOP_LABEL = Pattern.compile("(?:.*\\.)?[a-z][a-z0-9-]*");

  /**
   * Letters and joiners that the two editions of IDNA write differently (RFC 5894, section 7.2), so
   * that nobody can say which host is meant.
   */
  private static final Pattern AMBIGUOUS = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

  private HostName() {}

  /**
   * The host of an entity identifier. Port and user are no part of it.
   *
   * @param entity the entity
   * @return the host in normal form, or empty when it is an IP address, which has no name
   */
  static Optional<String> of(EntityId entity) {
    return normal(URI.create(entity.value()).getHost());
  }

  /**
   * The normal form of a name.
   *
   * @param name a name as somebody wrote it
   * @return lower case, A-labels (RFC 5890), no final dot; or empty when it is no host name
   */
  static Optional<String> normal(String name) {
    String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (bare.isEmpty() || bare.length() > MAX_LENGTH || AMBIGUOUS.matcher(bare).find()) {
      return Optional.empty();
    }
    try {
      String host = IDN.toASCII(bare, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      boolean isName = host.length() <= MAX_LENGTH && TOP_LABEL.matcher(host).matches();
      return isName ? Optional.of(host) : Optional.empty();
    } catch (IllegalArgumentException e) {
      // Not the letters, digits and hyphens of host names, or a label too long or empty.
      return Optional.empty();
    }
  }
}
