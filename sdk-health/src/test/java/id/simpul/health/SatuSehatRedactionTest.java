package id.simpul.health;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.SimpulException;
import id.simpul.core.value.Nik;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.Patient;
import id.simpul.health.fhir.type.FhirDate;
import id.simpul.health.fhir.type.HumanName;
import id.simpul.health.fhir.type.Identifier;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/** Planted values must not come out of anything that is shown. */
class SatuSehatRedactionTest {
  private static final Nik NIK = Rig.nik(9);
  private static final String NAME = "Tuwiba Dukalo";
  private static final String TOKEN = "tok-rahasia-4411";
  private static final LocalDate BORN = LocalDate.of(1990, 2, 3);

  private static final List<MockResponse.Builder> ANSWERS =
      List.of(
          Rig.outcome(400, "value", NIK.reveal() + " " + NAME),
          Rig.json(401, "{\"message\":\"" + TOKEN + "\"}"),
          Rig.json(404, "{\"detail\":\"" + NAME + "\"}"),
          Rig.json(500, NIK.reveal()),
          Rig.json(200, "{\"" + NAME + "\":\"" + NIK.reveal() + "\"}"),
          Rig.json(200, "{\"resourceType\":\"" + NAME + "\"}"),
          Rig.bundle("http://" + NIK.reveal() + ".example/?name=" + TOKEN),
          Rig.lost());

  private static Patient patient() {
    return Patient.builder()
        .addIdentifier(Identifier.of(IdentifierSystems.NIK, NIK.reveal()))
        .addName(HumanName.builder().text(NAME).build())
        .gender("male")
        .birthDate(FhirDate.of(BORN))
        .build();
  }

  private static List<Function<SatuSehatClient, Object>> calls() {
    return List.of(
        client -> client.findPatientsByNik(NIK).stream().count(),
        client -> client.findPatientsByNikAndName(NIK, NAME, BORN).stream().count(),
        client -> client.create(patient()),
        client -> client.settle(patient()),
        client ->
            client.patch(Patient.TYPE, "P02", JsonPatch.builder().replace("/name", NAME).build()));
  }

  @Test
  void everythingShown_anyCallAndAnswer_holdsNothingPlanted() {
    List<String> shown = new ArrayList<>();
    for (Function<SatuSehatClient, Object> call : calls()) {
      for (MockResponse.Builder answer : ANSWERS) {
        try (Rig rig = new Rig(config -> {}, builder -> builder.rules(SatuSehatRules.NONE))) {
          rig.tokenAnswers(Rig.token(TOKEN), Rig.token(TOKEN), Rig.token(TOKEN));
          rig.answers(answer, answer, answer, answer, answer);
          shown.add(result(call, rig.client));
          shown.add(rig.client + " " + rig.attempts + " " + rig.states);
          shown.add(rig.client.findPatientsByNik(NIK).toString());
        }
      }
    }
    shown.add(Rig.credentials().toString());
    shown.add(patient().toString() + FhirJson.LIMITS);

    assertThat(shown).hasSizeGreaterThan(100);
    assertThat(String.join("\n", shown))
        .contains("health.satusehat.")
        .doesNotContain(NIK.reveal(), NAME, "Tuwiba", TOKEN, Rig.SECRET);
  }

  private static String result(Function<SatuSehatClient, Object> call, SatuSehatClient client) {
    try {
      Object value = call.apply(client);
      return value instanceof WriteResult.Unknown<?> unknown
          ? value + trace(unknown.cause())
          : String.valueOf(value);
    } catch (SimpulException e) {
      return e.fault() + trace(e);
    }
  }

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
