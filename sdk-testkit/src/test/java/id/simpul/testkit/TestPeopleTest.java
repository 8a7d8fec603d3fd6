package id.simpul.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TestPeopleTest {
  private static final int MANY = 2000;

  private static List<TestPerson> people(long seed, int count) {
    TestPeople people = TestPeople.of(seed);
    return Stream.generate(people::next).limit(count).toList();
  }

  @Test
  void next_sameSeed_inventsTheSamePeople() {
    assertThat(people(7, 20)).isEqualTo(people(7, 20));
    assertThat(people(7, 20)).isNotEqualTo(people(8, 20));
  }

  @Test
  void next_many_haveNikOfNoProvinceAndPhoneOfNoOperator() {
    assertThat(people(7, MANY))
        .allSatisfy(person -> {
          assertThat(person.nik().reveal()).matches("99[0-9]{14}");
          assertThat(person.phone()).matches("\\+62840[0-9]{7}");
          assertThat(person.email()).endsWith("@example.id");
        });
  }

  @Test
  void reporter_many_areTakenAsTheyAre() {
    assertThat(people(9, MANY))
        .allSatisfy(person -> {
          assertThat(person.reporter().isAnonymous()).isFalse();
          assertThat(person.reporter().phone()).contains(person.phone());
        });
  }

  @Test
  void toString_person_showsNothing() {
    assertThat(people(7, 1).get(0)).hasToString("TestPerson[<redacted>]");
  }
}
