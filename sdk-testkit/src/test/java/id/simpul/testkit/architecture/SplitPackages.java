package id.simpul.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds packages that lie in two modules, which the module system forbids. */
final class SplitPackages {
  private final Map<String, Set<String>> placesByPackage = new TreeMap<>();

  /** Looks at where classes were loaded from. */
  static SplitPackages among(Collection<JavaClass> classes) {
    SplitPackages packages = new SplitPackages();
    for (JavaClass type : classes) {
      String source = type.getSource().orElseThrow().getUri().toString();
      String file = type.getName().replace('.', '/') + ".class";
      packages.add(type.getPackageName(), source.replace(file, ""));
    }
    return packages;
  }

  /** Notes that a package was seen at a place. */
  void add(String name, String place) {
    placesByPackage.computeIfAbsent(name, n -> new TreeSet<>()).add(place);
  }

  /** The places classes were loaded from. */
  Set<String> places() {
    Set<String> all = new TreeSet<>();
    placesByPackage.values().forEach(all::addAll);
    return all;
  }

  /** Packages that were seen at more than one place, with the places. */
  Map<String, Set<String>> split() {
    Map<String, Set<String>> split = new TreeMap<>(placesByPackage);
    split.values().removeIf(places -> places.size() < 2);
    return split;
  }
}
