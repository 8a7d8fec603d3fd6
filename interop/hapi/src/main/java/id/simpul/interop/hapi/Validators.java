package id.simpul.interop.hapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** Sets HAPI's validator up. */
final class Validators {
  private Validators() {}

  /**
   * A validator of FHIR R4.
   *
   * @param context HAPI's own
   * @return the validator; it takes half a minute to warm up
   */
  static FhirValidator of(FhirContext context) {
    UnknownCodeSystemWarningValidationSupport unknown =
        new UnknownCodeSystemWarningValidationSupport(context);
    // Code systems of Indonesia and of vaccines are not in the box; their codes cannot be judged.
    unknown.setNonExistentCodeSystemSeverity(IValidationSupport.IssueSeverity.WARNING);
    FhirInstanceValidator module =
        new FhirInstanceValidator(
            new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                new InMemoryTerminologyServerValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                unknown));
    module.setAnyExtensionsAllowed(true);
    // Nor are Indonesia's profiles.
    module.setErrorForUnknownProfiles(false);
    return context.newValidator().registerValidatorModule(module);
  }
}
