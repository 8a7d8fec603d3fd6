package id.simpul.health.fhir;

import id.simpul.core.format.JsonObject;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.Element;
import id.simpul.health.fhir.type.ElementBuilder;
import id.simpul.health.fhir.type.FhirDateTime;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.fhir.type.Identifier;
import id.simpul.health.fhir.type.Period;
import id.simpul.health.fhir.type.Quantity;
import id.simpul.health.fhir.type.Reference;
import id.simpul.health.internal.fhir.Examined;
import java.util.List;
import java.util.Optional;

/** Figures (section 13.10). */
public final class MeasureReport extends Resource {
  /** Its type. */
  public static final FhirType<MeasureReport> TYPE = type("MeasureReport", MeasureReport::new);

  private MeasureReport(Examined examined) {
    super(examined);
  }

  /**
   * Starts a MeasureReport.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder(JsonObject.EMPTY);
  }

  /**
   * A builder that holds all of this, with what Simpul does not know.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    return new Builder(json());
  }

  @Override
  public FhirType<MeasureReport> fhirType() {
    return TYPE;
  }

  /** {@return numbers others know it by} */
  public List<Identifier> identifier() {
    return list("identifier", Identifier.TYPE);
  }

  /** {@return one of complete, pending, error} */
  public Optional<String> status() {
    return string("status");
  }

  /** {@return one of individual, subject-list, summary, data-collection} */
  public Optional<String> type() {
    return string("type");
  }

  /** {@return what was measured, a canonical URL} */
  public Optional<String> measure() {
    return string("measure");
  }

  /** {@return of whom or what} */
  public Optional<Reference> subject() {
    return get("subject", Reference.TYPE);
  }

  /** {@return when it was made} */
  public Optional<FhirDateTime> date() {
    return dateTime("date");
  }

  /** {@return who made it} */
  public Optional<Reference> reporter() {
    return get("reporter", Reference.TYPE);
  }

  /** {@return the time it covers} */
  public Optional<Period> period() {
    return get("period", Period.TYPE);
  }

  /**
   * {@return whether more is better: increase or decrease, a code of {@code
   * http://terminology.hl7.org/CodeSystem/measure-improvement-notation}}
   */
  public Optional<CodeableConcept> improvementNotation() {
    return get("improvementNotation", CodeableConcept.TYPE);
  }

  /** {@return the figures} */
  public List<Group> group() {
    return list("group", Group.TYPE);
  }

  /** Figures that belong together. */
  public static final class Group extends Element {
    /** Its type. */
    public static final FhirType<Group> TYPE = new FhirType<>("MeasureReport.group", Group::new);

    private Group(JsonObject json) {
      super(json);
    }

    @Override
    public FhirType<Group> fhirType() {
      return TYPE;
    }

    /** {@return what they mean} */
    public Optional<CodeableConcept> code() {
      return get("code", CodeableConcept.TYPE);
    }

    /** {@return how many there are of each population} */
    public List<Population> population() {
      return list("population", Population.TYPE);
    }

    /** {@return the score} */
    public Optional<Quantity> measureScore() {
      return get("measureScore", Quantity.TYPE);
    }

    /** {@return the figures in parts} */
    public List<Stratifier> stratifier() {
      return list("stratifier", Stratifier.TYPE);
    }
  }

  /** How many there are. */
  public static final class Population extends Element {
    /** Its type. */
    public static final FhirType<Population> TYPE =
        new FhirType<>("MeasureReport.group.population", Population::new);

    private Population(JsonObject json) {
      super(json);
    }

    /**
     * A count.
     *
     * @param code of what
     * @param count how many, 0 or more
     * @return the population
     */
    public static Population of(CodeableConcept code, int count) {
      return ElementBuilder.of(TYPE).set("code", code).set("count", count).build();
    }

    @Override
    public FhirType<Population> fhirType() {
      return TYPE;
    }

    /** {@return of what} */
    public Optional<CodeableConcept> code() {
      return get("code", CodeableConcept.TYPE);
    }

    /** {@return how many} */
    public Optional<Integer> count() {
      return integer("count");
    }
  }

