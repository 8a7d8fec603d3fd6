package id.simpul.health;

import id.simpul.core.ApiResponse;
import id.simpul.core.RequestOptions;
import id.simpul.core.TransportException;
import id.simpul.core.ValidationException;
import id.simpul.core.format.FormatException;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Violation;
import id.simpul.core.value.Nik;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.Patient;
import id.simpul.health.fhir.Practitioner;
import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.internal.satusehat.FhirBase;
import id.simpul.health.internal.satusehat.PagedSearch;
import id.simpul.health.internal.satusehat.SafeWrite;
import id.simpul.health.internal.satusehat.SatuSehatCalls;
import id.simpul.health.wire.Created;
import id.simpul.health.wire.ResourceKey;
import id.simpul.health.wire.ResourcePatch;
import id.simpul.health.wire.ResourceSearch;
import id.simpul.health.wire.SatuSehatV1;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The client over {@link SatuSehatCalls}. */
final class DefaultSatuSehatClient implements SatuSehatClient {
  private final SatuSehatEnvironment environment;
  private final SatuSehatCalls calls;
  private final SatuSehatRules rules;
  private final WriteJournal journal;
  private final RequestOptions options;

  DefaultSatuSehatClient(
      SatuSehatEnvironment environment,
      SatuSehatCalls calls,
      SatuSehatRules rules,
      WriteJournal journal,
      RequestOptions options) {
    this.environment = environment;
    this.calls = calls;
    this.rules = rules;
    this.journal = journal;
    this.options = Objects.requireNonNull(options, "options");
  }

  @Override
  public SearchResults<Patient> findPatientsByNik(Nik nik) {
    return search(Patient.TYPE, identifier(IdentifierSystems.NIK, nik));
  }

  @Override
  public SearchResults<Patient> findPatientsByNikAndName(
      Nik nik, String name, LocalDate birthDate) {
    Params params = nameAndBirthDate(name, birthDate);
    return search(
        Patient.TYPE,
        Params.builder().addAll(params).addAll(identifier(IdentifierSystems.NIK, nik)).build());
  }

  @Override
  public SearchResults<Patient> findPatientsByNameAndGender(
      String name, LocalDate birthDate, AdministrativeGender gender) {
    return search(Patient.TYPE, nameAndBirthDate(name, birthDate).with("gender", gender.code()));
  }

  @Override
  public SearchResults<Patient> findNewbornsByMother(Nik mother) {
    return search(Patient.TYPE, identifier(IdentifierSystems.MOTHER_NIK, mother));
  }

  @Override
  public SearchResults<Practitioner> findPractitionersByNik(Nik nik) {
    return search(Practitioner.TYPE, identifier(IdentifierSystems.NIK, nik));
  }

  private static Params identifier(String system, Nik nik) {
    return Params.EMPTY.with("identifier", system + "|" + nik.reveal());
  }

  private static Params nameAndBirthDate(String name, LocalDate birthDate) {
    if (name.strip().length() < MIN_NAME_LENGTH) {
      throw new ValidationException(
          "SatuSehatClient",
          List.of(
              new Violation(
                  Violation.LENGTH, "name", "at least " + MIN_NAME_LENGTH + " characters")));
    }
    return Params.EMPTY.with("name", name.strip()).with("birthdate", birthDate.toString());
  }

  @Override
  public <T extends Resource> SearchResults<T> search(FhirType<T> type, Params params) {
    ResourceSearch search = new ResourceSearch(type.name(), params);
    return new PagedSearch<>(
        search,
        type,
        new FhirBase(environment),
        page -> call(SatuSehatV1.SEARCH, page),
        SearchResults.MAX_PAGES);
  }

  @Override
  public <T extends Resource> ApiResponse<T> read(FhirType<T> type, String id) {
    return typed(call(SatuSehatV1.READ, key(type, id)), type, SatuSehatV1.READ);
  }

  private static ResourceKey key(FhirType<?> type, String id) {
    if (!ResourceKey.isId(id)) {
      throw invalid("id", "1 to 64 letters, digits, - and .");
    }
    return new ResourceKey(type.name(), id);
  }

  private static ValidationException invalid(String where, String message) {
    return new ValidationException(
        "SatuSehatClient", List.of(new Violation(Violation.MALFORMED, where, message)));
  }

  // The version as a weak entity tag, which is how FHIR names versions (3.1.0.1.3).
  private SatuSehatClient ifMatch(String versionId) {
    if (!ResourceKey.isId(versionId)) {
      throw invalid("versionId", "1 to 64 letters, digits, - and .");
    }
    return withOptions(options.withHeader("If-Match", "W/\"" + versionId + "\""));
  }

  @Override
  public <T extends Resource> WriteResult<T> create(T resource) {
    requireRules(resource);
    FhirJson.toBytes(resource);
    return write(resource, WriteState.NEW).run();
  }

  @Override
  public <T extends Resource> WriteResult<T> settle(T resource) {
    return write(resource, WriteState.UNKNOWN).settle(answerLost());
  }

  @Override
  public <T extends Resource> WriteResult<T> sendAgain(T resource) {
    requireRules(resource);
    FhirJson.toBytes(resource);
    return write(resource, WriteState.UNKNOWN).sendAgain(answerLost());
  }

  private TransportException answerLost() {
    return new TransportException(
        fhirBase(), SatuSehatV1.CREATE.id(), TransportException.Kind.IO, 1, Duration.ZERO, null);
  }

