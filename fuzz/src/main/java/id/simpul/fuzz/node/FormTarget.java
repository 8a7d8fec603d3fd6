package id.simpul.fuzz.node;

import static id.simpul.fuzz.Invariant.keepsSilent;
import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.FormatException;
import id.simpul.core.operation.Params;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import id.simpul.node.NodeLimits;
import id.simpul.node.internal.http.FormDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Query strings and urlencoded forms: what is taken is read again when it is encoded. */
public final class FormTarget implements FuzzTarget {
  /** Makes the target. */
  public FormTarget() {}

  @Override
  public void run(byte[] input) throws FormatException {
    Params fields;
    try {
      fields = FormDecoder.decode(Input.text(input));
    } catch (FormatException e) {
      keepsSilent(e);
      return;
    }
    require(fields.entries().size() <= NodeLimits.MAX_FIELDS, "too many fields");
    String encoded =
        String.join(
            "&",
            fields.entries().stream()
                .map(field -> encode(field.name()) + "=" + encode(field.value()))
                .toList());
    Params again = FormDecoder.decode(encoded);
    require(again.equals(fields), "changes when encoded");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
