package id.simpul.fuzz;

import id.simpul.fuzz.core.AddressBlockTarget;
import id.simpul.fuzz.core.CanonicalJsonTarget;
import id.simpul.fuzz.core.ErrorsTarget;
import id.simpul.fuzz.core.FieldsTarget;
import id.simpul.fuzz.core.JsonTarget;
import id.simpul.fuzz.core.MediaTypeTarget;
import id.simpul.fuzz.core.NikTarget;
import id.simpul.fuzz.core.RegionCodeTarget;
import id.simpul.fuzz.core.RetryAfterTarget;
import id.simpul.fuzz.core.UriTemplateTarget;
import id.simpul.fuzz.core.XmlTarget;
import id.simpul.fuzz.health.Base45Target;
import id.simpul.fuzz.health.CborTarget;
import id.simpul.fuzz.health.FhirTarget;
import id.simpul.fuzz.health.FiguresTarget;
import id.simpul.fuzz.health.HcertTarget;
import id.simpul.fuzz.health.HealthCardTarget;
import id.simpul.fuzz.health.NdjsonTarget;
import id.simpul.fuzz.health.VaccinationTarget;
import id.simpul.fuzz.identity.ConstraintsTarget;
import id.simpul.fuzz.identity.ContentDigestTarget;
import id.simpul.fuzz.identity.DisclosuresTarget;
import id.simpul.fuzz.identity.EntityIdTarget;
import id.simpul.fuzz.identity.JwkSetTarget;
import id.simpul.fuzz.identity.JwkTarget;
import id.simpul.fuzz.identity.JwsClaimsTarget;
import id.simpul.fuzz.identity.JwsHeaderTarget;
import id.simpul.fuzz.identity.JwsTarget;
import id.simpul.fuzz.identity.KeptDocumentsTarget;
import id.simpul.fuzz.identity.LinksTarget;
import id.simpul.fuzz.identity.MetadataPolicyTarget;
import id.simpul.fuzz.identity.Pkcs8Target;
import id.simpul.fuzz.identity.PrivateKeyTarget;
import id.simpul.fuzz.identity.PseudonymTarget;
import id.simpul.fuzz.identity.SdJwtTarget;
import id.simpul.fuzz.identity.SfDictionaryTarget;
import id.simpul.fuzz.identity.SfItemTarget;
import id.simpul.fuzz.identity.SfListTarget;
import id.simpul.fuzz.identity.SignedMessageTarget;
import id.simpul.fuzz.identity.StatementTarget;
import id.simpul.fuzz.identity.StatusListTarget;
import id.simpul.fuzz.identity.StatusTokenTarget;
import id.simpul.fuzz.identity.TrustChainTarget;
import id.simpul.fuzz.identity.WireFormsTarget;
import id.simpul.fuzz.identity.WireTarget;
import id.simpul.fuzz.node.AnchorsFileTarget;
import id.simpul.fuzz.node.ApiKeyFileTarget;
import id.simpul.fuzz.node.EnrolmentRequestTarget;
import id.simpul.fuzz.node.FormTarget;
import id.simpul.fuzz.node.KeyRingTarget;
import id.simpul.fuzz.node.MultipartTarget;
import id.simpul.fuzz.node.PeersFileTarget;
import id.simpul.fuzz.node.ServicesFileTarget;
import id.simpul.fuzz.node.SettingsTarget;
import id.simpul.fuzz.node.SubordinateTarget;
import id.simpul.fuzz.reporting.GeoReportTarget;
import id.simpul.fuzz.reporting.NewReportTarget;
import id.simpul.fuzz.reporting.QueryTarget;
import id.simpul.fuzz.reporting.TransitionTarget;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Every reader there is, in one place. To add one: a class that implements {@link FuzzTarget}, a
 * line here, and a folder of small seeds under {@code fuzz/src/test/resources/fuzz} named like the
 * target.
 */
public final class FuzzTargets {
  private static final Map<String, Supplier<FuzzTarget>> TARGETS = targets();

  private FuzzTargets() {}

