package id.simpul.core.internal.http;

import id.simpul.core.ClientConfig;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.OkHttpClient;

/** Makes the OkHttp client a pipeline stands on. */
final class HttpClients {
  /** Connections kept open while idle. */
  static final int MAX_IDLE_CONNECTIONS = 64;

  /**
   * How long an idle connection is kept: a little less than the five seconds after which common
   * servers hang up, because a submission that meets a dead connection may not be repeated.
   */
  static final Duration KEEP_ALIVE = Duration.ofSeconds(4);

  /** How often a connection of HTTP/2 is asked for a sign of life. */
  static final Duration PING_INTERVAL = Duration.ofSeconds(10);

  private HttpClients() {}

  static OkHttpClient create(ClientConfig config) {
    OkHttpClient.Builder builder =
        config.httpClient().map(OkHttpClient::newBuilder).orElseGet(HttpClients::own);
    if (config.addressPolicy().isRestricted()) {
      guard(builder, config);
    }
    // The timeouts of an attempt and of the call are set on each exchange; those of a single read
    // or write would add nothing to them. A dispatcher of our own keeps the caller's calls apart.
    return builder
        .dispatcher(dispatcher())
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .authenticator(Authenticator.NONE)
        .connectTimeout(Nanos.toMillis(config.timeouts().connect()), TimeUnit.MILLISECONDS)
        .callTimeout(Duration.ZERO)
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .addInterceptor(new ConnectTimeout())
        .addNetworkInterceptor(new SendMarker())
        .build();
  }

  // A proxy would look names up itself, a cookie or a cached answer carry something from one
  // stranger to another. Nor are connections kept: each call is checked anew, no stranger holds a
  // socket of ours, and none fails because the last connection has died meanwhile.
  private static void guard(OkHttpClient.Builder builder, ClientConfig config) {
    Dns dns = config.httpClient().map(OkHttpClient::dns).orElse(Dns.SYSTEM);
    AddressGuard guard =
        new AddressGuard(config.addressPolicy(), new TimedDns(dns, config.timeouts().connect()));
    builder
        .dns(guard)
        .connectionPool(new ConnectionPool(0, KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS))
        .proxy(Proxy.NO_PROXY)
        .cookieJar(CookieJar.NO_COOKIES)
        .cache(null)
        .addInterceptor(guard);
  }

  private static OkHttpClient.Builder own() {
    return new OkHttpClient.Builder()
        .connectionPool(
            new ConnectionPool(MAX_IDLE_CONNECTIONS, KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS))
        .pingInterval(PING_INTERVAL);
  }

  private static Dispatcher dispatcher() {
    // OkHttp's own limit is five asynchronous calls per host.
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(AsyncCalls.MAX_RUNNING);
    dispatcher.setMaxRequestsPerHost(AsyncCalls.MAX_RUNNING);
    return dispatcher;
  }
}
