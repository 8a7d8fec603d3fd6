package id.simpul.health;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.RequestOptions;
import id.simpul.core.operation.Params;
import id.simpul.core.spi.WorkQueue;
import id.simpul.core.value.Nik;
import id.simpul.core.value.Secret;
import id.simpul.health.bulk.BulkExportClient;
import id.simpul.health.bulk.BulkExportRequest;
import id.simpul.health.bulk.NdjsonOptions;
import id.simpul.health.bulk.NdjsonReader;
import id.simpul.health.bulk.NdjsonWriter;
import id.simpul.health.certificate.HcertContent;
import id.simpul.health.certificate.HcertIssuer;
import id.simpul.health.certificate.HcertVerifier;
import id.simpul.health.certificate.HealthCardIssuer;
import id.simpul.health.certificate.HealthCardVerifier;
import id.simpul.health.certificate.PersonName;
import id.simpul.health.certificate.TrustList;
import id.simpul.health.certificate.TrustListHolder;
import id.simpul.health.certificate.testing.Invented;
import id.simpul.health.certificate.testing.Signer;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.Organization;
import id.simpul.health.fhir.Patient;
import id.simpul.health.fhir.type.FhirDate;
import id.simpul.health.fhir.type.HumanName;
import id.simpul.health.fhir.type.Identifier;
import id.simpul.health.figures.Covid19GoId;
import id.simpul.health.figures.JakartaVillageCsv;
import id.simpul.health.reconciliation.DoseStatement;
import id.simpul.health.reconciliation.Language;
import id.simpul.health.reconciliation.Reconciliation;
import id.simpul.health.reconciliation.RecordVersion;
import id.simpul.health.reconciliation.Register;
import id.simpul.health.reconciliation.StatementSet;
import id.simpul.health.reconciliation.VaccineGroup;
import id.simpul.health.reconciliation.Vaccinee;
import id.simpul.health.reconciliation.WrittenNik;
import id.simpul.health.support.AllLogs;
import id.simpul.health.support.Shown;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.queue.AesGcmCipher;
import id.simpul.queue.SqliteWorkQueue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Plants a NIK, a name, a token and a secret in every part of health, lets each part succeed and
 * fail, and looks for them in everything that was logged at any level, printed, thrown, counted or
 * shown by a value, and in the queue's file.
 */
class HealthRedactionTest {
  private static final Nik NIK = Rig.nik(77);
  private static final String FIRST = "Sarikembangwati";
  private static final String NAME = FIRST + " Dukalotuwiba";
  private static final String TOKEN = "tok-rahasia-7744";
  private static final List<String> PLANTED =
      List.of(
          NIK.reveal(), FIRST, FIRST.toUpperCase(Locale.ROOT), "Dukalotuwiba", TOKEN, Rig.SECRET);

  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final LocalDate BORN = LocalDate.of(1990, 2, 3);
  private static final int LEAST_RECORDS = 10_000;
  private static final int CALLS = 1_500;
  private static final int LEAST_TYPES = 90;
  private static final int LEAST_FAILURES = 200;
  private static final int MUTANTS = 400;

  @TempDir Path folder;
  private final AllLogs logs = new AllLogs();
  private final Shown shown = new Shown();

  @AfterEach
  void stop() {
    logs.close();
  }

  @Test
  void everyPartOfHealth_showsNothingPlanted() throws Exception {
    satuSehat();
    calls();
    outbox();
    records();
    certificates();
    registers();
    figures();
    bulk();

    long records = logs.records().size();
    logs.close();
    System.out.printf(
        "redaction: %d records at TRACE, %d failures, %d types of value, %d texts%n",
        records, shown.traces(), shown.types().size(), shown.texts().size());
    // Silence must not pass for discretion.
    assertThat(records).isGreaterThanOrEqualTo(LEAST_RECORDS);
    assertThat(shown.traces()).isGreaterThan(LEAST_FAILURES);
    assertThat(shown.types()).hasSizeGreaterThan(LEAST_TYPES);
    for (String secret : PLANTED) {
      assertThat(logs.records()).as("logged").noneMatch(record -> record.contains(secret));
      assertThat(shown.texts()).as("shown").noneMatch(text -> text.contains(secret));
      assertThat(logs.printed()).doesNotContain(secret);
    }
  }

