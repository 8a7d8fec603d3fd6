package id.simpul.health.reconciliation;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One group of statements that are about one dose, what the group comes to, and why. Every newest
 * statement of every record is in exactly one finding. {@code toString} shows no value. Immutable.
 */
public final class Finding {
  private final MatchClass classification;
  private final List<DoseStatement> national;
  private final List<DoseStatement> regional;
  private final List<Reason> reasons;
  private final List<FieldDecision> decisions;
  private final List<Suggestion> suggestions;
  private final int counted;
  private final @Nullable DoseStatement witness;

  Finding(Judgement j) {
    this.classification = j.classification();
    this.national = j.side(Register.NATIONAL);
    this.regional = j.side(Register.REGIONAL);
    this.reasons = List.copyOf(j.reasons());
    this.decisions = List.copyOf(j.decisions());
    this.suggestions = List.copyOf(j.suggestions());
    this.counted = j.facts().counted();
    this.witness = j.facts().witness();
  }

  /**
   * What the group comes to.
   *
   * @return the class
   */
  public MatchClass classification() {
    return classification;
  }

  /**
   * The fields on which the registers contradict each other.
   *
   * @return an unmodifiable sorted set, empty unless the class is {@link MatchClass#CONFLICT} or
   *     about the person
   */
  public Set<DoseField> conflicts() {
    Set<DoseField> fields = new TreeSet<>();
    decisions.stream()
        .filter(FieldDecision::conflict)
        .map(FieldDecision::field)
        .forEach(fields::add);
    return Collections.unmodifiableSet(fields);
  }

  /**
   * The original statements of one register: the newest of each record.
   *
   * @param register a register
   * @return an unmodifiable list in a fixed order, empty when the register does not have the dose
   */
  public List<DoseStatement> originals(Register register) {
    return register == Register.NATIONAL ? national : regional;
  }

  /**
   * Why.
   *
   * @return different reasons in a fixed order, at least one
   */
  public List<Reason> reasons() {
    return reasons;
  }

  /**
   * What was decided of each field the registers do not say alike.
   *
   * @return in the order of the fields
   */
  public List<FieldDecision> decisions() {
    return decisions;
  }

  /**
   * What could be done. Empty while anything is in doubt.
   *
   * @return suggestions, none of them carried out
   */
  public List<Suggestion> suggestions() {
    return suggestions;
  }

  /**
   * The dose number that counting the person's doses of this vaccine group by day arrives at. Doses
   * neither register knows are not counted, so it is a comparison and no truth.
   *
   * @return 1 or more, or empty when it cannot be counted
   */
  public Optional<Integer> countedDoseNumber() {
    return counted == 0 ? Optional.empty() : Optional.of(counted);
  }

  /**
   * A statement that casts doubt on the person or the dose; one of them when several do.
   *
   * @return the statement {@link Reason#NIK_HELD_BY_ANOTHER}, {@link Reason#NIK_TYPO_SUSPECTED} or
   *     {@link Reason#POSSIBLY_RECORDED} is about, or empty
   */
  public Optional<DoseStatement> witness() {
    return Optional.ofNullable(witness);
  }

  /**
   * The finding for a person, in a few lines: which records, what, why, whose value stands. Names
   * are masked, and NIKs are not shown at all.
   *
   * @param language the language
   * @return lines without a line end after the last
   */
  public String explain(Language language) {
    return new Explanation(this, language).text();
  }

  private List<Object> state() {
    return List.of(
        classification, national, regional, reasons, decisions, suggestions, counted, witness());
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Finding other && state().equals(other.state());
  }

  @Override
  public int hashCode() {
    return Objects.hash(classification, national, regional);
  }

  /** Class and reasons, no value. */
  @Override
  public String toString() {
    return "Finding[" + classification + ", " + reasons + "]";
  }
}
