package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.ApiResponse;
import id.simpul.core.format.JsonString;
import id.simpul.core.operation.Params;
import id.simpul.core.value.Nik;
import id.simpul.core.value.Secret;
import id.simpul.health.AdministrativeGender;
import id.simpul.health.JsonPatch;
import id.simpul.health.SatuSehatClient;
import id.simpul.health.SatuSehatCredentials;
import id.simpul.health.SatuSehatEnvironment;
import id.simpul.health.SatuSehatProblem;
import id.simpul.health.SatuSehatRefusedException;
import id.simpul.health.SatuSehatService;
import id.simpul.health.SatuSehatTokenException;
import id.simpul.health.Transaction;
import id.simpul.health.TransactionResult;
import id.simpul.health.WriteResult;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.fhir.Encounter;
import id.simpul.health.fhir.Immunization;
import id.simpul.health.fhir.Organization;
import id.simpul.health.fhir.Patient;
import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.type.Meta;
import id.simpul.health.fhir.type.Reference;
import id.simpul.node.NodeHealth;
import id.simpul.node.NodePaths;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SATUSEHAT's client, as it is, against a node. */
class HealthRecordsTest {
  @TempDir Path folder;
  private final HealthPeople people = new HealthPeople(71);
  private final Nik nik = people.nik();
  private final String name = people.name();
  private TestTown town;
  private SatuSehatClient client;

  @BeforeEach
  void start() throws IOException {
    town =
        TestTown.start(
            folder.resolve("data"),
            InstantSource.system(),
            config -> config.health(NodeHealth.NONE.serving()));
    client = client(TestTown.HEALTH);
  }

  @AfterEach
  void stop() {
    client.close();
    town.close();
  }

  private SatuSehatClient client(Secret key) {
    URI base = town.base();
    SatuSehatEnvironment environment =
        SatuSehatEnvironment.dangerouslyOnLoopback(base)
            .with(SatuSehatService.FHIR, URI.create(base + NodePaths.FHIR));
    return SatuSehatClient.builder(environment, new SatuSehatCredentials("rsud", key, "10000004"))
        .build();
  }

  private <T extends Resource> String create(T resource) {
    WriteResult<T> result = client.create(resource);
    assertThat(result).isInstanceOf(WriteResult.Confirmed.class);
    return ((WriteResult.Confirmed<T>) result).id();
  }

  private String patient() {
    return create(HealthPeople.patient(nik, name));
  }

  @Test
  void create_aDoseWithPatientAndEncounter_isReadAgainAsItWasSent() {
    String patient = "Patient/" + patient();
    String encounter = "Encounter/" + create(HealthPeople.encounter(patient, "K-1"));
    Immunization sent = HealthPeople.dose(patient, encounter);
    String id = create(sent);

    ApiResponse<Immunization> answer = client.read(Immunization.TYPE, id);

    assertThat(answer.body().meta().flatMap(Meta::versionId)).isEqualTo(Optional.of("1"));
    sent.json()
        .members()
        .forEach((member, value) ->
            assertThat(answer.body().json().members()).containsEntry(member, value));
    assertThat(client.search(Immunization.TYPE, Params.EMPTY.with("patient", patient.substring(8))))
        .hasSize(1);
  }

  @Test
  void findPatients_eachOfTheLegalShapes_findsThePatient() {
    String id = patient();
    create(HealthPeople.patient(people.nik(), people.name()));

    assertThat(client.findPatientsByNik(nik))
        .extracting(p -> p.id().orElseThrow())
        .containsExactly(id);
    assertThat(client.findPatientsByNikAndName(nik, name.substring(0, 4), HealthPeople.BORN))
        .hasSize(1);
    assertThat(
            client.findPatientsByNameAndGender(
                name.toUpperCase(Locale.ROOT), HealthPeople.BORN, AdministrativeGender.FEMALE))
        .hasSize(1);
    assertThat(
            client.findPatientsByNameAndGender(
                name, HealthPeople.BORN.plusDays(1), AdministrativeGender.FEMALE))
        .isEmpty();
    assertThat(client.findPatientsByNik(people.nik())).isEmpty();
  }

  @Test
  void create_samePatientTwice_isAdoptedOrAConflictAndStoredOnce() {
    patient();

    WriteResult<Patient> again = client.create(HealthPeople.patient(nik, people.name()));

    assertThat(again).isInstanceOf(WriteResult.Conflict.class);
    assertThat(client.findPatientsByNik(nik)).hasSize(1);
  }

  @Test
  void create_sameEncounterNumberTwice_isStoredOnce() {
    String patient = "Patient/" + patient();
    create(HealthPeople.encounter(patient, "K-7"));

    assertThat(client.create(HealthPeople.encounter(patient, "K-7")))
        .isNotInstanceOf(WriteResult.Confirmed.class);
    assertThat(client.search(Encounter.TYPE, Params.EMPTY.with("patient", patient))).hasSize(1);
  }