  @Test
  void plantedValues_wouldBeSeen() {
    LoggerFactory.getLogger("some.library").trace("asked for {}", NIK.reveal());
    System.getLogger("another.library").log(System.Logger.Level.TRACE, NAME);
    System.out.println(TOKEN);
    shown.of(() -> {
      throw new IllegalStateException("no " + Rig.SECRET);
    });

    assertThat(logs.records()).anyMatch(record -> record.contains(NIK.reveal()));
    assertThat(logs.records()).anyMatch(record -> record.contains(NAME));
    assertThat(logs.printed()).contains(TOKEN);
    assertThat(shown.texts()).anyMatch(text -> text.contains(Rig.SECRET));
  }

  private static Patient patient() {
    return Patient.builder()
        .addIdentifier(Identifier.of(IdentifierSystems.NIK, NIK.reveal()))
        .addName(HumanName.builder().text(NAME).family(FIRST).build())
        .gender("female")
        .birthDate(FhirDate.of(BORN))
        .build();
  }

  private static List<MockResponse.Builder> answers() {
    return List.of(
        Rig.outcome(400, "value", NIK.reveal() + " " + NAME),
        Rig.outcome(409, "duplicate", NAME),
        Rig.json(401, "{\"message\":\"" + TOKEN + "\"}"),
        Rig.json(404, "{\"detail\":\"" + NAME + "\"}"),
        Rig.json(429, "{\"fault\":{\"faultstring\":\"" + NAME + "\"}}"),
        Rig.json(500, NIK.reveal()),
        Rig.json(200, "{\"" + NAME + "\":\"" + NIK.reveal() + "\"}"),
        Rig.json(200, "{\"resourceType\":\"" + NAME + "\"}"),
        Rig.json(200, "{\"resourceType\":\"Patient\",\"id\":\"" + NAME + "\",\"name\":\"x\"}"),
        Rig.bundle("http://" + NIK.reveal() + ".example/?name=" + TOKEN),
        Rig.bundle("", new String(FhirJson.toBytes(patient()), StandardCharsets.UTF_8)),
        Rig.json(200, NAME).setHeader("Content-Type", NAME.replace(' ', '/')),
        Rig.json(302, "").setHeader("Location", "http://127.0.0.1/" + NIK.reveal()),
        Rig.lost());
  }

  private static List<Function<SatuSehatClient, Object>> uses() {
    JsonPatch patch = JsonPatch.builder().replace("/name/0/text", NAME).build();
    Patient known = patient().toBuilder().id("P02").build();
    return List.of(
        client -> client.findPatientsByNik(NIK).stream().toList(),
        client -> client.findPatientsByNikAndName(NIK, NAME, BORN).stream().toList(),
        client ->
            client.findPatientsByNameAndGender(NAME, BORN, AdministrativeGender.FEMALE).stream()
                .toList(),
        client -> client.search(Patient.TYPE, Params.EMPTY.with("name", NAME)).stream().toList(),
        client -> client.read(Patient.TYPE, NAME),
        client -> client.read(Patient.TYPE, "P02"),
        client -> client.create(patient()),
        client -> client.settle(patient()),
        client -> client.sendAgain(patient()),
        client -> client.update(known),
        client -> client.update(known, "v1"),
        client -> client.patch(Patient.TYPE, "P02", patch),
        client -> client.transact(transaction()),
        client -> client.async().create(patient()).handle((r, e) -> List.of(r, e)),
        client -> client.check(patient()),
        client -> client.masterData().getProduct(NIK.reveal()),
        client -> client.masterData().listFacilities(NAME, 1, 1),
        client -> client.withOptions(RequestOptions.NONE.withHeader("X", NAME)));
  }

