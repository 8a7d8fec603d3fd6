package id.simpul.node.system;

import id.simpul.core.AddressPolicy;
import id.simpul.core.format.Json;
import id.simpul.health.certificate.HcertVerifier;
import id.simpul.health.certificate.RevocationList;
import id.simpul.health.certificate.RevocationListHolder;
import id.simpul.health.certificate.TrustList;
import id.simpul.health.certificate.TrustListHolder;
import id.simpul.health.certificate.Verification;
import id.simpul.health.certificate.VerifiedHcert;
import id.simpul.health.certificate.fetch.HttpTrustLists;
import id.simpul.health.fhir.Resource;
import id.simpul.node.NodePaths;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;

/** A health worker of a town, and a verifier elsewhere who knows what the town publishes. */
record CertifiedTown(URI base, InstantSource clock) {
  private static final AddressPolicy LOOPBACK =
      AddressPolicy.publicOnly().allowInsecureLoopbackForDevelopment();

  static final String ISSUE = NodePaths.PROFILE + "/health-certificates";

  private static String json(Resource resource) {
    return new String(Json.toBytes(resource.json()), StandardCharsets.UTF_8);
  }

  FhirHttp http() {
    return new FhirHttp(base).as(TestTown.HEALTH);
  }

  /** Records a dose of somebody, and gives its id. */
  String dose(int seed) throws IOException, InterruptedException {
    HealthPeople people = new HealthPeople(seed);
    String person = json(HealthPeople.patient(people.nik(), people.name()));
    String patient = "Patient/" + http().post("/Patient", person).id();
    String visit = json(HealthPeople.encounter(patient, "K-" + seed));
    String encounter = "Encounter/" + http().post("/Encounter", visit).id();
    return http().post("/Immunization", json(HealthPeople.dose(patient, encounter))).id();
  }

  FhirHttp.Answer issue(String dose) throws IOException, InterruptedException {
    String order =
        """
        {"immunization":"%s","prophylaxis":"J07BX03","product":"EU/1/21/1529",
         "manufacturer":"ORG-100001699","doses":3}
        """
            .formatted(dose);
    return http().send("POST", ISSUE + ".json", "application/json", order);
  }

  FhirHttp.Answer revoke(String number) throws IOException, InterruptedException {
    String order = "{\"number\":\"" + number + "\"}";
    return http().send("POST", ISSUE + "/revocations.json", "application/json", order);
  }

  static String member(FhirHttp.Answer answer, String name) {
    return answer.body().replaceFirst("(?s).*\"" + name + "\":\"([^\"]+)\".*", "$1");
  }

  /** By the trust list as it is now. */
  Verification<VerifiedHcert> verify(String certificate) {
    return HcertVerifier.builder(trust(), clock).build().verify(certificate);
  }

  /** By both lists as they are now. */
  Verification<VerifiedHcert> verifyAndAsk(String certificate) {
    return HcertVerifier.builder(trust(), clock)
        .revocation(revocations())
        .build()
        .verify(certificate);
  }

  RevocationListHolder revocations() {
    RevocationListHolder holder =
        new RevocationListHolder(RevocationList.empty(), Duration.ofHours(6), clock);
    try (HttpTrustLists lists = new HttpTrustLists(LOOPBACK, clock)) {
      URI list = URI.create(base + NodePaths.HEALTH_REVOCATIONS);
      holder
          .refresh(lists.revocations(list))
          .ifPresent(failure -> {
            throw failure;
          });
    }
    return holder;
  }

  TrustListHolder trust() {
    TrustListHolder holder = new TrustListHolder(TrustList.empty(), Duration.ofDays(1), clock);
    try (HttpTrustLists lists = new HttpTrustLists(LOOPBACK, clock)) {
      URI signers = URI.create(base + NodePaths.HEALTH_SIGNERS);
      holder
          .refresh(lists.plain(signers))
          .ifPresent(failure -> {
            throw failure;
          });
    }
    return holder;
  }
}
