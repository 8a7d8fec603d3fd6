package id.simpul.identity.internal.sf;

import id.simpul.core.format.FormatException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads structured fields (RFC 9651, 4.2), strictly and without recursion. A field either is read
 * whole or refused whole.
 *
 * <p>Two readings are offered: the one of the standard, where of two equal keys the last wins, and
 * a stricter one that refuses the second, for fields where that would let somebody else's text
 * replace a signer's.
 */
public final class SfReader {
  private final Cursor in;
  private final boolean uniqueKeys;

  private SfReader(String text, boolean uniqueKeys) throws FormatException {
    this.in = new Cursor(text);
    this.uniqueKeys = uniqueKeys;
  }

  /**
   * Reads an item.
   *
   * @param text the field's lines, joined by {@code ", "}
   * @return the item
   * @throws FormatException when it is anything else; names the character
   */
  public static Item item(String text) throws FormatException {
    SfReader reader = new SfReader(text, false);
    reader.in.skipSpaces();
    Item item = reader.item();
    reader.end();
    return item;
  }

  /**
   * Reads a list.
   *
   * @param text the field's lines, joined by {@code ", "}
   * @return its members in order, none for an empty field
   * @throws FormatException when it is anything else; names the character
   */
  public static List<Member> list(String text) throws FormatException {
    SfReader reader = new SfReader(text, false);
    List<Member> members = new ArrayList<>();
    reader.in.skipSpaces();
    for (boolean more = !reader.in.atEnd(); more; more = reader.comma()) {
      reader.checkCount(members.size(), SfLimits.MAX_MEMBERS, "members");
      members.add(reader.member());
    }
    return List.copyOf(members);
  }

  /**
   * Reads a dictionary; of members with one key, the last wins.
   *
   * @param text the field's lines, joined by {@code ", "}
   * @return the dictionary, empty for an empty field
   * @throws FormatException when it is anything else; names the character
   */
  public static Dictionary dictionary(String text) throws FormatException {
    return new SfReader(text, false).dictionary();
  }

  /**
   * Reads a dictionary and refuses a key that occurs twice, in the dictionary or among parameters.
   *
   * @param text the field's lines, joined by {@code ", "}
   * @return the dictionary, empty for an empty field
   * @throws FormatException when it is anything else; names the character
   */
  public static Dictionary uniqueDictionary(String text) throws FormatException {
    return new SfReader(text, true).dictionary();
  }

  private Dictionary dictionary() throws FormatException {
    Map<String, Member> members = new LinkedHashMap<>();
    in.skipSpaces();
    for (boolean more = !in.atEnd(); more; more = comma()) {
      checkCount(members.size(), SfLimits.MAX_MEMBERS, "members");
      String key = key();
      Member member = in.take('=') ? member() : new Item(BareItem.BooleanItem.TRUE, parameters());
      put(members, key, member);
    }
    return new Dictionary(members);
  }

  /** Steps over what separates members; false at the end of the field. */
  private boolean comma() throws FormatException {
    in.skipOptionalWhitespace();
    if (in.atEnd()) {
      return false;
    }
    if (!in.take(',')) {
      throw in.fail("no comma between two members");
    }
    in.skipOptionalWhitespace();
    if (in.atEnd()) {
      throw in.fail("a comma with nothing after it");
    }
    return true;
  }

  private Member member() throws FormatException {
    return in.peek() == '(' ? innerList() : item();
  }

  private InnerList innerList() throws FormatException {
    in.next();
    List<Item> items = new ArrayList<>();
    in.skipSpaces();
    while (!in.take(')')) {
      checkCount(items.size(), SfLimits.MAX_INNER_ITEMS, "items in an inner list");
      items.add(item());
      if (in.peek() != ' ' && in.peek() != ')') {
        throw in.fail("an inner list that does not end, or lacks a space between two items");
      }
      in.skipSpaces();
    }
    return new InnerList(items, parameters());
  }

  private Item item() throws FormatException {
    BareItem value = BareItemReader.read(in);
    return new Item(value, parameters());
  }

  private Parameters parameters() throws FormatException {
    if (in.peek() != ';') {
      return Parameters.NONE;
    }
    Map<String, BareItem> values = new LinkedHashMap<>();
    while (in.take(';')) {
      checkCount(values.size(), SfLimits.MAX_PARAMETERS, "parameters");
      in.skipSpaces();
      String key = key();
      put(values, key, in.take('=') ? BareItemReader.read(in) : BareItem.BooleanItem.TRUE);
    }
    return new Parameters(values);
  }

  private <V> void put(Map<String, V> values, String key, V value) throws FormatException {
    if (values.put(key, value) != null && uniqueKeys) {
      throw in.fail("a key occurs twice");
    }
  }

  private String key() throws FormatException {
    int start = in.position();
    if (!Keys.isStart(in.peek())) {
      throw in.fail("no key starts here");
    }
    while (Keys.isPart(in.peek())) {
      in.next();
    }
    if (in.position() - start > SfLimits.MAX_KEY_LENGTH) {
      throw in.fail("a key longer than " + SfLimits.MAX_KEY_LENGTH + " characters");
    }
    return in.from(start);
  }

  private void checkCount(int count, int max, String what) throws FormatException {
    if (count >= max) {
      throw in.fail("more than " + max + " " + what);
    }
  }

  private void end() throws FormatException {
    in.skipSpaces();
    if (!in.atEnd()) {
      throw in.fail("something follows the item");
    }
  }
}
