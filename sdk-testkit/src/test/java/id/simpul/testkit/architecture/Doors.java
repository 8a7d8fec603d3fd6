package id.simpul.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** A third-party library has one door; some have none. */
final class Doors {
  private final House house;

  private Doors(House house) {
    this.house = house;
  }

  static List<Guard> of(House house) {
    Doors doors = new Doors(house);
    return List.of(
        doors.door(
            "OkHttp",
            List.of("okhttp3..", "okio.."),
            // The configuration takes a caller's own client and hands it to the pipeline.
            List.of("core.internal.http", "core.ClientConfig")),
        doors.door(
            "Jackson",
            List.of("tools.jackson..", "com.fasterxml.."),
            // The validator takes its documents as Jackson's trees.
            List.of("core.internal.json", "core.internal.schema")),
        doors.door("Networknt", List.of("com.networknt.."), List.of("core.internal.schema")),
        doors.door(
            "StAX",
            List.of("javax.xml..", "org.xml..", "org.w3c.."),
            List.of("core.format.Xml", "core.format.XmlTreeReader", "core.format.XmlTreeWriter")),
        doors.door(
            "BouncyCastle", List.of("org.bouncycastle.."), List.of("identity.internal.crypto")),
        doors.door(
            "Corretto",
            List.of("com.amazon.corretto.."),
            List.of("identity.internal.crypto.CorrettoLibrary")),
        doors.door(
            "Conscrypt",
            List.of("org.conscrypt.."),
            List.of("identity.internal.crypto.ConscryptLibrary")),
        doors.door("Zxing", List.of("com.google.zxing.."), List.of("health.internal.qr")),
        doors.door("VertX", List.of("io.vertx.."), List.of("node.internal.http")),
        doors.door("Netty", List.of("io.netty.."), List.of("node.internal.http")),
        doors.door(
            "Jdbc",
            List.of("java.sql..", "javax.sql..", "org.sqlite.."),
            List.of("node.internal.store", "queue.internal")),
        doors.door("VertXJson", List.of("io.vertx.core.json.."), List.of()),
        doors.door(
            "Logback",
            List.of("ch.qos.logback..", "java.util.logging..", "org.apache.logging.."),
            List.of()),
        doors.door("JavaNetHttp", List.of("java.net.http.."), List.of()),
        // JUnit's parameters are java.lang.reflect's.
        doors.door("Reflection", List.of("java.lang.reflect.."), List.of("testkit")),
        doors.door(
            "JUnit", List.of("org.junit..", "org.assertj..", "com.tngtech.."), List.of("testkit")));
  }

  private Guard door(String name, List<String> library, List<String> through) {
    ArchRule rule =
        noClasses()
            .that(not(house.within(through)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(library.toArray(String[]::new));
    return new Guard("door of " + name, rule, "Windows$" + name);
  }
}
