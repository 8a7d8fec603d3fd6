package id.simpul.node.internal.http;

import id.simpul.core.operation.ErrorFormat;
import id.simpul.core.operation.MediaType;
import java.util.List;

/**
 * Chooses how an error is written: as the suffix of the path says, or else as {@code Accept} asks,
 * or else by default. A suffix that no format has tells nothing, so that the 406 it earns is
 * written as {@code Accept} asks.
 */
final class ErrorFormats {
  private ErrorFormats() {}

  /**
   * Chooses one of an endpoint's formats.
   *
   * @param offered the formats, at least one, the default first
   * @param suffix the suffix of the path without its dot, possibly unknown or empty
   * @param accept the value of {@code Accept}, possibly empty; weights are not looked at
   * @return one of those offered
   */
  static ErrorFormat choose(List<ErrorFormat> offered, String suffix, String accept) {
    for (ErrorFormat format : offered) {
      if (suffix.equals(format.suffix().orElse(null))) {
        return format;
      }
    }
    for (String wanted : accept.split(",", -1)) {
      String type = MediaType.parse(wanted).map(ErrorFormats::subtype).orElse("");
      for (ErrorFormat format : offered) {
        if (type.equals(subtype(format.mediaType()))) {
          return format;
        }
      }
    }
    return offered.get(0);
  }

  // text/xml and application/xml are one to whoever asks.
  private static String subtype(MediaType type) {
    return type.type().substring(type.type().indexOf('/') + 1);
  }
}
