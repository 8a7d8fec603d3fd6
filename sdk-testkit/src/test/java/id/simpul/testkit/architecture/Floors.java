package id.simpul.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Imports go down only; capabilities stand side by side and never import each other. */
final class Floors {
  private static final Map<String, Integer> HEIGHT =
      Map.of(
          "core", 0,
          "queue", 1,
          "identity", 1,
          "reporting", 2,
          "health", 2,
          "opendata", 2,
          "node", 3,
          "testkit", 4,
          "benchmarks", 5,
          "examples", 5);

  private Floors() {}

  static List<Guard> of(House house) {
    return List.of(
        new Guard("imports go down", classes().should(importDown(house)), "core.ReachesUp"),
        new Guard(
            "capabilities apart", classes().should(importDown(house)), "reporting.ReachesAside"),
        new Guard(
            "nobody imports the testkit",
            classes().should(importDown(house)),
            "node.ReachesForTheTestkit"),
        new Guard(
            "every package is on a floor",
            classes().should(importDown(house)),
            "attic.StandsNowhere"),
        new Guard(
            "internal packages stay inside",
            classes().should(keepOutOfInternals(house)),
            "identity.ReachesInside"));
  }

  private static ArchCondition<JavaClass> importDown(House house) {
    return new ArchCondition<>("stand on a floor and import only from floors below") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Integer height = height(house, type);
        if (height == null) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " is on no floor"));
          return;
        }
        for (Dependency use : type.getDirectDependenciesFromSelf()) {
          if (!mayUse(house, type, height, use.getTargetClass())) {
            events.add(SimpleConditionEvent.violated(type, use.getDescription()));
          }
        }
      }
    };
  }

  private static Integer height(House house, JavaClass type) {
    return house.floor(type).map(HEIGHT::get).orElse(null);
  }

  private static boolean mayUse(House house, JavaClass type, int height, JavaClass used) {
    Optional<String> floor = house.floor(used);
    if (floor.isEmpty() || floor.equals(house.floor(type))) {
      return true;
    }
    Integer below = height(house, used);
    return below != null && below < height;
  }

  private static ArchCondition<JavaClass> keepOutOfInternals(House house) {
    return new ArchCondition<>("use no internal package of another module") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency use : type.getDirectDependenciesFromSelf()) {
          JavaClass used = use.getTargetClass();
          if (house.isInternal(used) && !Objects.equals(house.floor(used), house.floor(type))) {
            events.add(SimpleConditionEvent.violated(type, use.getDescription()));
          }
        }
      }
    };
  }
}