  /** Figures in parts. */
  public static final class Stratifier extends Element {
    /** Its type. */
    public static final FhirType<Stratifier> TYPE =
        new FhirType<>("MeasureReport.group.stratifier", Stratifier::new);

    private Stratifier(JsonObject json) {
      super(json);
    }

    @Override
    public FhirType<Stratifier> fhirType() {
      return TYPE;
    }

    /** {@return by what they are parted} */
    public List<CodeableConcept> code() {
      return list("code", CodeableConcept.TYPE);
    }

    /** {@return the parts} */
    public List<Stratum> stratum() {
      return list("stratum", Stratum.TYPE);
    }
  }

  /** A part. */
  public static final class Stratum extends Element {
    /** Its type. */
    public static final FhirType<Stratum> TYPE =
        new FhirType<>("MeasureReport.group.stratifier.stratum", Stratum::new);

    private Stratum(JsonObject json) {
      super(json);
    }

    @Override
    public FhirType<Stratum> fhirType() {
      return TYPE;
    }

    /** {@return what it is the part of} */
    public Optional<CodeableConcept> value() {
      return get("value", CodeableConcept.TYPE);
    }

    /** {@return how many there are of each population; see {@link StratumPopulation}} */
    public List<StratumPopulation> population() {
      return list("population", StratumPopulation.TYPE);
    }

    /** {@return the score} */
    public Optional<Quantity> measureScore() {
      return get("measureScore", Quantity.TYPE);
    }
  }

  /** How many there are in a part. */
  public static final class StratumPopulation extends Element {
    /** Its type. */
    public static final FhirType<StratumPopulation> TYPE =
        new FhirType<>("MeasureReport.group.stratifier.stratum.population", StratumPopulation::new);

    private StratumPopulation(JsonObject json) {
      super(json);
    }

    @Override
    public FhirType<StratumPopulation> fhirType() {
      return TYPE;
    }

    /** {@return of what} */
    public Optional<CodeableConcept> code() {
      return get("code", CodeableConcept.TYPE);
    }

    /** {@return how many} */
    public Optional<Integer> count() {
      return integer("count");
    }
  }

  /**
   * Makes a MeasureReport. The setters take the members' names in the standard; with {@code add}
   * before the name, they append one value to its list.
   */
  public static final class Builder extends Resource.Builder<MeasureReport, Builder> {
    private Builder(JsonObject start) {
      super(TYPE, start);
    }

    /**
     * Adds to identifier.
     *
     * @param value numbers others know it by
     * @return this
     */
    public Builder addIdentifier(Identifier value) {
      return add("identifier", value);
    }

    /**
     * Sets status.
     *
     * @param value one of complete, pending, error
     * @return this
     */
    public Builder status(String value) {
      return set("status", value);
    }

    /**
     * Sets type.
     *
     * @param value one of individual, subject-list, summary, data-collection
     * @return this
     */
    public Builder type(String value) {
      return set("type", value);
    }

    /**
     * Sets measure.
     *
     * @param value what was measured, a canonical URL
     * @return this
     */
    public Builder measure(String value) {
      return set("measure", value);
    }

    /**
     * Sets subject.
     *
     * @param value of whom or what
     * @return this
     */
    public Builder subject(Reference value) {
      return set("subject", value);
    }

    /**
     * Sets date.
     *
     * @param value when it was made
     * @return this
     */
    public Builder date(FhirDateTime value) {
      return set("date", value);
    }

    /**
     * Sets reporter.
     *
     * @param value who made it
     * @return this
     */
    public Builder reporter(Reference value) {
      return set("reporter", value);
    }

    /**
     * Sets period.
     *
     * @param value the time it covers
     * @return this
     */
    public Builder period(Period value) {
      return set("period", value);
    }

    /**
     * Sets improvementNotation.
     *
     * @param value whether more is better: increase or decrease, a code of {@code
     *     http://terminology.hl7.org/CodeSystem/measure-improvement-notation}
     * @return this
     */
    public Builder improvementNotation(CodeableConcept value) {
      return set("improvementNotation", value);
    }

    /**
     * Adds to group.
     *
     * @param value the figures
     * @return this
     */
    public Builder addGroup(Group value) {
      return add("group", value);
    }
  }
}
