package id.simpul.identity.internal.sf;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SfWriterTest {
  @ParameterizedTest
  @CsvSource({"1.0,1.0", "10.0,10.0", "1.50,1.5", "0.125,0.125", "-100.0,-100.0", "0.0,0.0"})
  void member_decimal_isWrittenInItsShortestForm(String text, String written)
      throws FormatException {
    assertThat(SfWriter.member(SfReader.item(text))).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%\"a ~\"", "%\"%25\"", "%\"%22\"", "%\"%00%7f\"", "%\"%c3%a9z\""})
  void member_displayString_escapesWhatItMustAlone(String text) throws FormatException {
    assertThat(SfWriter.member(SfReader.item(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a=?0",
        "a=1",
        "a=()",
        "a=(1 2);b",
        "a, b;c=?0, d=?0;e",
        "a;b, c=\"?1\"",
        "z, *z9_-.*;az"
      })
  void dictionary_everyMember_isWrittenAsItWasRead(String text) throws FormatException {
    assertThat(SfWriter.dictionary(SfReader.dictionary(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "a, (), (b c;d);e=?0, :AQI=:"})
  void list_everyMember_isWrittenAsItWasRead(String text) throws FormatException {
    assertThat(SfWriter.list(SfReader.list(text))).isEqualTo(text);
  }

  @Test
  void parameters_ofAnItem_areWrittenAsTheyStandAfterIt() throws FormatException {
    assertThat(SfWriter.parameters(SfReader.item("x;a;b=?0;c=1").parameters()))
        .isEqualTo(";a;b=?0;c=1");
  }
}
