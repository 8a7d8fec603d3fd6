package id.simpul.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseRulesTest {
  private static final Set<String> FLOORS =
      Set.of("core", "queue", "identity", "reporting", "health", "node", "testkit");

  private JavaClasses product;
  private JavaClasses broken;

  @BeforeAll
  void readClasses() {
    product = House.product();
    broken = House.broken();
  }

  private static List<Guard> guards(House house) {
    List<Guard> guards = new ArrayList<>(Floors.of(house));
    guards.addAll(Doors.of(house));
    guards.addAll(Manners.of(house));
    guards.addAll(Surface.of(house));
    return guards;
  }

  @Test
  void product_classesFound_coverEveryModule() {
    Set<String> floors = new TreeSet<>();
    product.forEach(type -> floors.add(House.PRODUCT.floor(type).orElse("none")));

    assertThat(floors).containsExactlyInAnyOrderElementsOf(FLOORS);
  }

  @TestFactory
  Stream<DynamicTest> product_eachRule_isKept() {
    return guards(House.PRODUCT).stream()
        .map(guard -> dynamicTest(guard.name(), () -> guard.rule().check(product)));
  }

  @TestFactory
  Stream<DynamicTest> brokenHouse_eachRule_findsItsCulpritAndNoInnocent() {
    return guards(House.BROKEN).stream()
        .map(guard ->
            dynamicTest(
                guard.toString(),
                () -> {
                  List<String> details =
                      guard.rule().evaluate(broken).getFailureReport().getDetails();

                  assertThat(details).anyMatch(line -> line.contains(guard.culprit()));
                  assertThat(details).noneMatch(line -> line.contains("Decent"));
                }));
  }

  @Test
  void product_packages_lieInOneModuleEach() {
    SplitPackages packages = SplitPackages.among(List.copyOf(product));

    assertThat(packages.places()).hasSameSizeAs(FLOORS);
    assertThat(packages.split()).isEmpty();
  }

  @Test
  void splitPackages_samePackageAtTwoPlaces_isFound() {
    SplitPackages packages = new SplitPackages();
    packages.add("id.simpul.core", "core.jar");
    packages.add("id.simpul.core", "core.jar");
    packages.add("id.simpul.core.value", "core.jar");
    packages.add("id.simpul.core.value", "node.jar");

    assertThat(packages.split()).containsOnlyKeys("id.simpul.core.value");
  }

  @Test
  void floor_classOutsideTheHouse_isNone() {
    assertThat(House.BROKEN.floor(product.get("id.simpul.core.value.Nik")))
        .isEqualTo(Optional.empty());
  }
}
