package id.simpul.health.internal.fhir;

import java.util.Set;

/** What a literal reference says of the type it points at. */
final class References {
  /** What a literal reference must be, for a person. */
  static final String FORM = "Type/id, an absolute URL, urn:uuid:, urn:oid: or #id";

  /** The resources of R4 (hl7.org/fhir/R4/resourcelist.html). */
  static final Set<String> RESOURCES =
      Set.of(
          """
          Account ActivityDefinition AdverseEvent AllergyIntolerance Appointment
          AppointmentResponse AuditEvent Basic Binary BiologicallyDerivedProduct BodyStructure
          Bundle CapabilityStatement CarePlan CareTeam CatalogEntry ChargeItem
          ChargeItemDefinition Claim ClaimResponse ClinicalImpression CodeSystem Communication
          CommunicationRequest CompartmentDefinition Composition ConceptMap Condition Consent
          Contract Coverage CoverageEligibilityRequest CoverageEligibilityResponse
          DetectedIssue Device DeviceDefinition DeviceMetric DeviceRequest DeviceUseStatement
          DiagnosticReport DocumentManifest DocumentReference EffectEvidenceSynthesis
          Encounter Endpoint EnrollmentRequest EnrollmentResponse EpisodeOfCare
          EventDefinition Evidence EvidenceVariable ExampleScenario ExplanationOfBenefit
          FamilyMemberHistory Flag Goal GraphDefinition Group GuidanceResponse
          HealthcareService ImagingStudy Immunization ImmunizationEvaluation
          ImmunizationRecommendation ImplementationGuide InsurancePlan Invoice Library Linkage
          List Location Measure MeasureReport Media Medication MedicationAdministration
          MedicationDispense MedicationKnowledge MedicationRequest MedicationStatement
          MedicinalProduct MedicinalProductAuthorization MedicinalProductContraindication
          MedicinalProductIndication MedicinalProductIngredient MedicinalProductInteraction
          MedicinalProductManufactured MedicinalProductPackaged MedicinalProductPharmaceutical
          MedicinalProductUndesirableEffect MessageDefinition MessageHeader MolecularSequence
          NamingSystem NutritionOrder Observation ObservationDefinition OperationDefinition
          OperationOutcome Organization OrganizationAffiliation Parameters Patient
          PaymentNotice PaymentReconciliation Person PlanDefinition Practitioner
          PractitionerRole Procedure Provenance Questionnaire QuestionnaireResponse
          RelatedPerson RequestGroup ResearchDefinition ResearchElementDefinition
          ResearchStudy ResearchSubject RiskAssessment RiskEvidenceSynthesis Schedule
          SearchParameter ServiceRequest Slot Specimen SpecimenDefinition StructureDefinition
          StructureMap Subscription Substance SubstanceNucleicAcid SubstancePolymer
          SubstanceProtein SubstanceReferenceInformation SubstanceSourceMaterial
          SubstanceSpecification SupplyDelivery SupplyRequest Task TerminologyCapabilities
          TestReport TestScript ValueSet VerificationResult VisionPrescription
          """
              .strip()
              .split("\\s+"));

  private References() {}

  /** Whether a text has the form of a reference (section 2.3.0.1); {@code P001} names no type. */
  static boolean isOne(String reference) {
    return reference.startsWith("#") || hasScheme(reference) || !typeIn(reference).isEmpty();
  }

  private static boolean hasScheme(String reference) {
    int colon = reference.indexOf(':');
    for (int i = 0; i < colon; i++) {
      char c = reference.charAt(i);
      boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      boolean other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!letter && (i == 0 || !other)) {
        return false;
      }
    }
    return colon > 0;
  }

  /**
   * Whether a reference may point at one of some types.
   *
   * @param reference {@code Patient/1}, {@code https://x/Patient/1/_history/2}, {@code Patient?x=y}
   * @param targets names of types, empty for any
   * @return false when it names a type that is not among them
   */
  static boolean mayBe(String reference, Set<String> targets) {
    if (targets.isEmpty()) {
      return true;
    }
    String type = typeIn(reference);
    return type.isEmpty() || targets.contains(type);
  }

  /** The type a reference names, or {@code ""}. */
  static String typeIn(String reference) {
    int query = reference.indexOf('?');
    String path = query < 0 ? reference : reference.substring(0, query) + "/";
    int history = path.indexOf("/_history/");
    path = history < 0 ? path : path.substring(0, history);
    int end = path.lastIndexOf('/');
    if (end < 0) {
      return "";
    }
    String type = path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    // Any other segment is a part of somebody's path: https://x/DICOM/1.
    return RESOURCES.contains(type) ? type : "";
  }
}
