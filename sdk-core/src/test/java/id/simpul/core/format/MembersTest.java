package id.simpul.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembersTest {
  private static JsonObject object(int members) {
    JsonObject.Builder builder = JsonObject.builder();
    for (int i = 0; i < members; i++) {
      builder.put("n" + i, JsonNumber.of(i));
    }
    return builder.build();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 5, Members.INDEXED - 1, Members.INDEXED, Members.INDEXED + 1, 1000})
  void members_ofAnyNumber_areThereInTheirOrder(int count) {
    Map<String, JsonValue> expected = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      expected.put("n" + i, JsonNumber.of(i));
    }
    Map<String, JsonValue> members = object(count).members();
    assertThat(members).isEqualTo(expected).hasSize(count).hasSameHashCodeAs(expected);
    assertThat(List.copyOf(members.entrySet())).isEqualTo(List.copyOf(expected.entrySet()));
    assertThat(List.copyOf(members.keySet())).isEqualTo(List.copyOf(expected.keySet()));
    for (int i = 0; i < count; i++) {
      assertThat(members.get("n" + i)).isEqualTo(JsonNumber.of(i));
    }
    assertThat(members.containsKey("n" + count)).isFalse();
    assertThat(members.get("n" + count)).isNull();
    assertThat(members.get(null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, Members.INDEXED + 1})
  void put_nameThatIsThere_replacesItsValueInPlace(int count) {
    JsonObject changed =
        JsonObject.builder().putAll(object(count)).put("n1", JsonBoolean.TRUE).build();
    assertThat(changed.members()).hasSize(count).containsEntry("n1", JsonBoolean.TRUE);
    assertThat(List.copyOf(changed.members().keySet()).get(1)).isEqualTo("n1");
  }

  /** Names that a hash table would put in one place. */
  @Test
  void members_namesOfOneHash_areToldApart() {
    JsonObject object = JsonObject.builder().put("Aa", "1").put("BB", "2").build();
    assertThat(object.get("Aa")).contains(new JsonString("1"));
    assertThat(object.get("BB")).contains(new JsonString("2"));
    assertThat(object.get("C#")).isEmpty();
  }

  @Test
  void build_builderUsedFurther_leavesWhatItMadeAlone() {
    JsonObject.Builder builder = JsonObject.builder().put("a", "1");
    JsonObject first = builder.build();
    JsonObject second = builder.put("b", "2").putAll(object(1)).build();
    assertThat(first.members().keySet()).containsExactly("a");
    assertThat(second.members().keySet()).containsExactly("a", "b", "n0");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, Members.INDEXED + 1})
  void putIfAbsent_nameThatIsThere_changesNothing(int count) {
    JsonObject.Builder builder = JsonObject.builder().putAll(object(count));
    assertThat(builder.putIfAbsent("n1", JsonBoolean.TRUE)).isFalse();
    assertThat(builder.putIfAbsent("new", JsonBoolean.TRUE)).isTrue();
    assertThat(builder.putIfAbsent("new", JsonBoolean.FALSE)).isFalse();
    assertThat(builder.build().members())
        .hasSize(count + 1)
        .containsEntry("n1", JsonNumber.of(1))
        .containsEntry("new", JsonBoolean.TRUE);
  }

  @Test
  void object_mapChangedAfterwards_staysAsItWas() {
    Map<String, JsonValue> map = new LinkedHashMap<>(Map.of("a", JsonNull.NULL));
    JsonObject object = new JsonObject(map);
    map.put("b", JsonNull.NULL);
    assertThat(object.members().keySet()).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, Members.INDEXED + 1})
  void members_anyChange_isRefused(int count) {
    Map<String, JsonValue> members = object(count).members();
    assertThatThrownBy(() -> members.put("x", JsonNull.NULL))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> members.put("n0", JsonNull.NULL))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> members.remove("n0"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(members::clear).isInstanceOf(UnsupportedOperationException.class);
    Map.Entry<String, JsonValue> entry = members.entrySet().iterator().next();
    assertThatThrownBy(() -> entry.setValue(JsonNull.NULL))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(members).hasSize(count);
  }

  @Test
  void iterator_atItsEnd_saysSo() {
    Iterator<?> iterator = object(1).members().entrySet().iterator();
    iterator.next();
    assertThat(iterator.hasNext()).isFalse();
    assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
  }
}
