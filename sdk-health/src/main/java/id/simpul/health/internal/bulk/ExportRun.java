package id.simpul.health.internal.bulk;

import id.simpul.core.ApiException;
import id.simpul.core.ApiResponse;
import id.simpul.core.CallException;
import id.simpul.core.RequestOptions;
import id.simpul.core.Timeouts;
import id.simpul.core.operation.Params;
import id.simpul.health.bulk.BulkExportException;
import id.simpul.health.bulk.BulkExportException.Reason;
import id.simpul.health.bulk.BulkExportResult;
import id.simpul.health.bulk.BulkManifest;
import id.simpul.health.bulk.BulkProgress;
import id.simpul.health.wire.BulkAnswer;
import id.simpul.health.wire.BulkDataV2;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One run of an export: asks for it or takes it up where the folder left it, waits, fetches. Made
 * for one run.
 */
public final class ExportRun implements Fetching.Listing {
  private final ServerCalls server;
  private final ExportFolder folder;
  private final Terms terms;
  private final Waits waits;
  private final Consumer<BulkProgress> progress;
  private final Object lock = new Object();
  private ExportState state;

  /**
   * The terms of a run.
   *
   * @param clock the wall clock
   * @param patience how long the server may take to gather the records
   * @param fileTimeout how long one file may take
   * @param parallel how many files are fetched at once
   * @param maxFileBytes the largest file, as it travels
   * @param maxPlainBytes the largest file, once it is opened
   */
  public record Terms(
      InstantSource clock,
      Duration patience,
      Duration fileTimeout,
      int parallel,
      long maxFileBytes,
      long maxPlainBytes) {
    /** Checks that clock and times are given. */
    public Terms {
      Objects.requireNonNull(clock, "clock");
      Objects.requireNonNull(patience, "patience");
      Objects.requireNonNull(fileTimeout, "fileTimeout");
    }
  }

  private ExportRun(
      ServerCalls server,
      ExportFolder folder,
      Terms terms,
      Waits waits,
      Consumer<BulkProgress> progress,
      ExportState state) {
    this.server = server;
    this.folder = folder;
    this.terms = terms;
    this.waits = waits;
    this.progress = progress;
    this.state = state;
  }

  /**
   * What is asked for.
   *
   * @param below where below the base
   * @param params the parameters
   * @param name one text for requests that ask for the same
   */
  public record Question(String below, Params params, String name) {
    /** Checks that all members are given. */
    public Question {
      Objects.requireNonNull(below, "below");
      Objects.requireNonNull(params, "params");
      Objects.requireNonNull(name, "name");
    }
  }

  /**
   * Asks for an export, or takes it up.
   *
   * @param server the server
   * @param folder the folder
   * @param terms the terms
   * @param waits the waits, and what ends the run
   * @param question what is asked for
   * @param progress told how far it has come, on the calling thread
   * @return the run
   */
  public static ExportRun begin(
      ServerCalls server,
      ExportFolder folder,
      Terms terms,
      Waits waits,
      Question question,
      Consumer<BulkProgress> progress) {
    Optional<ExportState> known = folder.load();
    if (known.isPresent() && !known.get().request().equals(question.name())) {
      throw new BulkExportException(
          Reason.FOLDER, "the folder", "holds what another request asked for", null);
    }
    if (known.isEmpty()) {
      // Files have the same names in every export: one that was there before would be taken for
      // new.
      folder.clear();
    }
    ExportState state = known.orElseGet(() -> kickOff(server, question, waits));
    if (known.isEmpty()) {
      folder.save(state);
    }
    return new ExportRun(server, folder, terms, waits, progress, state);
  }

  private static ExportState kickOff(ServerCalls server, Question question, Waits waits) {
    try {
      ApiResponse<BulkAnswer> answer =
          server.atBase(BulkDataV2.KICK_OFF, question.below(), question.params(), calm(waits));
      URI status = server.statusUrl(answer.body());
      return new ExportState(question.name(), status, null, null);
    } catch (ApiException e) {
      throw new BulkExportException(
          Reason.REFUSED,
          server.base().toString(),
          "refused the export with " + e.status() + ServerCalls.told(e),
          null);
    } catch (CallException e) {
      throw waits.isEnded()
          ? waits.ended()
          : new BulkExportException(
              Reason.UNREACHABLE,
              server.base().toString(),
              "did not take the export" + ServerCalls.told(e),
              null);
    }
  }

  private static RequestOptions calm(Waits waits) {
    return RequestOptions.NONE.withLimits(ExportState.LIMITS).withEnd(waits.signal());
  }

  /**
   * Waits for the records and fetches them.
   *
   * @return what is on disk in the end
   */
  public BulkExportResult finish() {
    synchronized (lock) {
      if (state.manifest() == null) {
        ask(progress);
      }
    }
    BulkManifest manifest = current();
    List<Place> places = Place.of(manifest);
    List<BulkExportResult.Failure> failures = fetchMissing(places);
    BulkExportResult result =
        new BulkExportResult(
            manifest.transactionTime(),
            files(places, Place.Kind.OUTPUT),
            files(places, Place.Kind.ERROR),
            files(places, Place.Kind.DELETED),
            failures);
    int files = places.size();
    tell(BulkProgress.Phase.DONE, files - failures.size(), files);
    return result;
  }