  @Test
  void search_moreThanAPage_isReadThroughItsLinks() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      ids.add(
          create(
              HealthPeople.read(
                  Organization.TYPE,
                  "{\"resourceType\":\"Organization\",\"name\":\"Puskesmas Contoh " + i + "\"}")));
    }
    Params params = Params.EMPTY.with("name", "puskesmas contoh").with("_count", "3");

    List<Integer> pages = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (ApiResponse<Bundle> page : client.search(Organization.TYPE, params).pages()) {
      pages.add(page.body().entry().size());
      // It is counted once.
      assertThat(page.body().total())
          .isEqualTo(pages.size() == 1 ? Optional.of(7) : Optional.empty());
      page.body().resources(Organization.TYPE).forEach(o -> found.add(o.id().orElseThrow()));
    }

    assertThat(pages).containsExactly(3, 3, 1);
    assertThat(found).containsExactlyElementsOf(ids);
  }

  @Test
  void patch_oneMember_makesTheNextVersion() {
    String id =
        create(
            HealthPeople.read(
                Organization.TYPE, "{\"resourceType\":\"Organization\",\"name\":\"Klinik Lama\"}"));

    ApiResponse<Organization> answer =
        client.patch(
            Organization.TYPE,
            id,
            JsonPatch.builder()
                .replace("/name", "Klinik Baru")
                .add("/language", new JsonString("id"))
                .build());

    assertThat(answer.body().name()).isEqualTo(Optional.of("Klinik Baru"));
    assertThat(answer.body().meta().flatMap(Meta::versionId)).isEqualTo(Optional.of("2"));
    assertThat(client.search(Organization.TYPE, Params.EMPTY.with("name", "klinik lama")))
        .isEmpty();
  }

  @Test
  void update_wholeResource_replacesIt() {
    String id =
        create(
            HealthPeople.read(
                Organization.TYPE, "{\"resourceType\":\"Organization\",\"name\":\"Klinik\"}"));

    client.update(
        HealthPeople.read(
            Organization.TYPE,
            "{\"resourceType\":\"Organization\",\"id\":\"" + id + "\",\"name\":\"RSUD\"}"));

    assertThat(client.read(Organization.TYPE, id).body().name()).isEqualTo(Optional.of("RSUD"));
  }

  @Test
  void transact_referencesAmongEntries_arePutRight() {
    Transaction.Builder transaction = Transaction.builder();
    String patient = transaction.add(HealthPeople.patient(nik, name));
    String encounter = transaction.add(HealthPeople.encounter(patient, "K-2"));
    transaction.add(HealthPeople.dose(patient, encounter));

    List<TransactionResult> results = client.transact(transaction.build()).body();

    assertThat(results).allMatch(TransactionResult::stored);
    assertThat(results)
        .extracting(r -> r.resourceType().orElseThrow())
        .containsExactly("Patient", "Encounter", "Immunization");
    Immunization dose = client.read(Immunization.TYPE, results.get(2).id().orElseThrow()).body();
    assertThat(dose.patient().flatMap(Reference::reference))
        .isEqualTo(Optional.of("Patient/" + results.get(0).id().orElseThrow()));
    assertThat(dose.encounter().flatMap(Reference::reference))
        .isEqualTo(Optional.of("Encounter/" + results.get(1).id().orElseThrow()));
  }

  @Test
  void transact_oneEntryThatIsADuplicate_storesNone() {
    patient();
    Transaction.Builder transaction = Transaction.builder();
    transaction.add(
        HealthPeople.read(
            Organization.TYPE, "{\"resourceType\":\"Organization\",\"name\":\"Klinik Baru\"}"));
    transaction.add(HealthPeople.patient(nik, name));

    assertThatThrownBy(() -> client.transact(transaction.build()))
        .isInstanceOfSatisfying(
            SatuSehatRefusedException.class,
            e -> assertThat(e.kind()).isEqualTo(SatuSehatProblem.Kind.DUPLICATE));
    assertThat(client.search(Organization.TYPE, Params.EMPTY.with("name", "klinik baru")))
        .isEmpty();
  }

  @Test
  void token_keyOfAnotherRole_isRefused() {
    try (SatuSehatClient officer = client(TestTown.OFFICER)) {
      assertThatThrownBy(() -> officer.read(Patient.TYPE, "a"))
          .isInstanceOf(SatuSehatTokenException.class);
    }
  }

  @Test
  void records_afterARestart_areThere() {
    String id = patient();
    client.close();
    town =
        town.restart(
            folder.resolve("data"),
            InstantSource.system(),
            town.nodeKey(),
            config -> config.health(NodeHealth.NONE.serving()));
    client = client(TestTown.HEALTH);

    assertThat(client.findPatientsByNik(nik))
        .extracting(p -> p.id().orElseThrow())
        .containsExactly(id);
  }
}
