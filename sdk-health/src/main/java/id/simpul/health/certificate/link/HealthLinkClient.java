package id.simpul.health.certificate.link;

import id.simpul.core.AddressPolicy;
import id.simpul.core.ApiException;
import id.simpul.core.ClientConfig;
import id.simpul.core.SimpulException;
import id.simpul.core.operation.Problem;
import id.simpul.core.value.Secret;
import id.simpul.health.certificate.link.HealthLinkException.Reason;
import id.simpul.health.internal.fetch.Fetches;
import id.simpul.health.wire.HealthLinksV1;
import id.simpul.health.wire.ManifestRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what SMART Health Links lead to. Links name addresses of strangers, so each is looked at
 * before it is connected to. A manifest is asked for once: a wrong passcode costs an attempt.
 * Thread-safe; close it when done.
 */
public final class HealthLinkClient implements AutoCloseable {
  /** The longest file that is wanted in a manifest itself, in characters. */
  public static final int MAX_EMBEDDED_LENGTH = 1024 * 1024;

  /** The most bytes of all files of one link. */
  public static final int MAX_TOTAL_BYTES = 32 * 1024 * 1024;

  /** The most characters of who asks. */
  public static final int MAX_RECIPIENT_LENGTH = 200;

  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  private final String recipient;
  private final Fetches fetches;
  private final InstantSource clock;

  /**
   * Makes a client.
   *
   * @param recipient who asks, for the person who shares to read: an organisation's name, 1 to
   *     {@link #MAX_RECIPIENT_LENGTH} characters
   * @param addresses where it may connect to, {@link AddressPolicy#publicOnly()}
   * @param clock says whether a link is over
   * @throws IllegalArgumentException for a policy that looks at no addresses, or nobody who asks
   */
  public HealthLinkClient(String recipient, AddressPolicy addresses, InstantSource clock) {
    this(
        recipient,
        ClientConfig.builder(ClientConfig.NO_BASE_URL).addressPolicy(addresses).build(),
        clock);
  }

  /**
   * Makes a client over a configuration, for an observer or for certificates of one's own. Its base
   * URL, retries, timeouts and limits are not used.
   *
   * @param recipient who asks
   * @param config the configuration, with a policy that restricts addresses
   * @param clock says whether a link is over
   * @throws IllegalArgumentException as above
   */
  public HealthLinkClient(String recipient, ClientConfig config, InstantSource clock) {
    if (recipient.isBlank() || recipient.length() > MAX_RECIPIENT_LENGTH) {
      throw new IllegalArgumentException("Who asks has a name of reasonable length");
    }
    this.recipient = recipient;
    this.clock = Objects.requireNonNull(clock, "clock");
    fetches = new Fetches(config);
  }

  /**
   * Fetches the files of a link that needs no passcode.
   *
   * @param link the link
   * @return its files of the three known kinds, opened; nothing in them is verified
   * @throws HealthLinkException when they cannot be had or opened
   * @throws SimpulException when the server cannot be reached
   */
  public List<LinkedFile> files(HealthLink link) {
    return files(link, null);
  }

  /**
   * Fetches the files of a link.
   *
   * @param link the link
   * @param passcode what whoever shares told, or null
   * @return its files of the three known kinds, opened; nothing in them is verified
   * @throws HealthLinkException {@code PASSCODE_WRONG} says how many attempts are left; and when
   *     they cannot be had or opened
   * @throws SimpulException when the server cannot be reached
   */
  public List<LinkedFile> files(HealthLink link, @Nullable Secret passcode) {
    if (link.expiresAt().filter(end -> !end.isAfter(clock.instant())).isPresent()) {
      throw new HealthLinkException(Reason.EXPIRED, "is over", null);
    }
    if (link.flags().contains(LinkFlag.PASSCODE) && passcode == null) {
      throw new HealthLinkException(Reason.PASSCODE_REQUIRED, "wants a passcode", null);
    }
    try {
      return link.flags().contains(LinkFlag.DIRECT)
          ? List.of(LinkEncryption.decrypt(fetched(direct(link.url())), link.key(), null))
          : ofManifest(link, passcode);
    } catch (ApiException e) {
      throw refused(e);
    }
  }

  private List<LinkedFile> ofManifest(HealthLink link, @Nullable Secret passcode) {
    ManifestRequest request = new ManifestRequest(recipient, passcode, MAX_EMBEDDED_LENGTH);
    byte[] manifest =
        fetches.post(HealthLinksV1.REQUEST_MANIFEST, request, link.url(), LinkManifest.MAX_BYTES);
    List<LinkedFile> files = new ArrayList<>();
    long total = 0;
    for (LinkManifest.Entry entry : LinkManifest.read(manifest)) {
      String jwe =
          entry.embedded() == null
              ? fetched(Objects.requireNonNull(entry.location(), "location"))
              : entry.embedded();
      LinkedFile file = LinkEncryption.decrypt(jwe, link.key(), entry.contentType());
      total += file.content().length;
      if (total > MAX_TOTAL_BYTES) {
        throw new HealthLinkException(Reason.MALFORMED, "has files that are too large", null);
      }
      files.add(file);
    }
    return List.copyOf(files);
  }

  private String fetched(URI address) {
    try {
      byte[] jwe = fetches.get(HealthLinksV1.GET_FILE, address, LinkEncryption.MAX_LENGTH);
      return new String(jwe, StandardCharsets.US_ASCII).strip();
    } catch (IllegalArgumentException e) {
      throw new HealthLinkException(Reason.MALFORMED, "has a file at no address", e);
    }
  }

  private URI direct(URI url) {
    String query = "recipient=" + URLEncoder.encode(recipient, StandardCharsets.UTF_8);
    return URI.create(url + (url.getRawQuery() == null ? "?" : "&") + query);
  }

  private static SimpulException refused(ApiException refusal) {
    return switch (refusal.status()) {
      case UNAUTHORIZED ->
          new HealthLinkException(
              Reason.PASSCODE_WRONG, "wants another passcode", remaining(refusal), refusal);
      case NOT_FOUND, GONE -> new HealthLinkException(Reason.INACTIVE, "is not active", refusal);
      default -> refusal;
    };
  }

  private static int remaining(ApiException refusal) {
    return refusal.problems().stream()
        .filter(problem -> problem.code().equals(HealthLinksV1.REMAINING_ATTEMPTS))
        .map(Problem::description)
        .findFirst()
        .map(Integer::parseInt)
        .orElse(-1);
  }

  /** Ends it: fetches that still run fail. */
  @Override
  public void close() {
    fetches.close();
  }

  @Override
  public String toString() {
    return "client for health links";
  }
}
