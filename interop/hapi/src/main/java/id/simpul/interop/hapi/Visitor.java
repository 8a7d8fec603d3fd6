package id.simpul.interop.hapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.gclient.DateClientParam;
import ca.uhn.fhir.rest.gclient.StringClientParam;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/** HAPI's generic client at a node, and HAPI's validator on what the node serves. */
public final class Visitor {
  private static final String NIK_SYSTEM = "https://fhir.kemkes.go.id/id/nik";
  // No province has the code 99.
  private static final String NIK = "9900014107900042";

  private final FhirContext context = FhirContext.forR4();
  private final URI base;
  private final String key;
  private final IGenericClient client;
  private int failures;

  private Visitor(URI base, String key) {
    this.base = base;
    this.key = key;
    this.client = client(key);
  }

  private IGenericClient client(String token) {
    // The client asks for the CapabilityStatement first, as it does when nobody says otherwise.
    IGenericClient made = context.newRestfulGenericClient(base.toString());
    made.registerInterceptor(new BearerTokenAuthInterceptor(token));
    return made;
  }

  /**
   * Visits a node.
   *
   * @param arguments the base of its FHIR API and a key for health
   * @throws Exception when a raw answer cannot be had
   */
  public static void main(String[] arguments) throws Exception {
    Visitor visitor = new Visitor(URI.create(arguments[0]), arguments[1]);
    IdType patient = visitor.writes();
    visitor.searches();
    visitor.refusals(patient);
    visitor.validates(patient);
    System.exit(visitor.failures == 0 ? 0 : 1);
  }

  private static Patient patient(String nik) {
    Patient patient = new Patient();
    patient.addIdentifier().setSystem(NIK_SYSTEM).setValue(nik);
    patient.addName().setText("Bakalo Mirasi");
    patient.setGender(AdministrativeGender.FEMALE);
    patient.setBirthDateElement(new DateType("1990-07-01"));
    return patient;
  }

  private IdType writes() {
    CapabilityStatement offered = client.capabilities().ofType(CapabilityStatement.class).execute();
    check("metadata", offered.getFhirVersion().toCode().equals("4.0.1"));

    MethodOutcome created = client.create().resource(patient(NIK)).execute();
    IdType id = (IdType) created.getId();
    check("create", Boolean.TRUE.equals(created.getCreated()) && "1".equals(id.getVersionIdPart()));

    Patient read = client.read().resource(Patient.class).withId(id.getIdPart()).execute();
    check("read", read.getIdentifierFirstRep().getValue().equals(NIK));
    check("vread", client.read().resource(Patient.class).withUrl(id).execute().hasName());

    read.addTelecom().setSystem(ContactPointSystem.PHONE).setValue("+628400000001");
    MethodOutcome updated =
        client.update().resource(read).withId(id.getIdPart()).execute();
    check("update", "2".equals(updated.getId().getVersionIdPart()));
    MethodOutcome patched =
        client
            .patch()
            .withBody("[{\"op\":\"replace\",\"path\":\"/gender\",\"value\":\"unknown\"}]")
            .withId(id.toUnqualifiedVersionless())
            .execute();
    check("patch", "3".equals(patched.getId().getVersionIdPart()));
    Bundle history =
        client.history().onInstance(id.toUnqualifiedVersionless()).returnBundle(Bundle.class).execute();
    check("history", history.getEntry().size() == 3);
    check("transaction", transaction());
    return id;
  }

  private boolean transaction() {
    String name = "urn:uuid:5b0b8c56-3a1e-4b56-9d6c-0b8c563a1e41";
    Organization parent = new Organization().setName("Puskesmas Contoh");
    Organization part = new Organization().setName("Ruang Contoh").setPartOf(new Reference(name));
    Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
    bundle.addEntry().setFullUrl(name).setResource(parent).getRequest()
        .setMethod(Bundle.HTTPVerb.POST).setUrl("Organization");
    bundle.addEntry().setResource(part).getRequest()
        .setMethod(Bundle.HTTPVerb.POST).setUrl("Organization");
    Bundle answer = client.transaction().withBundle(bundle).execute();
    String second = answer.getEntry().get(1).getResponse().getLocation();
    Organization stored =
        client.read().resource(Organization.class).withId(new IdType(second).getIdPart()).execute();
    return answer.getEntry().get(0).getResponse().getLocation()
        .contains("/" + stored.getPartOf().getReference() + "/");
  }

