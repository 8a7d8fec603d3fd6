package id.simpul.health.internal.cbor;

import java.util.HexFormat;
import java.util.stream.Collectors;

/** RFC 8949, section 8, as far as the vectors need it. */
final class Diagnostic {
  private Diagnostic() {}

  static String of(CborValue value) {
    if (value instanceof CborInteger integer) {
      return integer.value().toString();
    } else if (value instanceof CborBytes bytes) {
      return "h'" + HexFormat.of().formatHex(bytes.bytes()) + "'";
    } else if (value instanceof CborText text) {
      return '"' + text.value() + '"';
    } else if (value instanceof CborTag tag) {
      return Long.toUnsignedString(tag.tag()) + "(" + of(tag.content()) + ")";
    } else if (value instanceof CborArray array) {
      return array.items().stream().map(Diagnostic::of).collect(Collectors.joining(", ", "[", "]"));
    } else if (value instanceof CborMap map) {
      return map.entries().entrySet().stream()
          .map(entry -> of(entry.getKey()) + ": " + of(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    } else if (value instanceof CborSimple simple) {
      return "simple(" + simple.value() + ")";
    }
    return Double.toString(((CborFloat) value).value());
  }
}
