package id.simpul.health.reconciliation;

import id.simpul.core.value.Nik;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How two persons compare, written from {@code docs/reconciliation.md} once more and in another
 * way, so that a fault of the code shows: names by trying every pairing of words, slips by a table
 * of distances.
 */
final class ReferencePersons {
  private static final Set<String> MUHAMMAD =
      Set.of(
          ("MUHAMMAD MUHAMAD MUHAMMED MOHAMMAD MOHAMAD MOHAMMED MOHAMED MOCHAMMAD MOCHAMAD"
                  + " MUCHAMMAD MUCHAMAD MUH MUHD MUCH MOH MOHD MOCH MHD MD")
              .split(" "));

  private ReferencePersons() {}

  static List<String> words(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\p{Mn}'\u2019]", "");
    return Arrays.stream(plain.split("[^\\p{L}\\p{Nd}]+"))
        .filter(word -> !word.isEmpty())
        .sorted()
        .toList();
  }

  static boolean sameWords(Vaccinee a, Vaccinee b) {
    return words(a.name()).equals(words(b.name()));
  }

  /** The same name, or nearly: words left out, shortened, written as one, or misspelt once. */
  static boolean nearlySameName(Vaccinee a, Vaccinee b) {
    List<String> one = words(a.name());
    List<String> other = words(b.name());
    if (one.isEmpty() || other.isEmpty()) {
      return a.name().equals(b.name());
    }
    return one.equals(other)
        || inOneWord(a.name()).equals(inOneWord(b.name()))
        || (one.size() <= other.size() && stands(one, other))
        || (other.size() <= one.size() && stands(other, one));
  }

  private static String inOneWord(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{Nd}]", "");
  }

  /** Whether the words can be paired so that each stands for another, and one of them surely. */
  private static boolean stands(List<String> fewer, List<String> more) {
    return pair(fewer, new ArrayList<>(more), false)
        || (more.size() == 1 && slip(fewer.get(0), more.get(0)));
  }

  private static boolean pair(List<String> words, List<String> left, boolean sure) {
    if (words.isEmpty()) {
      return sure;
    }
    String word = words.get(0);
    List<String> rest = words.subList(1, words.size());
    for (String candidate : List.copyOf(left)) {
      boolean exact = word.equals(candidate);
      if (exact || alike(word, candidate)) {
        List<String> others = new ArrayList<>(left);
        others.remove(candidate);
        if (pair(rest, others, sure || (exact && word.length() > 2))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean alike(String a, String b) {
    return slip(a, b)
        || (a.length() == 1 && b.startsWith(a))
        || (b.length() == 1 && a.startsWith(b))
        || (MUHAMMAD.contains(a) && MUHAMMAD.contains(b));
  }

  private static boolean slip(String a, String b) {
    return a.length() > 3 && b.length() > 3 && distance(a, b) == 1;
  }

  /** Changes, insertions, deletions and swaps of neighbours between two texts. */
  static int distance(String a, String b) {
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          steps[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        steps[i][j] =
            Math.min(steps[i - 1][j - 1] + change, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
        }
      }
    }
    return steps[a.length()][b.length()];
  }

  /** What is written for the NIK without separators, if there is a digit in it. */
  static Optional<String> written(Vaccinee person) {
    return person
        .nik()
        .map(nik -> nik.reveal().replace(" ", "").replace(".", "").replace("-", ""))
        .filter(text -> text.chars().anyMatch(c -> "0123456789".indexOf(c) >= 0));
  }

  private static boolean canBeNik(Vaccinee person) {
    return written(person).flatMap(Nik::parse).isPresent();
  }

  static boolean sameNik(Vaccinee a, Vaccinee b) {
    return written(a).equals(written(b)) && canBeNik(a);
  }

  /** No NIK speaks against it that one record has both: a NIK is missing. */
  static boolean nikMissing(Vaccinee a, Vaccinee b) {
    return written(a).isEmpty() || written(b).isEmpty();
  }

  static boolean oneSlipOfNik(Vaccinee a, Vaccinee b) {
    return canBeNik(a)
        && canBeNik(b)
        && distance(written(a).orElseThrow(), written(b).orElseThrow()) == 1;
  }

  /** Whether two NIKs that are not the same usable one may be one person's, by a slip. */
  static boolean slipExplains(Vaccinee a, Vaccinee b) {
    if (nikMissing(a, b)) {
      return true;
    }
    return !sameNik(a, b)
        && (!canBeNik(a)
            || !canBeNik(b)
            || oneSlipOfNik(a, b)
            || holdsAnotherBirth(a)
            || holdsAnotherBirth(b));
  }

  /** Whether a NIK holds neither the birth date beside it nor, as a woman's, that plus 40 days. */
  private static boolean holdsAnotherBirth(Vaccinee person) {
    return canBeNik(person)
        && person.birthDate().isPresent()
        && codes(person.birthDate().get()).stream()
            .noneMatch(code -> written(person).orElseThrow().substring(6, 12).equals(code));
  }

  private static List<String> codes(LocalDate birth) {
    String man = DateTimeFormatter.ofPattern("ddMMyy", Locale.ROOT).format(birth);
    return List.of(man, (char) (man.charAt(0) + 4) + man.substring(1));
  }

  static boolean sameBirth(Vaccinee a, Vaccinee b) {
    return a.birthDate().isPresent() && a.birthDate().equals(b.birthDate());
  }
}
