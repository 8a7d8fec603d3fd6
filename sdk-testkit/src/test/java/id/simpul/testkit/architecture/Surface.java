package id.simpul.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** What others see: closed types, no state that all share, no stranger in a signature. */
final class Surface {
  private static final List<String> STRANGERS =
      List.of(
          "tools.jackson.",
          "com.fasterxml.",
          "com.networknt.",
          "org.bouncycastle.",
          "com.amazon.",
          "org.conscrypt.",
          "io.vertx.",
          "io.netty.",
          "okio.",
          "org.sqlite.",
          "java.sql.",
          "ch.qos.");
  private static final List<String> MUTABLE =
      List.of(
          "java.util.concurrent.atomic.",
          "java.lang.StringBuilder",
          "java.lang.ThreadLocal",
          "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.ArrayList",
          "java.util.HashSet",
          "java.util.concurrent.ConcurrentHashMap");

  private Surface() {}

  static List<Guard> of(House house) {
    return List.of(
        new Guard(
            "public signatures show nothing internal",
            classes().should(showOnlyWhatIsPublic(house)),
            "core.ShowsInternals"),
        new Guard(
            "public signatures show no library",
            classes().should(showOnlyWhatIsPublic(house)),
            "core.ShowsStrangers"),
        new Guard(
            "OkHttp is seen at its seam alone",
            classes().should(showOkHttpAtItsSeam(house)),
            "core.ShowsOkHttp"),
        new Guard("public types are closed", classes().should(beClosed()), "core.OpenToAll"),
        new Guard(
            "no state is shared by all", fields().should(notBeSharedState()), "core.KeepsState"),
        new Guard(
            "packages are null-marked", classes().should(lieInNullMarkedPackage()), "Unmarked"));
  }

  private static ArchCondition<JavaClass> showOnlyWhatIsPublic(House house) {
    return new ArchCondition<>("show nothing internal and no library in a public signature") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (house.isInternal(type) || !isVisible(type)) {
          return;
        }
        for (JavaClass shown : shownBy(type)) {
          if (house.isInternal(shown) || STRANGERS.stream().anyMatch(shown.getName()::startsWith)) {
            events.add(
                SimpleConditionEvent.violated(
                    type, type.getName() + " shows " + shown.getName() + " to its users"));
          }
        }
      }
    };
  }

  private static ArchCondition<JavaClass> showOkHttpAtItsSeam(House house) {
    return new ArchCondition<>("show OkHttp in ClientConfig alone") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean seam = house.within(List.of("core.ClientConfig")).test(type);
        if (seam || house.isInternal(type) || !isVisible(type)) {
          return;
        }
        if (shownBy(type).stream().anyMatch(c -> c.getName().startsWith("okhttp3."))) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " shows OkHttp"));
        }
      }
    };
  }

  private static boolean isVisible(JavaClass type) {
    return isShown(type) && type.getEnclosingClass().map(Surface::isVisible).orElse(true);
  }

  private static boolean isShown(HasModifiers thing) {
    Set<JavaModifier> modifiers = thing.getModifiers();
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static Set<JavaClass> shownBy(JavaClass type) {
    Set<JavaClass> shown = new LinkedHashSet<>();
    type.getSuperclass().map(JavaType::getAllInvolvedRawTypes).ifPresent(shown::addAll);
    type.getInterfaces().forEach(i -> shown.addAll(i.getAllInvolvedRawTypes()));
    type.getTypeParameters().forEach(p -> shown.addAll(p.getAllInvolvedRawTypes()));
    for (JavaMember member : type.getMembers()) {
      // The compiler's own members, such as bridges, are not written by anybody.
      if (isShown(member) && !member.getModifiers().contains(JavaModifier.SYNTHETIC)) {
        shown.addAll(member.getAllInvolvedRawTypes());
        if (member instanceof JavaCodeUnit unit) {
          unit.getThrowsClause().forEach(t -> shown.add(t.getRawType()));
        }
      }
    }
    return shown;
  }

  private static ArchCondition<JavaClass> beClosed() {
    return new ArchCondition<>("be final, sealed, abstract or an interface when public") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Set<JavaModifier> modifiers = type.getModifiers();
        boolean closed =
            type.isInterface()
                || type.isEnum()
                || modifiers.contains(JavaModifier.FINAL)
                || modifiers.contains(JavaModifier.ABSTRACT)
                || type.reflect().isSealed();
        if (modifiers.contains(JavaModifier.PUBLIC) && !closed) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " is open to all"));
        }
      }
    };
  }

  private static ArchCondition<JavaField> notBeSharedState() {
    return new ArchCondition<>("be final and unchanging when static") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        Set<JavaModifier> modifiers = field.getModifiers();
        if (!modifiers.contains(JavaModifier.STATIC)
            || modifiers.contains(JavaModifier.SYNTHETIC)) {
          return;
        }
        String kind = field.getRawType().getName();
        boolean array = field.getRawType().isArray();
        if (!modifiers.contains(JavaModifier.FINAL)
            || (array && !modifiers.contains(JavaModifier.PRIVATE))
            || MUTABLE.stream().anyMatch(kind::startsWith)) {
          events.add(SimpleConditionEvent.violated(field, field.getFullName() + " can change"));
        }
      }
    };
  }

  private static ArchCondition<JavaClass> lieInNullMarkedPackage() {
    return new ArchCondition<>("lie in a package marked with @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
          events.add(
              SimpleConditionEvent.violated(
                  type, type.getName() + " lies in a package without @NullMarked"));
        }
      }
    };
  }
}
