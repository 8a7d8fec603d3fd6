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

/**
 * {@link SatuSehatClient} without waiting. Each future completes as the method of the same name
 * there returns or throws; cancelling it, or a future derived from it, ends the call down to its
 * socket. A write that was cancelled may have been sent all the same: {@link #settle} finds out. A
 * search is read to its end. At most {@link #MAX_RUNNING} calls run at once. Thread-safe.
 */
public interface SatuSehatAsyncClient {
  /** Calls that run at once; the pace lets fewer of them through. */
  int MAX_RUNNING = 64;

  /** Calls that wait for one of those to end; one more fails as {@code OVERLOADED}. */
  int MAX_WAITING = 1024;

  /**
   * Finds patients by their population number.
   *
   * @param nik the number
   * @return the patients
   */
  CompletableFuture<List<Patient>> findPatientsByNik(Nik nik);

  /**
   * Finds patients by population number, name and birth date.
   *
   * @param nik the number
   * @param name a name
   * @param birthDate the birth date
   * @return the patients
   */
  CompletableFuture<List<Patient>> findPatientsByNikAndName(
      Nik nik, String name, LocalDate birthDate);

  /**
   * Finds patients by name, birth date and gender.
   *
   * @param name a name
   * @param birthDate the birth date
   * @param gender the gender
   * @return the patients
   */
  CompletableFuture<List<Patient>> findPatientsByNameAndGender(
      String name, LocalDate birthDate, AdministrativeGender gender);

  /**
   * Finds newborns by their mother's population number.
   *
   * @param mother the mother's number
   * @return the patients
   */
  CompletableFuture<List<Patient>> findNewbornsByMother(Nik mother);

  /**
   * Finds health workers by their population number.
   *
   * @param nik the number
   * @return the health workers
   */
  CompletableFuture<List<Practitioner>> findPractitionersByNik(Nik nik);

  /**
   * Finds resources of one kind.
   *
   * @param type the kind
   * @param params the server's search parameters, unencoded
   * @param <T> its class
   * @return what is found on all pages
   */
  <T extends Resource> CompletableFuture<List<T>> search(FhirType<T> type, Params params);

  /**
   * Reads one resource.
   *
   * @param type its kind
   * @param id its id
   * @param <T> its class
   * @return the resource
   */
  <T extends Resource> CompletableFuture<ApiResponse<T>> read(FhirType<T> type, String id);

  /**
   * Stores a new resource, once.
   *
   * @param resource the resource, without an id
   * @param <T> its class
   * @return what became of it
   */
  <T extends Resource> CompletableFuture<WriteResult<T>> create(T resource);

  /**
   * Finds out what became of a write whose outcome is unknown.
   *
   * @param resource the resource as it was sent
   * @param <T> its class
   * @return what became of it
   */
  <T extends Resource> CompletableFuture<WriteResult<T>> settle(T resource);

  /**
   * Settles a write and sends it a second time, once in its life.
   *
   * @param resource the resource as it was sent
   * @param <T> its class
   * @return what became of it
   */
  <T extends Resource> CompletableFuture<WriteResult<T>> sendAgain(T resource);

  /**
   * Replaces a resource as a whole, if nobody has changed it since it was read.
   *
   * @param resource the resource, with its id
   * @param versionId the version it was read in
   * @param <T> its class
   * @return the resource as it is now
   */
  <T extends Resource> CompletableFuture<ApiResponse<T>> update(T resource, String versionId);

  /**
   * Changes a resource in part, if nobody has changed it since it was read.
   *
   * @param type its kind
   * @param id its id
   * @param versionId the version it was read in
   * @param patch the changes
   * @param <T> its class
   * @return the resource as it is now
   */
  <T extends Resource> CompletableFuture<ApiResponse<T>> patch(
      FhirType<T> type, String id, String versionId, JsonPatch patch);

  /**
   * Stores the resources of a transaction, all or none.
   *
   * @param transaction the resources
   * @return what became of each, in their order
   */
  CompletableFuture<ApiResponse<List<TransactionResult>>> transact(Transaction transaction);
}