  private static Transaction transaction() {
    Transaction.Builder builder = Transaction.builder();
    String unused = builder.add(patient());
    return builder.build();
  }

  private void satuSehat() {
    for (Function<SatuSehatClient, Object> use : uses()) {
      for (MockResponse.Builder answer : answers()) {
        try (Rig rig = new Rig(config -> {}, builder -> builder.rules(SatuSehatRules.NONE))) {
          rig.tokenAnswers(Rig.token(TOKEN), Rig.token(TOKEN), Rig.token(TOKEN));
          rig.answers(answer, answer, answer, answer, answer);
          List<WriteStep> steps = new ArrayList<>();
          shown.of(() -> use.apply(rig.client.withJournal(steps::add)));
          shown.of(() -> List.of(steps, rig.attempts, rig.client.findPatientsByNik(NIK)));
          shown.of(() -> List.of(rig.client, rig.environment(), Rig.credentials()));
        }
      }
    }
    for (MockResponse.Builder answer :
        List.of(
            Rig.json(200, "{\"access_token\":\"" + TOKEN + "\"}"),
            Rig.json(401, "{\"error\":\"" + Rig.SECRET + "\"}"),
            Rig.json(200, TOKEN))) {
      try (Rig rig = new Rig().tokenAnswers(answer)) {
        shown.of(() -> rig.client.read(Patient.TYPE, "P02"));
      }
    }
  }

  // Enough exchanges that a line of each shows.
  private void calls() {
    try (Rig rig = new Rig()) {
      String found = new String(FhirJson.toBytes(patient()), StandardCharsets.UTF_8);
      rig.otherwise = request -> Rig.bundle("", found).build();
      rig.tokenAnswers(Rig.token(TOKEN));
      for (int i = 0; i < CALLS; i++) {
        assertThat(rig.client.findPatientsByNikAndName(NIK, NAME, BORN).stream().count()).isOne();
      }
      shown.of(() -> rig.attempts);
    }
  }

