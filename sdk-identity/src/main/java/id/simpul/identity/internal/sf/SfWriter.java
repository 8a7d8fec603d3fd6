package id.simpul.identity.internal.sf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Writes structured fields in their one canonical form (RFC 9651, 4.1). */
public final class SfWriter {
  private static final int ITEM_LENGTH = 32;
  private static final int LIST_LENGTH = 512;

  private final StringBuilder out;

  private SfWriter(int usualLength) {
    out = new StringBuilder(usualLength);
  }

  /**
   * Writes an item or inner list with its parameters.
   *
   * @param member the value
   * @return its text
   */
  public static String member(Member member) {
    SfWriter writer = new SfWriter(member instanceof Item ? ITEM_LENGTH : LIST_LENGTH);
    writer.write(member);
    return writer.out.toString();
  }

  /**
   * Writes parameters, as they stand after their item or inner list.
   *
   * @param parameters the parameters
   * @return their text, empty for none
   */
  public static String parameters(Parameters parameters) {
    SfWriter writer = new SfWriter(LIST_LENGTH);
    writer.write(parameters);
    return writer.out.toString();
  }

  /**
   * Writes a list.
   *
   * @param members its members
   * @return its text, empty for no members: then the field is not sent
   */
  public static String list(List<? extends Member> members) {
    SfWriter writer = new SfWriter(LIST_LENGTH);
    String separator = "";
    for (Member member : members) {
      writer.out.append(separator);
      writer.write(member);
      separator = ", ";
    }
    return writer.out.toString();
  }

  /**
   * Writes a dictionary.
   *
   * @param dictionary the dictionary
   * @return its text, empty for no members: then the field is not sent
   */
  public static String dictionary(Dictionary dictionary) {
    SfWriter writer = new SfWriter(LIST_LENGTH);
    String separator = "";
    for (Map.Entry<String, Member> entry : dictionary.members().entrySet()) {
      writer.out.append(separator).append(entry.getKey());
      if (entry.getValue() instanceof Item item && BareItem.BooleanItem.TRUE.equals(item.value())) {
        writer.write(item.parameters());
      } else {
        writer.out.append('=');
        writer.write(entry.getValue());
      }
      separator = ", ";
    }
    return writer.out.toString();
  }

  private void write(Member member) {
    if (member instanceof InnerList inner) {
      String separator = "(";
      for (Item item : inner.items()) {
        out.append(separator);
        write(item);
        separator = " ";
      }
      out.append(inner.items().isEmpty() ? "()" : ")");
    } else if (member instanceof Item item) {
      write(item.value());
    }
    write(member.parameters());
  }

  private void write(Parameters parameters) {
    parameters
        .values()
        .forEach((key, value) -> {
          out.append(';').append(key);
          if (!BareItem.BooleanItem.TRUE.equals(value)) {
            out.append('=');
            write(value);
          }
        });
  }

  private void write(BareItem value) {
    if (value instanceof BareItem.StringItem string) {
      string(string.value());
    } else if (value instanceof BareItem.IntegerItem integer) {
      out.append(integer.value());
    } else if (value instanceof BareItem.BytesItem bytes) {
      out.append(':').append(Base64.getEncoder().encodeToString(bytes.value())).append(':');
    } else if (value instanceof BareItem.TokenItem token) {
      out.append(token.value());
    } else if (value instanceof BareItem.BooleanItem bool) {
      out.append(bool.value() ? "?1" : "?0");
    } else if (value instanceof BareItem.DecimalItem decimal) {
      decimal(decimal.value());
    } else if (value instanceof BareItem.DateItem date) {
      out.append('@').append(date.value().getEpochSecond());
    } else {
      displayString(((BareItem.DisplayStringItem) value).value());
    }
  }

  private void string(String value) {
    out.append('"');
    if (value.indexOf('"') < 0 && value.indexOf('\\') < 0) {
      out.append(value);
    } else {
      escaped(value);
    }
    out.append('"');
  }

  private void escaped(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\');
      }
      out.append(c);
    }
  }

  private void decimal(BigDecimal value) {
    BigDecimal shortest = value.stripTrailingZeros();
    out.append((shortest.scale() < 1 ? shortest.setScale(1) : shortest).toPlainString());
  }

  private void displayString(String value) {
    out.append("%\"");
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c == '%' || c == '"' || !Chars.isPrintable(c)) {
        out.append('%').append(HexFormat.of().toHexDigits(b));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
