package id.simpul.core;

import id.simpul.core.internal.net.IpAddresses;
import id.simpul.core.value.AddressBlock;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which addresses a client may connect to. A client whose base URL was typed by its operator needs
 * no rule; one that fetches from URLs that strangers name does, or it can be made to ask machines
 * that only it can reach (server-side request forgery).
 *
 * <p>Under {@link #publicOnly()} every address a name resolves to is checked before a connection is
 * made, and the connection goes to an address that was checked: the name is not looked up again. If
 * one address of a name is refused, the name is. Plain {@code http} is refused; redirects are not
 * followed, proxies and cookies not used, connections not kept for the next call. Immutable.
 */
public final class AddressPolicy {
  private static final AddressPolicy ANY = new AddressPolicy(false, false, List.of());
  private static final AddressPolicy PUBLIC_ONLY = new AddressPolicy(true, false, List.of());

  private final boolean restricted;
  private final boolean loopback;
  private final List<AddressBlock> allowed;

  private AddressPolicy(boolean restricted, boolean loopback, List<AddressBlock> allowed) {
    this.restricted = restricted;
    this.loopback = loopback;
    this.allowed = allowed;
  }

  /**
   * Any address, {@code http} and {@code https}, through whatever proxy the machine uses. For
   * clients whose endpoint is configuration.
   *
   * @return the policy
   */
  public static AddressPolicy anyAddress() {
    return ANY;
  }

  /**
   * {@code https} to public addresses alone. Every special-purpose address is refused (RFC 6890 and
   * the IANA registries): loopback, private, shared, link local, multicast, documentation and the
   * rest, also where IPv6 embeds it, and the metadata services of clouds.
   *
   * @return the policy
   */
  public static AddressPolicy publicOnly() {
    return PUBLIC_ONLY;
  }

  /**
   * Also allows networks of one's own, for agencies that are reached inside them. Plain {@code
   * http} stays refused there, and so do the metadata services of clouds. Of no effect on {@link
   * #anyAddress()}.
   *
   * @param networks blocks within private, shared or unique local address space (RFC 1918, RFC
   *     6598, RFC 4193)
   * @return a copy
   * @throws IllegalArgumentException when a block reaches beyond that
   */
  public AddressPolicy allowing(AddressBlock... networks) {
    for (AddressBlock network : networks) {
      if (!SpecialAddresses.isPrivate(network)) {
        throw new IllegalArgumentException(
            network + " reaches beyond private, shared and unique local addresses");
      }
    }
    return new AddressPolicy(
        restricted, loopback, Stream.concat(allowed.stream(), Arrays.stream(networks)).toList());
  }

  /**
   * Also allows this machine itself, and plain {@code http} to it, for development, tests and
   * examples. Nothing else becomes weaker. Of no effect on {@link #anyAddress()}.
   *
   * @return a copy
   */
  public AddressPolicy allowInsecureLoopbackForDevelopment() {
    return new AddressPolicy(restricted, true, allowed);
  }

  /**
   * Whether addresses are looked at.
   *
   * @return false for {@link #anyAddress()} alone
   */
  public boolean isRestricted() {
    return restricted;
  }

  /**
   * Whether plain {@code http} may go to this machine itself.
   *
   * @return true for {@link #anyAddress()}, and where development is allowed
   */
  public boolean allowsInsecureLoopback() {
    return loopback || !restricted;
  }

  /**
   * Why an address may not be connected to.
   *
   * @param address the address, however it was found
   * @return the rule it breaks, a phrase such as {@code private use (RFC 1918)}, or empty when it
   *     may
   */
  public Optional<String> refusal(InetAddress address) {
    if (!restricted) {
      return Optional.empty();
    }
    InetAddress meant = IpAddresses.unmapped(Objects.requireNonNull(address, "address"));
    if (loopback && meant.isLoopbackAddress()) {
      return Optional.empty();
    }
    boolean listed = allowed.stream().anyMatch(block -> block.contains(meant));
    return listed ? SpecialAddresses.cloudService(meant) : SpecialAddresses.purpose(meant);
  }

  @Override
  public String toString() {
    if (!restricted) {
      return "any address";
    }
    return "public addresses"
        + (allowed.isEmpty() ? "" : " and " + allowed)
        + (loopback ? ", insecure loopback allowed for development" : "");
  }
}
