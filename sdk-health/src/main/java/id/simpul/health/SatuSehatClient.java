package id.simpul.health;

import id.simpul.core.ApiResponse;
import id.simpul.core.CallException;
import id.simpul.core.RequestOptions;
import id.simpul.core.ValidationException;
import id.simpul.core.operation.Params;
import id.simpul.core.value.Nik;
import id.simpul.health.fhir.Patient;
import id.simpul.health.fhir.Practitioner;
import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.type.FhirType;
import java.time.LocalDate;
import java.util.List;

/**
 * A client of SATUSEHAT, the national health record. It holds tokens, keeps to a pace the server
 * can bear, checks what it sends, and never loses track of a write. Every answer and every
 * exception carries the {@code x-request-id} the server's support asks for. Thread-safe; close it
 * when done.
 *
 * <p>A kind of resource without a class of its own is reached as {@code new
 * FhirType<>("MedicationRequest", OtherResource.TYPE::read)}.
 *
 * <p>Unless a method says otherwise it throws {@link SatuSehatRefusedException} when the server
 * says no, {@link SatuSehatTokenException} when there is no token, and {@link CallException} when
 * no answer comes or none that can be read.
 */
public interface SatuSehatClient extends AutoCloseable {
  /** The fewest characters of a name that can be searched for. */
  int MIN_NAME_LENGTH = 3;

  /**
   * Starts a client.
   *
   * @param environment where SATUSEHAT stands
   * @param credentials what the facility was given
   * @return a builder with the defaults each method states
   */
  static SatuSehatClientBuilder builder(
      SatuSehatEnvironment environment, SatuSehatCredentials credentials) {
    return new SatuSehatClientBuilder(environment, credentials);
  }

  /**
   * Finds patients by their population number, the first of three searches the server allows.
   *
   * @param nik the number; it appears in the URL and nowhere else
   * @return one patient as a rule; names and numbers come masked
   */
  SearchResults<Patient> findPatientsByNik(Nik nik);

  /**
   * Finds patients by population number, name and birth date, the second search allowed.
   *
   * @param nik the number
   * @param name a name, {@link #MIN_NAME_LENGTH} characters or more
   * @param birthDate the birth date
   * @return the patients
   * @throws ValidationException when the name is too short
   */
  SearchResults<Patient> findPatientsByNikAndName(Nik nik, String name, LocalDate birthDate);

  /**
   * Finds patients by name, birth date and gender, the third search allowed.
   *
   * @param name a name, {@link #MIN_NAME_LENGTH} characters or more
   * @param birthDate the birth date
   * @param gender the gender
   * @return the patients
   * @throws ValidationException when the name is too short
   */
  SearchResults<Patient> findPatientsByNameAndGender(
      String name, LocalDate birthDate, AdministrativeGender gender);

  /**
   * Finds newborns, who have no number yet, by their mother's.
   *
   * @param mother the mother's population number
   * @return the patients
   */
  SearchResults<Patient> findNewbornsByMother(Nik mother);

  /**
   * Finds health workers by their population number.
   *
   * @param nik the number
   * @return one as a rule
   */
  SearchResults<Practitioner> findPractitionersByNik(Nik nik);

  /**
   * Finds resources of one kind.
   *
   * @param type the kind
   * @param params the server's search parameters, unencoded
   * @param <T> its class
   * @return what is found, asked for as it is iterated
   */
  <T extends Resource> SearchResults<T> search(FhirType<T> type, Params params);

  /**
   * Reads one resource.
   *
   * @param type its kind
   * @param id its id, 1 to 64 letters, digits, {@code -} and {@code .}
   * @param <T> its class
   * @return the resource
   * @throws ValidationException when the id is none; nothing was sent
   * @throws SatuSehatAnswerException when the answer is another kind of resource
   */
  <T extends Resource> ApiResponse<T> read(FhirType<T> type, String id);

  /**
   * Stores a new resource, once. When its answer is lost the record is searched for, twice with
   * {@link SatuSehatClientBuilder#resendWait} between, before it is sent a second and last time, so
   * that it is neither stored twice nor reported as failed; what cannot be found out is a result of
   * its own. No exception tells of the server's answer or its absence, but for one that carries the
   * result ({@link SatuSehatJournalException}).
   *
   * @param resource the resource, without an id
   * @param <T> its class
   * @return what became of it
   * @throws ValidationException when it breaks a rule of FHIR; nothing was sent
   * @throws SatuSehatRulesException when it breaks a rule of SATUSEHAT; nothing was sent
   */
  <T extends Resource> WriteResult<T> create(T resource);

  /**
   * Finds out what became of a write whose outcome is unknown, after a crash too: searches, and
   * adopts what is found as it was sent. Sends nothing, however often it is called.
   *
   * @param resource the resource as it was sent
   * @param <T> its class
   * @return what became of it; unknown, and not to be sent again as far as this call can know, when
   *     nothing is found
   */
  <T extends Resource> WriteResult<T> settle(T resource);