  private List<BulkExportResult.File> files(List<Place> places, Place.Kind kind) {
    return places.stream()
        .filter(p -> p.kind() == kind)
        .flatMap(p -> Fetching.onDisk(folder, p, p.type()).stream())
        .toList();
  }

  private List<BulkExportResult.Failure> fetchMissing(List<Place> places) {
    List<Place> missing =
        places.stream().filter(p -> Fetching.onDisk(folder, p, p.type()).isEmpty()).toList();
    tell(BulkProgress.Phase.FETCHING, places.size() - missing.size(), places.size());
    if (missing.isEmpty()) {
      return List.of();
    }
    Timeouts times =
        Timeouts.DEFAULT.withAttempt(terms.fileTimeout()).withCall(terms.fileTimeout());
    RequestOptions options = RequestOptions.NONE.withTimeouts(times).withEnd(waits.signal());
    PartFile.Room room = new PartFile.Room(terms.maxFileBytes(), terms.maxPlainBytes());
    Fetching fetching = new Fetching(folder, server, this, waits, options, room);
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(terms.parallel(), missing.size()),
            task -> {
              Thread thread = new Thread(task, "simpul-bulk");
              thread.setDaemon(true);
              return thread;
            });
    try {
      CompletionService<Fetching.Outcome> work = new ExecutorCompletionService<>(threads);
      missing.forEach(place -> work.submit(() -> fetching.fetch(place)));
      return collect(work, missing.size(), places.size());
    } finally {
      // After the last file nothing runs; after a failure nothing is to run on.
      waits.end();
      threads.shutdownNow();
      awaitEnd(threads);
    }
  }

  private List<BulkExportResult.Failure> collect(
      CompletionService<Fetching.Outcome> work, int missing, int all) {
    List<BulkExportResult.Failure> failures = new ArrayList<>();
    int done = all - missing;
    for (int i = 0; i < missing; i++) {
      try {
        if (work.take().get() instanceof Fetching.Failed failed) {
          failures.add(failed.failure());
        } else {
          done++;
        }
        tell(BulkProgress.Phase.FETCHING, done, all);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw waits.ended();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        }
        throw new IllegalStateException("A transfer failed", e);
      }
    }
    return failures;
  }

  // Whoever is told that the run has ended finds no thread of it still writing.
  private static void awaitEnd(ExecutorService threads) {
    boolean interrupted = false;
    while (true) {
      try {
        if (threads.awaitTermination(1, TimeUnit.SECONDS)) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(BulkProgress.Phase phase, int done, int files) {
    progress.accept(new BulkProgress(phase, "", done, files));
  }

  @Override
  public BulkManifest current() {
    synchronized (lock) {
      Instant expires = state.expires();
      if (expires != null && !terms.clock().instant().isBefore(expires)) {
        ask(words -> {});
      }
      return known();
    }
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // another thread may have asked for one that says the same
  public void refresh(BulkManifest stale) {
    synchronized (lock) {
      if (known().equals(stale)) {
        ask(words -> {});
      }
    }
  }

  private BulkManifest known() {
    return Objects.requireNonNull(state.manifest(), "manifest");
  }

  // The URLs may be others than before, and nothing else.
  private void ask(Consumer<BulkProgress> told) {
    Polling polling = new Polling(server, terms.clock(), waits, terms.patience());
    Polling.Found found = polling.await(state.status(), calm(waits), told);
    BulkManifest fresh = found.ready().manifest();
    BulkManifest before = state.manifest();
    if (before != null
        && !(before.transactionTime().equals(fresh.transactionTime())
            && Place.of(before).equals(Place.of(fresh)))) {
      throw server.unusable("names other files than before");
    }
    state = new ExportState(state.request(), state.status(), fresh, found.expires());
    folder.save(state);
  }

  /**
   * Lets the server forget an export.
   *
   * @param server the server
   * @param folder its folder
   * @param waits what ends the call
   * @return whether the folder held one
   */
  public static boolean discard(ServerCalls server, ExportFolder folder, Waits waits) {
    Optional<ExportState> state = folder.load();
    if (state.isEmpty()) {
      return false;
    }
    try {
      server.at(BulkDataV2.CANCEL, state.get().status(), true, calm(waits));
    } catch (ApiException e) {
      if (!Polling.GONE.contains(e.status())) {
        throw new BulkExportException(
            Reason.REFUSED,
            server.base().toString(),
            "did not end the export" + ServerCalls.told(e),
            null);
      }
    } catch (CallException e) {
      throw new BulkExportException(
          Reason.UNREACHABLE,
          server.base().toString(),
          "did not end the export" + ServerCalls.told(e),
          null);
    }
    folder.forget();
    return true;
  }
}
