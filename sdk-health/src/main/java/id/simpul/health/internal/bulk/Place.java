package id.simpul.health.internal.bulk;

import id.simpul.health.bulk.BulkManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Which file of an export: its list and its place there, which stay when its URL changes.
 *
 * @param kind the list
 * @param index the place, from 0
 * @param type the kind of resource in it
 */
record Place(Kind kind, int index, String type) {
  private static final int MAX_TYPE = 64;
  // The digits are those of the machine's language.
  private static final Pattern NAME =
      Pattern.compile(
          "(output|error|deleted)-\\p{Nd}{5,}(-[A-Za-z]{1,64})?"
              + "\\.ndjson(\\.gz|\\.part|\\.part\\.tag)?");

  /** The lists of a manifest. */
  enum Kind {
    OUTPUT,
    ERROR,
    DELETED;

    List<BulkManifest.Item> of(BulkManifest manifest) {
      return switch (this) {
        case OUTPUT -> manifest.output();
        case ERROR -> manifest.error();
        case DELETED -> manifest.deleted();
      };
    }
  }

  Place {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(type, "type");
  }

  /** All places of a manifest. */
  static List<Place> of(BulkManifest manifest) {
    List<Place> places = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<BulkManifest.Item> items = kind.of(manifest);
      for (int i = 0; i < items.size(); i++) {
        places.add(new Place(kind, i, items.get(i).type()));
      }
    }
    return places;
  }

  BulkManifest.Item in(BulkManifest manifest) {
    return kind.of(manifest).get(index);
  }

  /** Whether a file, or what there is of one, is called as those of exports are. */
  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** What it is called on disk; only letters of the server's word for its type are used. */
  String name(boolean gzip) {
    StringBuilder letters = new StringBuilder();
    type.chars()
        .filter(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
        .limit(MAX_TYPE)
        .forEach(c -> letters.append((char) c));
    return "%s-%05d%s%s.ndjson%s"
        .formatted(
            kind.name().toLowerCase(Locale.ROOT),
            index,
            letters.isEmpty() ? "" : "-",
            letters,
            gzip ? ".gz" : "");
  }
}
