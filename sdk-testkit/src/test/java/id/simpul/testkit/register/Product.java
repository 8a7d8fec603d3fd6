package id.simpul.testkit.register;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the published modules hold: constants of a type, classes of a kind, resources. */
final class Product {
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("id.simpul");

  /** The values of all static fields of a type, whoever may see them. */
  <T> List<T> constants(Class<T> type) throws ReflectiveOperationException {
    List<T> values = new ArrayList<>();
    for (JavaClass owner : classes) {
      for (JavaField field : owner.getFields()) {
        if (field.getModifiers().contains(JavaModifier.STATIC)
            && field.getRawType().isEquivalentTo(type)) {
          Field found = field.reflect();
          found.setAccessible(true);
          values.add(type.cast(found.get(null)));
        }
      }
    }
    return values;
  }

  /** The simple names of all classes below one that can be made. */
  Set<String> concreteSubclasses(Class<?> root) {
    Set<String> names = new TreeSet<>();
    for (JavaClass type : classes) {
      if (type.isAssignableTo(root) && !type.getModifiers().contains(JavaModifier.ABSTRACT)) {
        names.add(type.getSimpleName());
      }
    }
    return names;
  }

  /** The names of all resources of the published modules below a folder, relative to it. */
  Set<String> resources(String folder) throws IOException {
    Set<String> names = new TreeSet<>();
    for (String place : places()) {
      URI uri = URI.create(place);
      if (place.startsWith("jar:")) {
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
          collect(jar.getPath(folder), names);
        }
      } else {
        collect(Path.of(uri).resolve(folder), names);
      }
    }
    return names;
  }

  private Set<String> places() {
    Set<String> places = new TreeSet<>();
    for (JavaClass type : classes) {
      String source = type.getSource().orElseThrow().getUri().toString();
      places.add(source.replace(type.getName().replace('.', '/') + ".class", ""));
    }
    return places;
  }

  private static void collect(Path folder, Set<String> names) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      tree.filter(Files::isRegularFile)
          .forEach(file -> names.add(folder.relativize(file).toString().replace('\\', '/')));
    }
  }
}
