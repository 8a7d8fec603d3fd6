package id.simpul.health.reconciliation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The statements of a group, by register. */
final class Sides {
  private final Map<Register, List<DoseStatement>> all = new EnumMap<>(Register.class);
  private final Map<Register, List<DoseStatement>> live = new EnumMap<>(Register.class);

  Sides(List<DoseStatement> statements) {
    for (Register register : Register.values()) {
      List<DoseStatement> of = statements.stream().filter(s -> s.register() == register).toList();
      List<DoseStatement> kept = of.stream().filter(s -> !isError(s)).toList();
      all.put(register, of);
      // A register that replaced a wrong record still says that the dose was given.
      live.put(register, kept.isEmpty() ? of : kept);
    }
  }

  static boolean isError(DoseStatement statement) {
    return statement.status() == DoseStatus.ENTERED_IN_ERROR;
  }

  List<DoseStatement> all(Register register) {
    return all.getOrDefault(register, List.of());
  }

  /** The statements that count: those not taken back, or all when all are. */
  List<DoseStatement> live(Register register) {
    return live.getOrDefault(register, List.of());
  }

  List<DoseStatement> live() {
    List<DoseStatement> both = new ArrayList<>(live(Register.NATIONAL));
    both.addAll(live(Register.REGIONAL));
    return both;
  }

  boolean both() {
    return !all(Register.NATIONAL).isEmpty() && !all(Register.REGIONAL).isEmpty();
  }

  /** The register that has it when the other has not. */
  Register only() {
    return all(Register.NATIONAL).isEmpty() ? Register.REGIONAL : Register.NATIONAL;
  }

  boolean replaced() {
    return all.keySet().stream().anyMatch(r -> all(r).size() > live(r).size());
  }

  boolean takenBack(Register register) {
    return live(register).stream().anyMatch(Sides::isError);
  }

  boolean recordedTwice() {
    return live.values().stream()
        .anyMatch(side -> side.stream().map(DoseStatement::recordId).distinct().count() > 1);
  }

  /** Whether something holds of a pair of statements that count, one of each register. */
  boolean anyPair(BiPredicate<DoseStatement, DoseStatement> condition) {
    return live(Register.NATIONAL).stream()
        .anyMatch(n -> live(Register.REGIONAL).stream().anyMatch(r -> condition.test(n, r)));
  }

  /** The register all statements say was first, if they say so alike. */
  Optional<Register> originator() {
    List<Register> named =
        live().stream().flatMap(s -> s.originator().stream()).distinct().toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }
}
