package id.simpul.testkit.register;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.SimpulException;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Violation;
import id.simpul.identity.credential.resident.ResidentCredential;
import id.simpul.identity.federation.EntityTypes;
import id.simpul.identity.http.SignatureProfile;
import id.simpul.node.internal.store.EventType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterTest {
  private Register register;
  private Product product;

  @BeforeAll
  void read() throws Exception {
    register = Register.read();
    product = new Product();
  }

  @Test
  void headings_register_areTheOnesCheckedHere() {
    assertThat(register.headings())
        .containsExactly(
            "Reason codes",
            "Violations",
            "Operations",
            "Schemas",
            "Profiles",
            "Credentials",
            "Events",
            "Database migrations",
            "Region tables",
            "Reconciliation reasons", // checked in sdk-health
            "Certificate check codes"); // checked in sdk-health
  }

  @Test
  void reasonCodes_everyException_areTheRegistered() {
    assertThat(product.concreteSubclasses(SimpulException.class))
        .as("exceptions asked for their codes; add a new one to ReasonCodes")
        .containsExactlyInAnyOrderElementsOf(ReasonCodes.exceptions());
    assertThat(register.entries("Reason codes"))
        .containsExactlyInAnyOrderElementsOf(ReasonCodes.all());
  }

  @Test
  void violations_constants_areTheRegistered() throws Exception {
    List<String> codes = new ArrayList<>();
    for (Field field : Violation.class.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && Modifier.isPublic(field.getModifiers())) {
        codes.add((String) field.get(null));
      }
    }

    assertThat(register.entries("Violations")).containsExactlyInAnyOrderElementsOf(codes);
  }

  @Test
  void operations_constants_areTheRegistered() throws Exception {
    assertThat(register.entries("Operations"))
        .containsExactlyInAnyOrderElementsOf(
            product.constants(Operation.class).stream()
                .map(operation -> ((Operation<?, ?>) operation).id())
                .distinct() // a server may know an operation by a path of its own
                .toList());
  }

  @Test
  void schemas_resources_areTheRegistered() throws Exception {
    assertThat(register.entries("Schemas"))
        .containsExactlyInAnyOrderElementsOf(
            product.resources("META-INF/simpul/schemas").stream()
                .map(name -> name.replaceFirst("\\.json$", ""))
                .toList());
  }

  @Test
  void profiles_constants_areTheRegistered() {
    assertThat(register.entries("Profiles"))
        .containsExactly(SignatureProfile.TAG, EntityTypes.NODE);
  }

  @Test
  void credentials_types_areTheRegistered() {
    assertThat(register.entries("Credentials")).containsExactly(ResidentCredential.TYPE);
  }

  @Test
  void events_constants_areTheRegistered() throws Exception {
    assertThat(register.entries("Events"))
        .containsExactlyInAnyOrderElementsOf(
            product.constants(EventType.class).stream().map(EventType::toString).toList());
  }

  @Test
  void migrations_resources_areTheRegistered() throws Exception {
    assertThat(register.entries("Database migrations"))
        .containsExactlyInAnyOrderElementsOf(product.resources("db"));
  }

  @Test
  void regionTables_resources_areTheRegistered() throws Exception {
    assertThat(register.entries("Region tables"))
        .containsExactlyInAnyOrderElementsOf(
            product.resources("META-INF/simpul/regions").stream()
                .map(name -> name.replaceFirst("\\.txt$", ""))
                .toList());
  }

  @Test
  void entries_someLines_areTheFirstCellsUnderTheHeading() {
    Register some =
        Register.of(
            List.of(
                "| `lost` | x |",
                "## One",
                "| code | x |",
                "|---|---|",
                "| `a.b` | x |",
                "## Two",
                "| `c v1` | `d` |"));

    assertThat(some.headings()).containsExactly("One", "Two");
    assertThat(some.entries("One")).containsExactly("a.b");
    assertThat(some.entries("Two")).containsExactly("c v1");
  }
}
