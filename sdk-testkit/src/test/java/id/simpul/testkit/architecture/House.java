package id.simpul.testkit.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Optional;

/**
 * Code under one root package, divided into floors by the package below it.
 *
 * @param root the root package
 */
record House(String root) {
  /** The product. */
  static final House PRODUCT = new House("id.simpul");

  /** Code that breaks every rule once. */
  static final House BROKEN = new House("id.simpul.testkit.architecture.broken");

  /** All classes of the product that are published, without tests. */
  static JavaClasses product() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages(PRODUCT.root);
  }

  /** All classes of the broken house. */
  static JavaClasses broken() {
    return new ClassFileImporter().importPackages(BROKEN.root);
  }

  /** The floor a class stands on, or empty when it is not of this house. */
  Optional<String> floor(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(root + ".")) {
      return Optional.empty();
    }
    String below = name.substring(root.length() + 1);
    int end = below.indexOf('.');
    return Optional.of(end < 0 ? below : below.substring(0, end));
  }

  /** Whether a class lies in an internal package of this house. */
  boolean isInternal(JavaClass type) {
    return floor(type).isPresent() && (type.getPackageName() + ".").contains(".internal.");
  }

  /** Whether a class lies in one of these packages, or is one of these classes or in one. */
  DescribedPredicate<JavaClass> within(List<String> places) {
    return DescribedPredicate.describe(
        "in " + places,
        type -> places.stream().anyMatch(place -> isWithin(type, root + "." + place)));
  }

  private static boolean isWithin(JavaClass type, String place) {
    String name = type.getName();
    return name.equals(place) || name.startsWith(place + ".") || name.startsWith(place + "$");
  }
}