  private static Map<String, Supplier<FuzzTarget>> targets() {
    Map<String, Supplier<FuzzTarget>> targets = new LinkedHashMap<>();
    // sdk-core
    targets.put("json", JsonTarget::new);
    targets.put("canonical-json", CanonicalJsonTarget::new);
    targets.put("xml", XmlTarget::new);
    targets.put("media-type", MediaTypeTarget::new);
    targets.put("uri-template", UriTemplateTarget::new);
    targets.put("retry-after", RetryAfterTarget::new);
    targets.put("errors", ErrorsTarget::new);
    targets.put("region-code", RegionCodeTarget::new);
    targets.put("nik", NikTarget::new);
    targets.put("fields", FieldsTarget::new);
    targets.put("address-block", AddressBlockTarget::new);
    // sdk-identity
    targets.put("jws", JwsTarget::new);
    targets.put("jws-header", JwsHeaderTarget::new);
    targets.put("jws-claims", JwsClaimsTarget::new);
    targets.put("jwk", JwkTarget::new);
    targets.put("jwk-set", JwkSetTarget::new);
    targets.put("private-key", PrivateKeyTarget::new);
    targets.put("pkcs8", Pkcs8Target::new);
    targets.put("sf-item", SfItemTarget::new);
    targets.put("sf-list", SfListTarget::new);
    targets.put("sf-dictionary", SfDictionaryTarget::new);
    targets.put("signed-message", SignedMessageTarget::new);
    targets.put("content-digest", ContentDigestTarget::new);
    targets.put("entity-id", EntityIdTarget::new);
    targets.put("metadata-policy", MetadataPolicyTarget::new);
    targets.put("constraints", ConstraintsTarget::new);
    targets.put("statement", StatementTarget::new);
    targets.put("trust-chain", TrustChainTarget::new);
    targets.put("sd-jwt", SdJwtTarget::new);
    targets.put("disclosures", DisclosuresTarget::new);
    targets.put("status-list", StatusListTarget::new);
    targets.put("status-token", StatusTokenTarget::new);
    targets.put("pseudonym", PseudonymTarget::new);
    targets.put("links", LinksTarget::new);
    targets.put("identity-wire", WireTarget::new);
    targets.put("identity-forms", WireFormsTarget::new);
    targets.put("kept-documents", KeptDocumentsTarget::new);
    // sdk-reporting
    targets.put("georeport-json", GeoReportTarget::json);
    targets.put("georeport-xml", GeoReportTarget::xml);
    targets.put("new-report", NewReportTarget::new);
    targets.put("query", QueryTarget::new);
    targets.put("transition", TransitionTarget::new);
    // sdk-health
    targets.put("figures-json", FiguresTarget::json);
    targets.put("figures-csv", FiguresTarget::csv);
    targets.put("fhir", FhirTarget::new);
    targets.put("ndjson", NdjsonTarget::plain);
    targets.put("ndjson-gzip", NdjsonTarget::gzip);
    targets.put("vaccination", VaccinationTarget::new);
    targets.put("cbor", CborTarget::new);
    targets.put("base45", Base45Target::new);
    targets.put("hcert", HcertTarget::new);
    targets.put("health-card", HealthCardTarget::new);
    // sdk-node
    targets.put("form", FormTarget::new);
    targets.put("multipart", MultipartTarget::new);
    targets.put("settings", SettingsTarget::new);
    targets.put("peers-file", PeersFileTarget::new);
    targets.put("anchors-file", AnchorsFileTarget::new);
    targets.put("enrolment-request", EnrolmentRequestTarget::new);
    targets.put("subordinate", SubordinateTarget::new);
    targets.put("key-ring", KeyRingTarget::new);
    targets.put("services-file", ServicesFileTarget::new);
    targets.put("api-key-file", ApiKeyFileTarget::new);
    return Collections.unmodifiableMap(targets);
  }

  /**
   * The names of all targets.
   *
   * @return the names in order
   */
  static Set<String> names() {
    return TARGETS.keySet();
  }

  /**
   * A target.
   *
   * @param name its name
   * @return a new one
   */
  static FuzzTarget named(String name) {
    Supplier<FuzzTarget> target = TARGETS.get(name);
    if (target == null) {
      throw new IllegalArgumentException("No fuzz target is called \"" + name + "\"");
    }
    return target.get();
  }
}
