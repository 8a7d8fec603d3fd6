package id.simpul.health.internal.reconciliation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What of a text matters when two people typed it: of a name its words in any order without marks
 * and punctuation, of a code its letters and digits.
 */
public final class Spellings {
  private static final int SHORTEST_EXACT = 3;
  private static final int SHORTEST_MISSPELT = 4;
  private static final int FIRST_BEYOND_ASCII = 0x80;

  /** The commonest name and how it is shortened and spelt. */
  private static final Set<String> MUHAMMAD =
      Set.of(
          "MUHAMMAD",
          "MUHAMAD",
          "MUHAMMED",
          "MOHAMMAD",
          "MOHAMAD",
          "MOHAMMED",
          "MOHAMED",
          "MOCHAMMAD",
          "MOCHAMAD",
          "MUCHAMMAD",
          "MUCHAMAD",
          "MUH",
          "MUHD",
          "MUCH",
          "MOH",
          "MOHD",
          "MOCH",
          "MHD",
          "MD");

  private static final int RIGHT_QUOTE = 0x2019;

  private Spellings() {}

  /** How two names compare. */
  public enum Likeness {
    /** The same words. */
    SAME,
    /** Words left out, shortened, written as one, or misspelt by one slip. */
    CLOSE,
    /** Something else. */
    DIFFERENT
  }

  /** The words of a name, sorted: upper case, without marks. */
  public static List<String> words(String name) {
    String upper = decomposed(name).toUpperCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int c;
    for (int at = 0; at < upper.length(); at += Character.charCount(c)) {
      c = upper.codePointAt(at);
      if (Character.isLetterOrDigit(c)) {
        word.appendCodePoint(c);
      } else if (!within(c) && word.length() > 0) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (word.length() > 0) {
      words.add(word.toString());
    }
    words.sort(null);
    return words;
  }

  private static String decomposed(String name) {
    return isPlain(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFKD);
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= FIRST_BEYOND_ASCII) {
        return false;
      }
    }
    return true;
  }

  /** Whether a sign is left out without ending a word. */
  private static boolean within(int c) {
    return c == '\'' || c == RIGHT_QUOTE || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** A code as it is compared: letters and digits, upper case. */
  public static String code(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(upper.length());
    upper.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
    return plain.length() == 0 ? text : plain.toString();
  }

  /** How two names compare; the order of the names does not matter. */
  public static Likeness compare(String a, String b) {
    List<String> wordsA = words(a);
    List<String> wordsB = words(b);
    if (wordsA.isEmpty() || wordsB.isEmpty()) {
      return a.equals(b) ? Likeness.SAME : Likeness.DIFFERENT;
    }
    if (wordsA.equals(wordsB)) {
      return Likeness.SAME;
    }
    if (code(decomposed(a)).equals(code(decomposed(b)))) {
      return Likeness.CLOSE;
    }
    boolean less = wordsA.size() < wordsB.size();
    boolean close =
        wordsA.size() == wordsB.size()
            ? contains(wordsA, wordsB) || contains(wordsB, wordsA)
            : less ? contains(wordsB, wordsA) : contains(wordsA, wordsB);
    return close ? Likeness.CLOSE : Likeness.DIFFERENT;
  }

  /** Whether each word of the one stands for another word of the other. */
  private static boolean contains(List<String> more, List<String> fewer) {
    List<String> left = new ArrayList<>(more);
    List<String> unmatched = new ArrayList<>();
    boolean exact = false;
    for (String word : fewer) {
      if (left.remove(word)) {
        exact = exact || word.length() >= SHORTEST_EXACT;
      } else {
        unmatched.add(word);
      }
    }
    boolean slip = false;
    for (String word : unmatched) {
      String stands = standIn(word, left);
      if (stands.isEmpty()) {
        return false;
      }
      slip = slip || misspelt(word, stands);
      left.remove(stands);
    }
    // A name of one word may be misspelt; two words that are both only alike are two names.
    return exact || (slip && more.size() == 1);
  }

  private static String standIn(String word, List<String> left) {
    for (String candidate : left) {
      if (misspelt(word, candidate)
          || initial(word, candidate)
          || initial(candidate, word)
          || (MUHAMMAD.contains(word) && MUHAMMAD.contains(candidate))) {
        return candidate;
      }
    }
    return "";
  }

  private static boolean misspelt(String a, String b) {
    return Math.min(a.length(), b.length()) >= SHORTEST_MISSPELT && Edits.one(a, b);
  }

  private static boolean initial(String letter, String word) {
    return letter.length() == 1 && word.startsWith(letter);
  }
}
