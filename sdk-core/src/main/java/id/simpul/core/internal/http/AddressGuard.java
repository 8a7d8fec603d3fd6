package id.simpul.core.internal.http;

import id.simpul.core.AddressPolicy;
import id.simpul.core.internal.net.IpAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Holds a client to its address policy. OkHttp connects to exactly the addresses its {@link Dns}
 * returns, so names are checked there, each address before any connection. A host written as an
 * address never gets there: it is checked as the request passes, last of all that may change it.
 * Thread-safe.
 */
final class AddressGuard implements Dns, Interceptor {
  private static final String LOCALHOST = "localhost";

  private final AddressPolicy policy;
  private final Dns dns;

  /**
   * Makes a guard.
   *
   * @param policy the policy
   * @param dns what looks names up
   */
  AddressGuard(AddressPolicy policy, Dns dns) {
    this.policy = policy;
    this.dns = dns;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    HttpUrl url = chain.request().url();
    if (IpAddresses.isNumeric(url.host())) {
      // Java takes "127.1" and "2130706433" for addresses too, and four numbers alone are clear.
      check(
          url.host(),
          IpAddresses.parse(url.host())
              .orElseThrow(
                  () -> new RefusedAddressException(url.host(), "not four decimal numbers")));
    }
    if (!url.isHttps() && !mayGoPlain(url.host())) {
      throw new RefusedAddressException(url.host(), "plain http");
    }
    return chain.proceed(chain.request());
  }

  private boolean mayGoPlain(String host) {
    boolean loopback =
        host.equals(LOCALHOST)
            || IpAddresses.parse(host).filter(InetAddress::isLoopbackAddress).isPresent();
    return loopback && policy.allowsInsecureLoopback();
  }

  @Override
  public List<InetAddress> lookup(String hostname) throws UnknownHostException {
    List<InetAddress> addresses = List.copyOf(dns.lookup(hostname));
    for (InetAddress address : addresses) {
      check(hostname, address);
      if (hostname.equals(LOCALHOST) && !address.isLoopbackAddress()) {
        // Plain http may go to this name, because it means this machine (RFC 6761, section 6.3).
        throw new RefusedAddressException(hostname, "not loopback (RFC 6761)");
      }
    }
    return addresses;
  }

  private void check(String host, InetAddress address) throws RefusedAddressException {
    Optional<String> rule = policy.refusal(address);
    if (rule.isPresent()) {
      throw new RefusedAddressException(host, rule.get());
    }
  }
}
