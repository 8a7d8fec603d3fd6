package id.simpul.health.reconciliation;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of a field that the two registers do not say alike. Both originals stay in the
 * finding; this says whose stands.
 */
public final class FieldDecision {
  /** By what it was decided. */
  public enum Basis {
    /** One register says nothing of it. */
    ONLY_ONE_SAYS,
    /** The policy of the field. */
    POLICY,
    /** Nothing: the policy does not tell, so a person has to. */
    UNDECIDED
  }

  private final DoseField field;
  private final boolean conflict;
  private final @Nullable Register stands;
  private final Basis basis;

  private FieldDecision(DoseField field, boolean conflict, @Nullable Register stands, Basis basis) {
    this.field = field;
    this.conflict = conflict;
    this.stands = stands;
    this.basis = basis;
  }

  static FieldDecision gap(DoseField field, Register says) {
    return new FieldDecision(field, false, says, Basis.ONLY_ONE_SAYS);
  }

  static FieldDecision difference(DoseField field, boolean conflict, @Nullable Register stands) {
    return new FieldDecision(
        field, conflict, stands, stands == null ? Basis.UNDECIDED : Basis.POLICY);
  }

  /**
   * The field.
   *
   * @return what it is about
   */
  public DoseField field() {
    return field;
  }

  /**
   * Whether the registers contradict each other, more than two spellings of a name or neighbouring
   * days do.
   *
   * @return false for a gap and for a difference within what is tolerated
   */
  public boolean conflict() {
    return conflict;
  }

  /**
   * Whose value stands.
   *
   * @return a register, or empty when it is {@link Basis#UNDECIDED}
   */
  public Optional<Register> stands() {
    return Optional.ofNullable(stands);
  }

  /**
   * By what it was decided.
   *
   * @return the basis
   */
  public Basis basis() {
    return basis;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof FieldDecision other
        && field == other.field
        && conflict == other.conflict
        && stands == other.stands
        && basis == other.basis;
  }

  @Override
  public int hashCode() {
    return Objects.hash(field, conflict, stands, basis);
  }

  /** Field and decision, no value. */
  @Override
  public String toString() {
    return field.code() + ": " + (stands == null ? "undecided" : stands.name());
  }
}
