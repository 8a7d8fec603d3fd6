package id.simpul.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What code does not do: sleep, look at the wall clock, print, end the program. */
final class Manners {
  private static final Set<String> WAITING =
      Set.of(
          "java.lang.Thread.sleep",
          "java.util.concurrent.TimeUnit.sleep",
          "java.util.concurrent.locks.LockSupport.parkNanos",
          "java.util.concurrent.locks.LockSupport.parkUntil");
  private static final Set<String> WALL_CLOCK =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.time.Clock.system",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.util.Calendar.getInstance",
          "java.util.Date.<init>");
  private static final Set<String> PRINTING =
      Set.of("java.lang.System.out", "java.lang.System.err", "java.lang.System.in");
  private static final Set<String> ENDING =
      Set.of("java.lang.System.exit", "java.lang.Runtime.exit", "java.lang.Runtime.halt");

  private final House house;

  private Manners(House house) {
    this.house = house;
  }

  static List<Guard> of(House house) {
    Manners manners = new Manners(house);
    return List.of(
        manners.never("sleep", "Sleeps", List.of(), among(WAITING)),
        manners.never("look at the wall clock", "LooksAtTheWall", List.of(), Manners::isWallClock),
        // The two defaults a program may replace.
        manners.never(
            "take the system's clock",
            "TakesTheClock",
            List.of(
                "core.ClientConfig$Builder",
                "identity.federation.ChainResolver$Builder",
                "identity.presentation.PresentationDesk$Builder",
                "node.Main",
                "node.NodeConfigBuilder"),
            access -> name(access).equals("java.time.InstantSource.system")),
        manners.never("print", "Prints", List.of("node.Main"), Manners::isPrinting),
        manners.never("end the program", "Exits", List.of("node.Main"), among(ENDING)));
  }

  private Guard never(
      String what, String culprit, List<String> but, Predicate<JavaAccess<?>> access) {
    return new Guard(
        "never " + what,
        noClasses()
            .that(not(house.within(but)))
            .should()
            .accessTargetWhere(describe("would " + what, access)),
        "BadManners$" + culprit);
  }

  private static Predicate<JavaAccess<?>> among(Set<String> names) {
    return access -> names.contains(name(access));
  }

  private static boolean isWallClock(JavaAccess<?> access) {
    boolean now =
        access.getTargetOwner().getPackageName().startsWith("java.time")
            && access.getTarget().getName().equals("now");
    return now || WALL_CLOCK.contains(name(access));
  }

  private static boolean isPrinting(JavaAccess<?> access) {
    return access.getTarget().getName().equals("printStackTrace")
        || PRINTING.contains(name(access));
  }

  private static String name(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }
}