  private void searches() {
    Bundle found =
        client
            .search()
            .forResource(Patient.class)
            .where(Patient.IDENTIFIER.exactly().systemAndCode(NIK_SYSTEM, NIK))
            .returnBundle(Bundle.class)
            .execute();
    check("search by identifier", found.getTotal() == 1 && found.getEntry().size() == 1);
    Bundle byName =
        client
            .search()
            .forResource(Patient.class)
            .where(new StringClientParam("name").matches().value("bakalo"))
            .and(new DateClientParam("birthdate").exactly().day("1990-07-01"))
            .returnBundle(Bundle.class)
            .execute();
    check("search by name and birth date", byName.getTotal() == 1);
    check("search by reference", client.search().forResource(Encounter.class)
        .where(Encounter.PATIENT.hasId("tidak-ada")).returnBundle(Bundle.class).execute()
        .getEntry().isEmpty());
    Bundle page =
        client
            .search()
            .forResource(Organization.class)
            .count(1)
            .returnBundle(Bundle.class)
            .execute();
    Bundle next = client.loadPage().next(page).execute();
    check(
        "next page",
        page.getEntry().size() == 1
            && next.getEntry().size() == 1
            && !page.getEntryFirstRep().getFullUrl().equals(next.getEntryFirstRep().getFullUrl()));
  }

  private void refusals(IdType patient) {
    BaseServerResponseException duplicate =
        refused(InvalidRequestException.class, () -> client.create().resource(patient(NIK)).execute());
    check(
        "a duplicate is told",
        duplicate != null
            && ((OperationOutcome) duplicate.getOperationOutcome()).getIssueFirstRep().getCode()
                == OperationOutcome.IssueType.DUPLICATE);
    check("what is not there is told", refused(ResourceNotFoundException.class,
        () -> client.read().resource(Patient.class).withId("tidak-ada").execute()) != null);
    check("a stale version is told", refused(PreconditionFailedException.class,
        () -> client.update().resource(patient(NIK).setId(patient.getIdPart()))
            .withId(patient.getIdPart())
            .withAdditionalHeader("If-Match", "W/\"1\"").execute()) != null);
    check("a wrong key is told", refused(AuthenticationException.class,
        () -> client("salah").read().resource(Patient.class).withId("a").execute()) != null);
  }

  private static BaseServerResponseException refused(
      Class<? extends BaseServerResponseException> type, Runnable call) {
    try {
      call.run();
    } catch (BaseServerResponseException e) {
      return type.isInstance(e) ? e : null;
    }
    return null;
  }

  private void validates(IdType patient) throws IOException, InterruptedException {
    FhirValidator validator = Validators.of(context);
    Map<String, String> served = new LinkedHashMap<>();
    served.put("CapabilityStatement", get("/metadata"));
    served.put("page of a search", get("/Organization?_count=1"));
    served.put("empty search", get("/Organization?name=tidakada"));
    served.put("history", get("/Patient/" + patient.getIdPart() + "/_history"));
    served.put("resource", get("/Patient/" + patient.getIdPart()));
    served.put("refused search", get("/Patient?colour=red&_count=x"));
    served.put("refused resource", post("/Immunization", "{\"resourceType\":\"Immunization\"}"));
    served.put("what is not JSON", post("/Immunization", "{"));
    served.put(
        "answer to a transaction",
        post(
            "",
            "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":"
                + "{\"resourceType\":\"Organization\",\"name\":\"x\"},"
                + "\"request\":{\"method\":\"POST\",\"url\":\"Organization\"}}]}"));
    served.forEach((what, json) ->
        check(
            "FhirValidator finds no error: " + what,
            validator.validateWithResult(json).getMessages().stream()
                .filter(m -> m.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .peek(m -> System.out.println("  " + m.getLocationString() + ": " + m.getMessage()))
                .count()
                == 0));
  }

  private String get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
  }

  private String post(String path, String json) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/fhir+json")
            .POST(BodyPublishers.ofString(json)));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(request.header("Authorization", "Bearer " + key).build(), BodyHandlers.ofString())
        .body();
  }

  private void check(String what, boolean holds) {
    failures += holds ? 0 : 1;
    System.out.println((holds ? "ok      " : "FAILED  ") + what);
  }
}
