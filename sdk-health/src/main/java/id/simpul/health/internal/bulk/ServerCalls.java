package id.simpul.health.internal.bulk;

import id.simpul.core.ApiException;
import id.simpul.core.ApiResponse;
import id.simpul.core.CallException;
import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.core.RetryPolicy;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.NoInput;
import id.simpul.core.operation.Operation;
import id.simpul.core.value.Secret;
import id.simpul.health.bulk.BulkExportException;
import id.simpul.health.bulk.BulkExportException.Reason;
import id.simpul.health.wire.BulkAnswer;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls to the server of an export, and to wherever its files are. The token goes to the origin of
 * the server's base and nowhere else, whatever a URL or a redirect says. Thread-safe.
 *
 * @param base the server's FHIR base
 * @param own calls to its origin
 * @param other calls to other origins, to addresses that strangers may name
 * @param token gives a token that can be used now, or null when the server asks for none
 */
public record ServerCalls(
    URI base, OperationClient own, OperationClient other, @Nullable Supplier<Secret> token) {
  /** The most redirects followed for one answer. */
  static final int MAX_REDIRECTS = 3;

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  /** Whether a URL is at the origin of the base. */
  boolean isOwn(URI url) {
    return origin(url).equals(origin(base));
  }

  /** Calls an operation at the base. */
  <I, O> ApiResponse<O> atBase(
      Operation<I, O> operation, String below, I input, RequestOptions terms) {
    URI endpoint = URI.create(base + below);
    return own.call(operation, input, authorised(terms.withEndpoint(endpoint)));
  }

  /**
   * Calls an operation where the server says.
   *
   * @param operation what to call
   * @param url where
   * @param withToken whether the token is to be shown, if the origin may see it
   * @param terms the terms of the call
   */
  <O> ApiResponse<O> at(
      Operation<NoInput, O> operation, URI url, boolean withToken, RequestOptions terms) {
    URI target = url;
    for (int redirects = 0; ; redirects++) {
      RequestOptions there = terms.withEndpoint(target).withRetry(RetryPolicy.NONE);
      try {
        if (!isOwn(target)) {
          return other.call(operation, NoInput.NONE, there);
        }
        return own.call(operation, NoInput.NONE, withToken ? authorised(there) : there);
      } catch (ApiException e) {
        Optional<URI> next = redirect(e, target);
        // Elsewhere nothing is to be deleted, whoever says so.
        boolean elsewhere = operation.method() != Method.GET && !next.map(this::isOwn).orElse(true);
        if (next.isEmpty() || redirects == MAX_REDIRECTS || elsewhere) {
          throw e;
        }
        target = next.get();
      }
    }
  }

  private RequestOptions authorised(RequestOptions terms) {
    RequestOptions once = terms.withRetry(RetryPolicy.NONE);
    return token == null
        ? once
        : once.withHeader("Authorization", "Bearer " + token.get().reveal());
  }

  private static Optional<URI> redirect(ApiException answer, URI from) {
    Optional<String> location = answer.headers().first("Location");
    if (!REDIRECTS.contains(answer.status()) || location.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI next = from.resolve(location.get());
      boolean safe = "https".equals(next.getScheme()) || "http".equals(from.getScheme());
      return next.getHost() != null && safe ? Optional.of(next) : Optional.empty();
    } catch (IllegalArgumentException e) {
      // Its message quotes the URL; the refusal that led here is what is told.
      return Optional.empty();
    }
  }

  /** Checks where the server will tell of an export. */
  URI statusUrl(BulkAnswer answer) {
    String location = answer instanceof BulkAnswer.Pending pending ? pending.location() : "";
    URI url = null;
    try {
      url = location.isBlank() ? null : base.resolve(location);
    } catch (IllegalArgumentException e) {
      throw unusable("says where it tells of the export in a text that is no URL");
    }
    if (url == null || url.getHost() == null) {
      throw unusable("does not say where it tells of the export");
    }
    if (!isOwn(url)) {
      throw unusable("tells of the export at another origin, where no token may go");
    }
    return url;
  }

  /**
   * What is known of a call that failed, for a message. The exception itself names the URL it
   * called, which may be all that is needed to read a file, so it goes no further.
   */
  static String told(CallException failure) {
    return " ("
        + failure.code()
        + failure.requestId().map(id -> ", request " + id).orElse("")
        + ")";
  }

  BulkExportException unusable(String what) {
    return new BulkExportException(Reason.UNUSABLE, base.toString(), what, null);
  }

  private static String origin(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    int port = url.getPort();
    if (port < 0) {
      port = scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
    }
    return scheme + "://" + String.valueOf(url.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
  }

  @Override
  public String toString() {
    return "ServerCalls[" + base + "]";
  }
}
