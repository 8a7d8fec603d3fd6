package id.simpul.health;

import id.simpul.core.ApiResponse;
import id.simpul.core.operation.Params;
import id.simpul.core.value.Nik;
import id.simpul.health.fhir.Patient;
import id.simpul.health.fhir.Practitioner;
import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.type.FhirType;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The waiting client on other threads.
 *
 * @param views gives a view of the client whose calls end with a signal
 * @param runner runs what waits
 */
record DefaultSatuSehatAsyncClient(
    Function<CompletionStage<?>, SatuSehatClient> views, Runner runner)
    implements SatuSehatAsyncClient {

  /** Runs what waits on a thread of its own. */
  interface Runner {
    /**
     * Runs it.
     *
     * @param work what to run, given what completes when its caller gives it up
     * @param <T> what it yields
     * @return its future
     */
    <T> CompletableFuture<T> run(Function<CompletionStage<?>, T> work);
  }

  private <T> CompletableFuture<T> run(Function<SatuSehatClient, T> call) {
    return runner.run(end -> call.apply(views.apply(end)));
  }

  @Override
  public CompletableFuture<List<Patient>> findPatientsByNik(Nik nik) {
    return run(client -> client.findPatientsByNik(nik).stream().toList());
  }

  @Override
  public CompletableFuture<List<Patient>> findPatientsByNikAndName(
      Nik nik, String name, LocalDate birthDate) {
    return run(client -> client.findPatientsByNikAndName(nik, name, birthDate).stream().toList());
  }

  @Override
  public CompletableFuture<List<Patient>> findPatientsByNameAndGender(
      String name, LocalDate birthDate, AdministrativeGender gender) {
    return run(
        client -> client.findPatientsByNameAndGender(name, birthDate, gender).stream().toList());
  }

  @Override
  public CompletableFuture<List<Patient>> findNewbornsByMother(Nik mother) {
    return run(client -> client.findNewbornsByMother(mother).stream().toList());
  }

  @Override
  public CompletableFuture<List<Practitioner>> findPractitionersByNik(Nik nik) {
    return run(client -> client.findPractitionersByNik(nik).stream().toList());
  }

  @Override
  public <T extends Resource> CompletableFuture<List<T>> search(FhirType<T> type, Params params) {
    return run(client -> client.search(type, params).stream().toList());
  }

  @Override
  public <T extends Resource> CompletableFuture<ApiResponse<T>> read(FhirType<T> type, String id) {
    return run(client -> client.read(type, id));
  }

  @Override
  public <T extends Resource> CompletableFuture<WriteResult<T>> create(T resource) {
    return run(client -> client.create(resource));
  }

  @Override
  public <T extends Resource> CompletableFuture<WriteResult<T>> settle(T resource) {
    return run(client -> client.settle(resource));
  }

  @Override
  public <T extends Resource> CompletableFuture<WriteResult<T>> sendAgain(T resource) {
    return run(client -> client.sendAgain(resource));
  }

  @Override
  public <T extends Resource> CompletableFuture<ApiResponse<T>> update(
      T resource, String versionId) {
    return run(client -> client.update(resource, versionId));
  }

  @Override
  public <T extends Resource> CompletableFuture<ApiResponse<T>> patch(
      FhirType<T> type, String id, String versionId, JsonPatch patch) {
    return run(client -> client.patch(type, id, versionId, patch));
  }

  @Override
  public CompletableFuture<ApiResponse<List<TransactionResult>>> transact(Transaction transaction) {
    return run(client -> client.transact(transaction));
  }

  @Override
  public String toString() {
    return "SatuSehatAsyncClient";
  }
}
