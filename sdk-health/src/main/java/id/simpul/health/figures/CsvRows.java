package id.simpul.health.figures;

import id.simpul.core.format.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads CSV (RFC 4180) under limits: UTF-8 with or without a mark, comma or semicolon, whichever
 * the first line has more of.
 */
final class CsvRows {
  static final int MAX_BYTES = 8 * 1024 * 1024;
  static final int MAX_ROWS = 20_000;
  static final int MAX_COLUMNS = 200;
  static final int MAX_FIELD = 1_000;

  private static final char QUOTE = '"';
  private static final char MARK = '\uFEFF';

  private final String text;
  private final char separator;
  private int at;
  private int line = 1;

  private CsvRows(String text) {
    this.text = text;
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    this.separator =
        first.chars().filter(c -> c == ';').count() > first.chars().filter(c -> c == ',').count()
            ? ';'
            : ',';
  }

  /** All rows, blank ones left out. */
  static List<List<String>> read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new FormatException(
          "byte " + MAX_BYTES, "document larger than " + MAX_BYTES + " bytes");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new FormatException("line 1", "the document is not UTF-8", e);
    }
    String plain = !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    return new CsvRows(plain).rows();
  }

  private List<List<String>> rows() throws FormatException {
    List<List<String>> rows = new ArrayList<>();
    while (at < text.length()) {
      List<String> row = row();
      if (row.size() > 1 || !row.get(0).isBlank()) {
        rows.add(row);
      }
      if (rows.size() > MAX_ROWS) {
        throw new FormatException("line " + line, "more than " + MAX_ROWS + " rows");
      }
    }
    return rows;
  }

  private List<String> row() throws FormatException {
    List<String> fields = new ArrayList<>();
    do {
      fields.add(field());
      if (fields.size() > MAX_COLUMNS) {
        throw new FormatException("line " + line, "more than " + MAX_COLUMNS + " columns");
      }
    } while (take(separator));
    take('\r');
    if (at < text.length() && !take('\n')) {
      throw new FormatException("line " + line, "something stands after a closing quote");
    }
    line++;
    return fields;
  }

  private boolean take(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private String field() throws FormatException {
    StringBuilder field = new StringBuilder();
    boolean quoted = take(QUOTE);
    while (at < text.length() && !ends(quoted)) {
      char c = text.charAt(at++);
      // Inside quotes a quote is written twice; ends() has seen that another one follows.
      at += quoted && c == QUOTE ? 1 : 0;
      field.append(c);
      if (field.length() > MAX_FIELD) {
        throw new FormatException("line " + line, "a field of more than " + MAX_FIELD);
      }
    }
    if (quoted && !take(QUOTE)) {
      throw new FormatException("line " + line, "a quote is not closed");
    }
    return field.toString();
  }

  private boolean ends(boolean quoted) {
    char c = text.charAt(at);
    if (quoted) {
      return c == QUOTE && !(at + 1 < text.length() && text.charAt(at + 1) == QUOTE);
    }
    return c == separator || c == '\n' || (c == '\r' && text.startsWith("\r\n", at));
  }
}