  private <T extends Resource> SafeWrite<T> write(T resource, WriteState from) {
    SafeWrite.Server<T> server =
        new SafeWrite.Server<>() {
          @Override
          public ApiResponse<Created> send(T sent) {
            return call(SatuSehatV1.CREATE, sent);
          }

          @Override
          public Iterable<ApiResponse<Bundle>> search(Params key) {
            return DefaultSatuSehatClient.this.search(typeOf(resource), key).pages();
          }

          @Override
          public void pause() throws InterruptedException {
            calls.pause();
          }
        };
    return new SafeWrite<>(resource, typeOf(resource), from, server, journal);
  }

  // A resource's type is its own; one without a class goes by the kind it says it is.
  @SuppressWarnings("unchecked")
  private static <T extends Resource> FhirType<T> typeOf(T resource) {
    FhirType<T> own = (FhirType<T>) resource.fhirType();
    return new FhirType<>(resource.resourceType(), own::read);
  }

  @Override
  public <T extends Resource> ApiResponse<T> update(T resource) {
    requireRules(resource);
    return typed(call(SatuSehatV1.UPDATE, resource), typeOf(resource), SatuSehatV1.UPDATE);
  }

  @Override
  public <T extends Resource> ApiResponse<T> update(T resource, String versionId) {
    return ifMatch(versionId).update(resource);
  }

  @Override
  public <T extends Resource> ApiResponse<T> patch(
      FhirType<T> type, String id, String versionId, JsonPatch patch) {
    return ifMatch(versionId).patch(type, id, patch);
  }

  @Override
  public <T extends Resource> ApiResponse<T> patch(FhirType<T> type, String id, JsonPatch patch) {
    List<RuleViolation> violations = rules.check(type.name(), patch);
    if (!violations.isEmpty()) {
      throw new SatuSehatRulesException(type.name(), violations);
    }
    ResourcePatch change = new ResourcePatch(key(type, id), patch);
    return typed(call(SatuSehatV1.PATCH, change), type, SatuSehatV1.PATCH);
  }

  @Override
  public ApiResponse<List<TransactionResult>> transact(Transaction transaction) {
    transaction.bundle().entry().stream()
        .flatMap(entry -> entry.resource().stream())
        .forEach(this::requireRules);
    ApiResponse<Bundle> answer = call(SatuSehatV1.TRANSACT, transaction.bundle());
    List<Bundle.Entry> entries = answer.body().entry();
    List<String> fullUrls = transaction.fullUrls();
    List<TransactionResult> results = new ArrayList<>();
    for (int i = 0; i < Math.min(entries.size(), fullUrls.size()); i++) {
      TransactionResult.of(fullUrls.get(i), entries.get(i)).ifPresent(results::add);
    }
    if (results.size() != fullUrls.size() || entries.size() != fullUrls.size()) {
      throw unusable(answer, "does not answer every entry", SatuSehatV1.TRANSACT);
    }
    for (int i = 0; i < results.size(); i++) {
      // In another order every id would be given to another record.
      Optional<String> sent =
          transaction.bundle().entry().get(i).resource().map(Resource::resourceType);
      Optional<String> told = results.get(i).resourceType();
      if (told.isPresent() && !told.equals(sent)) {
        throw unusable(answer, "answers the entries in another order", SatuSehatV1.TRANSACT);
      }
    }
    return with(answer, List.copyOf(results));
  }

  @Override
  public List<RuleViolation> check(Resource resource) {
    return rules.check(resource);
  }

  private void requireRules(Resource resource) {
    List<RuleViolation> violations = rules.check(resource);
    if (!violations.isEmpty()) {
      throw new SatuSehatRulesException(resource.resourceType(), violations);
    }
  }

  @Override
  public SatuSehatMasterData masterData() {
    return new DefaultSatuSehatMasterData(calls, options);
  }

  @Override
  public SatuSehatClient withOptions(RequestOptions other) {
    return new DefaultSatuSehatClient(environment, calls, rules, journal, other);
  }

  @Override
  public SatuSehatClient withJournal(WriteJournal more) {
    Objects.requireNonNull(more, "more");
    WriteJournal both =
        step -> {
          more.note(step);
          journal.note(step);
        };
    return new DefaultSatuSehatClient(environment, calls, rules, both, options);
  }

  @Override
  public SatuSehatAsyncClient async() {
    return new DefaultSatuSehatAsyncClient(
        end -> withOptions(options.withEnd(end)), calls::callAsync);
  }

  private <I, O> ApiResponse<O> call(Operation<I, O> operation, I input) {
    return calls.call(SatuSehatService.FHIR, operation, input, options);
  }

  private <T extends Resource> ApiResponse<T> typed(
      ApiResponse<Resource> answer, FhirType<T> type, Operation<?, ?> operation) {
    try {
      return with(answer, FhirJson.of(answer.body().json(), type));
    } catch (FormatException e) {
      throw unusable(answer, "answered with another kind of resource", operation);
    }
  }

  private SatuSehatAnswerException unusable(
      ApiResponse<?> answer, String what, Operation<?, ?> operation) {
    return new SatuSehatAnswerException(
        SatuSehatAnswerException.Reason.UNUSABLE,
        fhirBase().toString(),
        what,
        operation.id(),
        answer.requestId().orElse(null));
  }

  private URI fhirBase() {
    return environment.base(SatuSehatService.FHIR);
  }

  private static <T> ApiResponse<T> with(ApiResponse<?> answer, T body) {
    return new ApiResponse<>(
        answer.status(), answer.headers(), answer.requestId().orElse(null), body);
  }

  @Override
  public void close() {
    calls.close();
  }

  @Override
  public String toString() {
    return "SatuSehatClient[" + fhirBase() + "]";
  }
}
