package id.simpul.benchmarks.fhir;

import java.math.BigDecimal;

/**
 * What a register wants to know of an Immunization: every library reads these out of it, so that
 * none gains by leaving work for later.
 *
 * @param id the record
 * @param status its status
 * @param vaccine the code of what was given
 * @param patient who got it
 * @param encounter when the person came
 * @param occurrence when it was given
 * @param lot of the vial
 * @param expiration of the vial
 * @param location where
 * @param amount how much, with its scale
 * @param performer who gave it
 * @param number which dose of the series
 */
public record Dose(
    String id,
    String status,
    String vaccine,
    String patient,
    String encounter,
    String occurrence,
    String lot,
    String expiration,
    String location,
    BigDecimal amount,
    String performer,
    int number) {}
