package id.simpul.health.vaccination;

import id.simpul.core.ApiException;
import id.simpul.core.ApiResponse;
import id.simpul.core.CallException;
import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.core.ValidationException;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Operation;
import id.simpul.health.bulk.LineError;
import id.simpul.health.fhir.Resource;
import id.simpul.health.vaccination.wire.FileQuery;
import id.simpul.health.vaccination.wire.Manifest;
import id.simpul.health.vaccination.wire.Published;
import id.simpul.health.vaccination.wire.SchedulingLinksV1;
import id.simpul.health.vaccination.wire.SlotFile;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what a publisher publishes, each file as often as it may be fetched, and keeps what it
 * had. Used by one thread at a time.
 *
 * @param own fetches from the origin of the manifest
 * @param others fetches from anywhere else
 * @param contents what is known of each file, by its URL
 */
record PublishedFiles(
    OperationClient own, OperationClient others, Map<URI, Read<SlotFile>> contents)
    implements AutoCloseable {
  private static final int NOT_MODIFIED = 304;
  private static final Pattern MAX_AGE =
      Pattern.compile("(?:^|[ ,])max-age=\"?([0-9]{1,9})\"?(?:$|[ ,])", Pattern.CASE_INSENSITIVE);

  PublishedFiles(OperationClient own, OperationClient others) {
    this(own, others, new HashMap<>());
  }

  /**
   * What was read of a file.
   *
   * @param content what it says
   * @param entityTag its {@code ETag}, {@code ""} when it has none
   * @param nextAt when it may be asked for again
   */
  record Read<T>(T content, String entityTag, Instant nextAt) {}

  /** The manifest; fails when it cannot be had. */
  Read<Manifest> manifest(URI url, @Nullable Read<Manifest> known, Instant now) {
    return read(own, SchedulingLinksV1.GET_MANIFEST, url, known, now);
  }

  /**
   * What a file holds now, or held before when it cannot be had now; nothing when this reading had
   * it, or has no room for it.
   */
  List<Resource> resources(URI manifest, Manifest.Output file, OneReading reading) {
    List<LineError> problems = reading.problems();
    Instant now = reading.now();
    Optional<URI> url = url(manifest, file.url());
    if (url.isEmpty()) {
      problems.add(SlotDirectory.whole("manifest", "names a file that is no URL"));
      return List.of();
    }
    boolean sameOrigin = sameOrigin(manifest, url.get());
    if (!sameOrigin && !"https".equals(url.get().getScheme())) {
      problems.add(SlotDirectory.whole("manifest", "names a file at another origin without https"));
      return List.of();
    }
    if (!reading.visits(url.get())) {
      return List.of();
    }
    String name = name(url.get());
    Read<SlotFile> known = contents.get(url.get());
    if (known == null || !now.isBefore(known.nextAt())) {
      known =
          reading.isLate()
              ? unasked(url.get(), known, now, problems)
              : fetch(sameOrigin ? own : others, url.get(), known, now, problems);
    }
    known.content().problems().stream()
        .map(p -> new LineError(name, p.line(), p.offset(), p.reason()))
        .forEach(problems::add);
    if (!reading.takes(known.content())) {
      contents.remove(url.get());
      return List.of();
    }
    return known.content().resources();
  }

  /** Forgets the files a reading did not name: names may change with each publication. */
  void keepOnly(OneReading reading) {
    contents.keySet().retainAll(reading.urls());
  }

  /** What a file was before, when there is no more time to ask. */
  private static Read<SlotFile> unasked(
      URI url, @Nullable Read<SlotFile> known, Instant now, List<LineError> problems) {
    problems.add(SlotDirectory.whole(name(url), "was not asked for: reading takes too long"));
    return known == null ? new Read<>(SlotFile.of(List.of()), "", now) : known;
  }

  private Read<SlotFile> fetch(
      OperationClient client,
      URI url,
      @Nullable Read<SlotFile> known,
      Instant now,
      List<LineError> problems) {
    Read<SlotFile> read;
    try {
      read = read(client, SchedulingLinksV1.GET_FILE, url, known, now);
    } catch (CallException | ValidationException e) {
      problems.add(SlotDirectory.whole(name(url), "could not be read now: " + e.code()));
      SlotFile before = known == null ? SlotFile.of(List.of()) : known.content();
      read = new Read<>(before, known == null ? "" : known.entityTag(), after(e, now));
    }
    contents.put(url, read);
    return read;
  }

  private static <T> Read<T> read(
      OperationClient client,
      Operation<FileQuery, Published<T>> operation,
      URI url,
      @Nullable Read<T> known,
      Instant now) {
    FileQuery query = new FileQuery("", known == null ? "" : known.entityTag());
    try {
      ApiResponse<Published<T>> answer =
          client.call(operation, query, RequestOptions.NONE.withEndpoint(url));
      return new Read<>(
          answer.body().content(),
          answer.headers().first("ETag").orElse(""),
          now.plus(interval(answer.headers())));
    } catch (ApiException e) {
      if (e.status() == NOT_MODIFIED && known != null) {
        return new Read<>(known.content(), known.entityTag(), now.plus(interval(e.headers())));
      }
      throw e;
    }
  }

  private static Duration interval(Headers headers) {
    Matcher age = MAX_AGE.matcher(headers.first("Cache-Control").orElse(""));
    return bounded(age.find() ? Duration.ofSeconds(Long.parseLong(age.group(1))) : Duration.ZERO);
  }

  /** When to try again after a failure. */
  static Instant after(RuntimeException failure, Instant now) {
    return now.plus(
        bounded(
            failure instanceof ApiException e
                ? e.retryAfter().orElse(Duration.ZERO)
                : Duration.ZERO));
  }

  private static Duration bounded(Duration asked) {
    if (asked.compareTo(SlotDirectory.MIN_INTERVAL) < 0) {
      return SlotDirectory.MIN_INTERVAL;
    }
    return asked.compareTo(SlotDirectory.MAX_INTERVAL) > 0 ? SlotDirectory.MAX_INTERVAL : asked;
  }

  private static Optional<URI> url(URI manifest, String text) {
    try {
      URI url = manifest.resolve(new URI(text)).normalize();
      boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      boolean plain = url.getRawUserInfo() == null && url.getRawFragment() == null;
      return web && plain && url.getHost() != null && !text.isBlank()
          ? Optional.of(url)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty(); // told of as a problem
    }
  }

  private static boolean sameOrigin(URI one, URI other) {
    return one.getScheme().equals(other.getScheme())
        && one.getHost().equalsIgnoreCase(other.getHost())
        && one.getPort() == other.getPort();
  }

  // A query may hold what only the publisher and its readers should know.
  private static String name(URI url) {
    return url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath();
  }

  @Override
  public void close() {
    try (own;
        others) {
      contents.clear();
    }
  }
}
