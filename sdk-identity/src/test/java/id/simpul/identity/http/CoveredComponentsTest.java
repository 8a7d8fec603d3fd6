package id.simpul.identity.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.FormatException;
import id.simpul.identity.internal.sf.InnerList;
import id.simpul.identity.internal.sf.SfReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoveredComponentsTest {
  private static List<Component> of(String text) throws FormatException, Refused {
    return CoveredComponents.of((InnerList) SfReader.list(text).get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"A\"", "\"Z\"", "\"aQ\"", "\"a b\"", "\"a:\"", "a", "1", "?1"})
  void of_whatIsNoName_isRefused(String item) {
    assertThatThrownBy(() -> of("(" + item + ")"))
        .isInstanceOf(Refused.class)
        .hasMessage("a component is not a name in lower case");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"@method\"", "\"a\"", "\"z[\"", "\"x-9\";req"})
  void of_name_isTakenAsItStands(String item) throws FormatException, Refused {
    assertThat(of("(" + item + ")")).extracting(Component::identifier).containsExactly(item);
  }

  @Test
  void of_twice_isRefusedWhateverTheOrderOfParameters() throws FormatException, Refused {
    assertThat(of("(\"a\" \"a\";req)")).hasSize(2);
    for (String twice : List.of("(\"a\" \"a\")", "(\"a\";req;sf \"b\" \"a\";sf;req)")) {
      assertThatThrownBy(() -> of(twice))
          .isInstanceOf(Refused.class)
          .hasMessage("covers a component twice");
    }
  }
}