  /**
   * Settles a write and sends it a second time when two searches with a wait between them find
   * nothing. A server that still works on the first may store both, so this is called once in the
   * life of a write, for one that {@link WriteResult.Unknown#maySendAgain()} or that a crash left
   * sent once at most; write down that it was called before it is.
   *
   * @param resource the resource as it was sent
   * @param <T> its class
   * @return what became of it
   * @throws ValidationException when it breaks a rule of FHIR; nothing was sent
   * @throws SatuSehatRulesException when it breaks a rule of SATUSEHAT; nothing was sent
   */
  <T extends Resource> WriteResult<T> sendAgain(T resource);

  /**
   * Replaces a resource as a whole. It is sent once; when the answer is lost, read it again.
   *
   * @param resource the resource, with its id
   * @param <T> its class
   * @return the resource as it is now
   * @throws ValidationException when it breaks a rule of FHIR or has no id; nothing was sent
   * @throws SatuSehatRulesException when it breaks a rule of SATUSEHAT; nothing was sent
   */
  <T extends Resource> ApiResponse<T> update(T resource);

  /**
   * Replaces a resource as a whole, if nobody has changed it since it was read ({@code If-Match}).
   *
   * @param resource the resource, with its id
   * @param versionId the version it was read in
   * @param <T> its class
   * @return the resource as it is now
   * @throws ValidationException when it breaks a rule of FHIR, has no id, or the version is none;
   *     nothing was sent
   * @throws SatuSehatRulesException when it breaks a rule of SATUSEHAT; nothing was sent
   * @throws SatuSehatRefusedException of {@code STATE_CONFLICT} when somebody has; read it again
   */
  <T extends Resource> ApiResponse<T> update(T resource, String versionId);

  /**
   * Changes a resource in part, if nobody has changed it since it was read ({@code If-Match}).
   *
   * @param type its kind
   * @param id its id
   * @param versionId the version it was read in
   * @param patch the changes
   * @param <T> its class
   * @return the resource as it is now
   * @throws ValidationException when id or version is none; nothing was sent
   * @throws SatuSehatRulesException when a change breaks a rule of SATUSEHAT; nothing was sent
   * @throws SatuSehatRefusedException of {@code STATE_CONFLICT} when somebody has; read it again
   */
  <T extends Resource> ApiResponse<T> patch(
      FhirType<T> type, String id, String versionId, JsonPatch patch);

  /**
   * Changes a resource in part. It is sent once; when the answer is lost, read it again.
   *
   * @param type its kind
   * @param id its id
   * @param patch the changes
   * @param <T> its class
   * @return the resource as it is now
   * @throws ValidationException when the id is none; nothing was sent
   * @throws SatuSehatRulesException when a change breaks a rule of SATUSEHAT; nothing was sent
   */
  <T extends Resource> ApiResponse<T> patch(FhirType<T> type, String id, JsonPatch patch);

  /**
   * Stores the resources of a transaction, all or none. It is sent once: a {@link
   * SatuSehatRefusedException} or {@link id.simpul.core.TransportException} says whether the
   * outcome is unknown.
   *
   * @param transaction the resources
   * @return what became of each, in their order
   * @throws SatuSehatRulesException when one breaks a rule of SATUSEHAT; nothing was sent
   * @throws SatuSehatAnswerException when the reply does not answer every entry; the outcome is
   *     unknown
   */
  ApiResponse<List<TransactionResult>> transact(Transaction transaction);

  /**
   * The rules of SATUSEHAT a resource breaks, as {@link #create} checks them.
   *
   * @param resource the resource
   * @return every violation with the number the server would name, empty when there is none
   */
  List<RuleViolation> check(Resource resource);

  /**
   * The dictionary of medicines, the regions and the facilities.
   *
   * @return a view that shares this client's tokens and pace
   */
  SatuSehatMasterData masterData();

  /**
   * This client with other terms for every call: timeouts, limits, header fields.
   *
   * @param options the terms; an endpoint is refused, unless the environment lists its origin
   * @return a view; closing it closes this client too
   */
  SatuSehatClient withOptions(RequestOptions options);

  /**
   * This client without waiting.
   *
   * @return a view that shares this client's tokens, pace and options
   */
  SatuSehatAsyncClient async();

  /**
   * This client with one more journal of its writes, told before the one it was built with.
   *
   * @param journal told of every step of every write of the view
   * @return a view; closing it closes this client too
   */
  SatuSehatClient withJournal(WriteJournal journal);

  /** Ends the client: calls in flight are cancelled, a caller's own OkHttp client stays open. */
  @Override
  void close();
}
