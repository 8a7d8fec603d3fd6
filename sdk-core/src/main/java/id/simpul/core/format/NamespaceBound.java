package id.simpul.core.format;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Refuses an element that declares more namespaces than a document needs. The JDK's parser has a
 * limit for attributes and none for these, and compares each with all the others.
 */
final class NamespaceBound extends FilterReader {
  /** Declarations between one {@code <} and the next, which no attribute value can hold. */
  static final int MAX_DECLARATIONS = 64;

  private static final String WORD = "xmlns";

  private long seen;
  private int matched;
  private int declarations;

  NamespaceBound(Reader in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int c = super.read();
    if (c >= 0) {
      count((char) c);
    }
    return c;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    for (int i = offset; i < offset + n; i++) {
      count(buffer[i]);
    }
    return n;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(char c) throws FormatException {
    seen++;
    if (c == '<') {
      declarations = 0;
      matched = 0;
    } else if (c != WORD.charAt(matched)) {
      matched = c == WORD.charAt(0) ? 1 : 0;
    } else if (++matched == WORD.length()) {
      matched = 0;
      declarations++;
      if (declarations > MAX_DECLARATIONS) {
        throw new FormatException(
            "character " + seen, "more than " + MAX_DECLARATIONS + " namespaces in one element");
      }
    }
  }
}
