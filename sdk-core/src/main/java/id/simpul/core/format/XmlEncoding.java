package id.simpul.core.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the encoding of a document (XML 1.0, appendix F) and decodes strictly. Left to itself, the
 * JDK's parser writes to the standard error stream when a document is not what it says.
 */
final class XmlEncoding {
  /** Bytes in which the declaration has to end. */
  static final int MAX_DECLARATION_BYTES = 256;

  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");
  private static final Map<String, Charset> KNOWN =
      Map.of(
          "utf-8", StandardCharsets.UTF_8,
          "utf-16", StandardCharsets.UTF_16,
          "us-ascii", StandardCharsets.US_ASCII,
          "iso-8859-1", StandardCharsets.ISO_8859_1,
          "windows-1252", Charset.forName("windows-1252"));

  private XmlEncoding() {}

  /** A reader that refuses bytes which are not of the document's encoding. */
  static Reader reader(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in);
    buffered.mark(MAX_DECLARATION_BYTES);
    byte[] head = buffered.readNBytes(MAX_DECLARATION_BYTES);
    buffered.reset();
    Charset charset = charset(head);
    buffered.skipNBytes(charset.equals(StandardCharsets.UTF_8) && at(head, 0) == 0xEF ? 3 : 0);
    return new InputStreamReader(
        buffered,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static Charset charset(byte[] head) throws FormatException {
    int first = at(head, 0) << 8 | at(head, 1);
    return switch (first) {
      case 0xFEFF, 0xFFFE -> StandardCharsets.UTF_16;
      case 0x003C -> StandardCharsets.UTF_16BE;
      case 0x3C00 -> StandardCharsets.UTF_16LE;
      default -> declared(head);
    };
  }

  private static Charset declared(byte[] head) throws FormatException {
    boolean marked = at(head, 0) == 0xEF && at(head, 1) == 0xBB && at(head, 2) == 0xBF;
    Matcher matcher = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
    if (marked || !matcher.lookingAt()) {
      return StandardCharsets.UTF_8;
    }
    Charset charset = KNOWN.get(matcher.group(1).toLowerCase(Locale.ROOT));
    if (charset == null) {
      throw new FormatException("line 1, column 1", "an encoding that is not supported");
    }
    return charset;
  }

  private static int at(byte[] head, int i) {
    return i < head.length ? head[i] & 0xFF : 0;
  }
}