  private void outbox() throws Exception {
    Path file = folder.resolve("queue.db");
    AesGcmCipher cipher = AesGcmCipher.of(new byte[AesGcmCipher.KEY_BYTES]);
    try (WorkQueue queue = SqliteWorkQueue.open(file, cipher, () -> NOW);
        Rig rig = new Rig(config -> {}, builder -> builder.rules(SatuSehatRules.NONE))) {
      SatuSehatOutbox outbox = new SatuSehatOutbox(rig.client, queue, () -> NOW);
      for (int i = 0; i < answers().size(); i++) {
        String key = "visit-" + i;
        rig.answers.clear();
        rig.answers(answers().get(i), answers().get(i), answers().get(i), answers().get(i));
        shown.of(() -> outbox.add(key, patient()));
        shown.of(outbox::deliverNext);
        shown.of(() -> queue.claim(SatuSehatOutbox.LEASE));
      }
      shown.of(() -> List.of(queue));
    }
    try (WorkQueue other =
        SqliteWorkQueue.open(
            file,
            AesGcmCipher.of(new SecureRandom().generateSeed(AesGcmCipher.KEY_BYTES)),
            () -> NOW.plusSeconds(7_200))) {
      shown.of(() -> other.claim(SatuSehatOutbox.LEASE));
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(each, StandardCharsets.ISO_8859_1);
        assertThat(PLANTED).as("in %s", each.getFileName()).noneMatch(bytes::contains);
      }
    }
  }

  private void records() {
    byte[] whole = FhirJson.toBytes(patient());
    shown.of(() -> FhirJson.read(whole));
    SplittableRandom random = new SplittableRandom(4711);
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = whole.clone();
      for (int j = 0; j < 1 + i % 3; j++) {
        mutant[random.nextInt(mutant.length)] = (byte) " {}[]\":,0aZ".charAt(random.nextInt(11));
      }
      byte[] line = i % 7 == 0 ? Arrays.copyOf(mutant, random.nextInt(mutant.length)) : mutant;
      shown.of(() -> FhirJson.read(line));
      shown.of(() -> FhirJson.read(line, Patient.TYPE).violations());
      shown.of(() -> FhirJson.toBytes(FhirJson.read(line)));
      shown.of(() ->
          NdjsonReader.open(new ByteArrayInputStream(line), NdjsonOptions.of("ekspor")).next());
    }
    shown.of(() -> HumanName.builder().text("").family(NAME).build());
    shown.of(() -> Identifier.of(NAME, ""));
    shown.of(() -> FhirDate.parse(NAME));
    shown.of(() -> Organization.builder().id(NAME).name(NAME).build());
    shown.of(() -> Patient.builder().gender(NAME).build());
    shown.of(() -> Bundle.builder().type(NAME).build());
    shown.of(() -> {
      NdjsonWriter.to(new ByteArrayOutputStream())
          .write(FhirJson.read(bytes("{\"resourceType\":\"Patient\",\"gender\":\"\",\"x\":[]}")));
      return "";
    });
  }

  private void certificates() throws Exception {
    Signer signer = Signer.indonesian();
    InstantSource clock = InstantSource.fixed(NOW);
    TrustList list = TrustList.asOf(NOW).add(signer.certificate()).build();
    HcertVerifier verifier =
        HcertVerifier.builder(new TrustListHolder(list, Duration.ofDays(1), clock), clock).build();
    HcertIssuer issuer = new HcertIssuer(signer.signingKey(), signer.certificate(), clock);
    HcertContent invented = Invented.of(5).vaccinated();
    String upper = FIRST.toUpperCase(Locale.ROOT);
    HcertContent content =
        new HcertContent(
            new PersonName(NAME, upper, FIRST, upper), invented.dateOfBirth(), invented.event());
    String text = issuer.issue(content, Duration.ofDays(90));
    shown.of(() -> List.of(content, issuer, verifier, list, verifier.verify(text)));
    shown.of(() -> issuer.warnings(content));
    shown.of(() ->
        issuer.issue(
            new HcertContent(new PersonName(null, NAME, null, null), NAME, content.event()),
            Duration.ofDays(90)));
    SigningKey key = SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());
    String address = "https://kartu.jambi.example/cards";
    HealthCardIssuer cards = new HealthCardIssuer(address, key, clock);
    String entries =
        "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":["
            + "{\"fullUrl\":\"resource:0\",\"resource\":{\"resourceType\":\"Patient\","
            + "\"name\":[{\"family\":\""
            + NAME
            + "\"}]}},{\"fullUrl\":\"resource:1\",\"resource\":"
            + "{\"resourceType\":\"Immunization\"}}]}";
    String card = cards.issue(FhirJson.read(bytes(entries)).json(), List.of());
    HealthCardVerifier reader =
        HealthCardVerifier.of(List.of(address), asked -> bytes("{\"keys\":[]}" + NAME), clock);
    shown.of(() -> List.of(cards, reader, reader.verify(card)));
    for (int i = 0; i < text.length(); i += 7) {
      String broken = text.substring(0, i) + '%' + text.substring(i + 1);
      shown.of(() -> verifier.verify(broken));
    }
    for (String strange :
        List.of(NAME, NIK.reveal(), "HC1:" + NAME, "shc:/" + NIK.reveal(), TOKEN + "." + NAME)) {
      shown.of(() -> verifier.verify(strange));
      shown.of(() -> reader.verify(strange));
      shown.of(() -> reader.verifyChunks(List.of(strange, strange)));
      shown.of(() -> reader.verifyFile(bytes(strange)));
    }
  }

  private static DoseStatement.Builder dose(Register register, String record, Vaccinee person) {
    return DoseStatement.builder(register, record, new RecordVersion("v1", NOW), person)
        .group(new VaccineGroup("VG213"))
        .date(LocalDate.of(2021, 3, 1))
        .originator(Register.REGIONAL);
  }

  private void registers() {
    Vaccinee person = Vaccinee.of(WrittenNik.of(NIK.reveal()), NAME, BORN);
    String mistyped = NIK.reveal().substring(0, 15) + (NIK.reveal().charAt(15) == '9' ? "8" : "9");
    Vaccinee other = Vaccinee.of(WrittenNik.of(mistyped), NAME + "a", BORN);
    Vaccinee stranger = Vaccinee.of(WrittenNik.of(NIK.reveal()), "Badu Kalo", BORN.plusYears(9));
    for (Vaccinee second : List.of(person, other, stranger)) {
      shown.of(() ->
          Reconciliation.findings(
                  StatementSet.of(
                      List.of(
                          dose(Register.REGIONAL, "r-1", person).lot("L1").build(),
                          dose(Register.NATIONAL, "n-1", second).lot("L2").build())))
              .stream()
              .flatMap(finding ->
                  Stream.of(
                      finding,
                      // What is written for a person masks names and shows no number.
                      new Explained(finding.explain(Language.INDONESIAN)),
                      new Explained(finding.explain(Language.ENGLISH))))
              .toList());
    }
    shown.of(() -> WrittenNik.of(NAME.repeat(20)));
    shown.of(() -> new VaccineGroup(NAME.repeat(20)));
    shown.of(() -> new RecordVersion("", NOW));
  }

  private record Explained(String text) {}

  private void figures() {
    for (String document :
        List.of(
            NAME,
            "{\"update\":{\"harian\":[{\"key\":\"" + NAME + "\"}]}}",
            "{\"list_data\":[{\"key\":\"" + NAME + "\",\"jumlah_kasus\":\"" + NAME + "\"}]}",
            "ID_KEL,POSITIF\n" + NAME + "," + NIK.reveal() + "\n",
            "ID_KEL,POSITIF,Dirawat,Sembuh,Meninggal\n" + NIK.reveal() + "," + NAME + ",x,y,z\n",
            NAME + "," + NIK.reveal() + "\n1,2\n")) {
      shown.of(() -> Covid19GoId.readUpdate(new ByteArrayInputStream(bytes(document)), NOW));
      shown.of(() -> Covid19GoId.readProvinces(new ByteArrayInputStream(bytes(document)), NOW));
      shown.of(() -> Covid19GoId.readProvince(new ByteArrayInputStream(bytes(document)), NOW));
      shown.of(() ->
          JakartaVillageCsv.read(
              new ByteArrayInputStream(bytes(document)), LocalDate.of(2021, 6, 30), NOW));
    }
  }

  private void bulk() {
    try (Rig rig = new Rig()) {
      String file = rig.root() + "/" + NIK.reveal() + "?" + TOKEN;
      String manifest =
          "{\"transactionTime\":\"2026-11-22T01:00:00Z\",\"output\":[{\"type\":\"Patient\","
              + "\"url\":\""
              + file
              + "\"}]}";
      List<MockResponse.Builder> ends =
          List.of(
              Rig.json(200, manifest),
              Rig.json(200, NAME),
              Rig.json(404, "{\"" + NAME + "\":1}"),
              Rig.json(200, manifest.replace("127.0.0.1", NIK.reveal() + ".example")));
      for (int i = 0; i < ends.size(); i++) {
        Path mine = folder.resolve("bulk-" + i);
        rig.answers.clear();
        rig.answers(
            Rig.json(202, "").setHeader("Content-Location", rig.root() + "/" + TOKEN), ends.get(i));
        rig.otherwise = request -> Rig.json(404, NAME).build();
        shown.of(() -> {
          try (BulkExportClient client =
              BulkExportClient.builder(URI.create(rig.fhir()))
                  .token(() -> Secret.of(TOKEN))
                  .build()) {
            List<Object> told = new ArrayList<>();
            told.add(client);
            told.add(client.run(BulkExportRequest.ofSystem(), mine, told::add));
            return told;
          }
        });
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
