package id.simpul.health.internal.bulk;

import id.simpul.core.ApiException;
import id.simpul.core.CallException;
import id.simpul.core.ContractException;
import id.simpul.core.RequestOptions;
import id.simpul.core.SimpulException;
import id.simpul.core.TransportException;
import id.simpul.core.format.FormatException;
import id.simpul.core.operation.Headers;
import id.simpul.health.bulk.BulkExportException;
import id.simpul.health.bulk.BulkExportResult;
import id.simpul.health.bulk.BulkManifest;
import id.simpul.health.wire.BulkDataV2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches one file of an export. It is there under its own name when all of it is on disk; what a
 * broken transfer left is built upon where the server lets it. Thread-safe; each file is fetched by
 * one thread.
 *
 * @param folder where to
 * @param server where from
 * @param listing what is to be fetched, as the server last said it
 * @param waits the waits between attempts
 * @param terms the terms of each transfer
 * @param room how large a file may be
 */
record Fetching(
    ExportFolder folder,
    ServerCalls server,
    Listing listing,
    Waits waits,
    RequestOptions terms,
    PartFile.Room room) {
  /** How often one file is tried in one run. */
  static final int MAX_ATTEMPTS = 4;

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final String TOO_LARGE = TransportException.Kind.ANSWER_TOO_LARGE.code();
  private static final int RANGE_NOT_SATISFIABLE = 416;
  // What a server says of a link that has run out.
  private static final Set<Integer> STALE = Set.of(401, 403, 404, 410);

  /** What became of a file. */
  sealed interface Outcome {}

  record Fetched(BulkExportResult.File file) implements Outcome {}

  record Failed(BulkExportResult.Failure failure) implements Outcome {}

  /** The file, if it is on disk already. */
  static Optional<BulkExportResult.File> onDisk(ExportFolder folder, Place place, String type) {
    for (boolean gzip : new boolean[] {false, true}) {
      Path path = folder.path(place.name(gzip));
      if (Files.isRegularFile(path)) {
        return Optional.of(new BulkExportResult.File(type, path, gzip));
      }
    }
    return Optional.empty();
  }

  Outcome fetch(Place place) {
    PartFile part = new PartFile(folder.path(place.name(false) + ".part"), room);
    String reason = "";
    Duration wait = FIRST_WAIT;
    boolean refreshed = false;
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      BulkManifest manifest = listing.current();
      BulkManifest.Item item = place.in(manifest);
      boolean foreign = manifest.requiresAccessToken() && !server.isOwn(item.url());
      if (foreign) {
        reason = "needs the token, and stands at another origin";
        break;
      }
      try {
        return new Fetched(transfer(place, item, manifest.requiresAccessToken(), part));
      } catch (ApiException e) {
        reason = "the server answered " + e.status();
        if (e.status() == RANGE_NOT_SATISFIABLE) {
          clear(part);
        } else if (STALE.contains(e.status())) {
          if (refreshed) {
            break;
          }
          refreshed = true;
          listing.refresh(manifest);
          continue;
        }
        wait = e.retryAfter().filter(asked -> asked.compareTo(Polling.MAX_WAIT) < 0).orElse(wait);
      } catch (TransportException | ContractException e) {
        checkDisk(part);
        checkEnded();
        reason = reason(e, part);
      } catch (FormatException e) {
        clear(part);
        reason = e.reason();
      } catch (IOException e) {
        throw ExportFolder.disk(e);
      }
      if (part.isTooLarge() || reason.equals(TOO_LARGE)) {
        break;
      }
      if (attempt < MAX_ATTEMPTS) {
        waits.take(wait);
        wait = wait.multipliedBy(2);
      }
    }
    leave(part);
    return new Failed(
        new BulkExportResult.Failure(
            place.in(listing.current()).type(), place.name(false), reason));
  }

  private BulkExportResult.File transfer(
      Place place, BulkManifest.Item item, boolean token, PartFile part) throws IOException {
    RequestOptions options = terms;
    for (Headers.Field field : part.rangeFields().fields()) {
      options = options.withHeader(field.name(), field.value());
    }
    boolean gzip;
    try {
      gzip = server.at(BulkDataV2.file(part), item.url(), token, options).body();
    } catch (SimpulException e) {
      part.leave();
      throw e;
    }
    long lines = part.lines(gzip, this::checkEnded);
    if (item.count() >= 0 && lines != item.count()) {
      throw new FormatException("file", "has another number of lines than the server says");
    }
    Path path = folder.path(place.name(gzip));
    part.forgetTag();
    folder.moveInto(folder.path(place.name(false) + ".part"), path);
    return new BulkExportResult.File(item.type(), path, gzip);
  }

  // A broken transfer is built upon. Whoever asked for the rest of what is wrong would be told the
  // same.
  private static String reason(CallException failure, PartFile part) {
    String reason = failure instanceof TransportException lost ? lost.kind().code() : "not a file";
    if (failure instanceof ContractException || reason.equals(TOO_LARGE)) {
      clear(part);
    }
    return reason;
  }

  private void checkDisk(PartFile part) {
    IOException failure = part.diskFailure();
    if (failure != null) {
      throw ExportFolder.disk(failure);
    }
  }

  private void checkEnded() {
    if (waits.isEnded()) {
      throw waits.ended();
    }
  }

  private static void clear(PartFile part) {
    try {
      part.discard();
    } catch (IOException e) {
      throw ExportFolder.disk(e);
    }
  }

  private static void leave(PartFile part) {
    try {
      part.leave();
    } catch (IOException e) {
      throw ExportFolder.disk(e);
    }
  }

  /** What is to be fetched, as the server last said it. */
  interface Listing {
    /**
     * The list as it is now, asked for anew when its links have run out.
     *
     * @return the list
     * @throws BulkExportException when it cannot be had, or is another
     */
    BulkManifest current();

    /**
     * Asks for the list anew, unless somebody has since.
     *
     * @param stale the list whose link ran out
     */
    void refresh(BulkManifest stale);
  }
}
