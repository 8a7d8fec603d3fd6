package id.simpul.identity.internal.federation;

import java.util.Optional;

/**
 * A host, or all hosts below a domain (RFC 5280, section 4.2.1.10, the syntax for URIs).
 *
 * @param name the host or domain in normal form
 * @param isDomain whether it stands for what lies one or more labels below, and not for the name
 *     itself
 */
record NamePattern(String name, boolean isDomain) {
  /**
   * Reads a pattern.
   *
   * @param text {@code node.x.go.id} for a host, {@code .x.go.id} for all below a domain
   * @return the pattern, or empty when it is neither
   */
  static Optional<NamePattern> parse(String text) {
    boolean isDomain = text.startsWith(".");
    return HostName.normal(isDomain ? text.substring(1) : text)
        .map(name -> new NamePattern(name, isDomain));
  }

  /** Whether it stands for a host, given in normal form. */
  boolean matches(String host) {
    return isDomain ? host.endsWith("." + name) : host.equals(name);
  }
}
