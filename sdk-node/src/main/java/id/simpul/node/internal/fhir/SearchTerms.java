package id.simpul.node.internal.fhir;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.value.Nik;
import id.simpul.health.IdentifierSystems;
import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.type.Identifier;
import id.simpul.health.wire.ResourceKey;
import id.simpul.node.internal.security.KeyedDigest;
import id.simpul.node.internal.store.Digest;
import id.simpul.node.internal.store.FhirWrite;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By what a resource is found: keyed digests of kind, parameter and value, so that the database
 * names nobody. A text is found by each of its beginnings and those of its words, from {@value
 * #MIN_TEXT} characters to {@value #MAX_TEXT}. Thread-safe.
 */
final class SearchTerms {
  /** The fewest characters of a text that is searched for, as SATUSEHAT has it. */
  static final int MIN_TEXT = 3;

  /** The most characters of a text that is searched for. */
  static final int MAX_TEXT = 64;

  private static final List<String> NAMES = List.of("text", "family", "given", "prefix", "suffix");
  private static final int[] DATES = {4, 7, 10};
  // Typewriter's and printer's, the letters and accents used for them, and hamzah and ain.
  private static final String APOSTROPHES = "'\u2018\u2019\u02bb\u02bc\u02be\u02bf`";
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  private final KeyedDigest digest;
  private final Place place;

  SearchTerms(KeyedDigest digest, Place place) {
    this.digest = digest;
    this.place = place;
  }

  /** Where what references point at stands. */
  Place place() {
    return place;
  }

  /** The term of a value as it is compared. */
  Digest term(String kind, SearchParameter parameter, String value) {
    return digest.of(kind, parameter.name(), value);
  }

  /** The terms of whatever points at a resource by something it is found by. */
  Set<Digest> pointers(ResourceKey key) {
    Set<Digest> pointers = new HashSet<>();
    String reference = key.resourceType() + "/" + key.id();
    for (String kind : RecordKinds.names()) {
      for (SearchParameter parameter : RecordKinds.parameters(kind)) {
        if (parameter.mayPointAt(key.resourceType())) {
          pointers.add(term(kind, parameter, reference));
        }
      }
    }
    return pointers;
  }

  /** Different values, counted as they come: one text may have millions of beginnings. */
  private static final class Values {
    private final Set<String> all = new HashSet<>();
    private final int most;

    Values(int most) {
      this.most = most;
    }

    void add(String value) {
      if (all.add(value) && all.size() > most) {
        throw new IllegalArgumentException(
            "A resource has at most " + FhirWrite.MAX_TERMS + " terms");
      }
    }
  }

  /**
   * By what a resource is found, and what no other may have.
   *
   * @throws IllegalArgumentException when that is more than is kept
   */
  FhirWrite.Index index(Resource resource) {
    String kind = resource.resourceType();
    Set<Digest> terms = new HashSet<>();
    for (SearchParameter parameter : RecordKinds.parameters(kind)) {
      Values values = new Values(FhirWrite.MAX_TERMS - terms.size());
      String implied = RecordKinds.codeSystem(kind, parameter.name());
      parameter.values(resource.json()).forEach(v -> collect(parameter, implied, v, values));
      values.all.forEach(v -> terms.add(term(kind, parameter, v)));
    }
    Set<Digest> unique = new HashSet<>();
    for (Identifier identifier : resource.list("identifier", Identifier.TYPE)) {
      if (isAlone(kind, identifier)) {
        String value = code(identifier.value().orElse(""));
        unique.add(digest.of("unique", kind, system(identifier), value));
      }
    }
    return new FhirWrite.Index(terms, unique);
  }

  // One patient a population number, and one record a number of the facility that made it.
  private static boolean isAlone(String kind, Identifier identifier) {
    String system = system(identifier);
    boolean ofPatient = kind.equals("Patient") && identifier.isOf(IdentifierSystems.NIK);
    boolean own =
        system.startsWith(IdentifierSystems.OWN)
            && !IdentifierSystems.same(system, IdentifierSystems.CREATOR);
    return identifier.value().isPresent() && (ofPatient || own);
  }

  private static String system(Identifier identifier) {
    return bareSystem(identifier.system().orElse(""));
  }

  private void collect(SearchParameter parameter, String implied, JsonValue value, Values values) {
    switch (parameter.kind()) {
      case STRING -> texts(value, values);
      case TOKEN -> tokens(implied, value, values);
      case REFERENCE -> reference(parameter, value, values);
      case DATE -> {
        if (value instanceof JsonString date) {
          for (int length : DATES) {
            if (date.value().length() >= length) {
              values.add(date.value().substring(0, length));
            }
          }
        }
      }
    }
  }

  private static void texts(JsonValue value, Values values) {
    if (value instanceof JsonString text) {
      beginnings(plain(text.value()), values);
    } else if (value instanceof JsonArray array) {
      array.items().forEach(item -> texts(item, values));
    } else if (value instanceof JsonObject name) {
      NAMES.forEach(part -> name.get(part).ifPresent(v -> texts(v, values)));
    }
  }

  private static void beginnings(String plain, Values values) {
    int word = 0;
    while (word >= 0) {
      int last = Math.min(plain.length(), word + MAX_TEXT);
      for (int end = word + MIN_TEXT; end <= last; end++) {
        values.add(plain.substring(word, end));
      }
      int space = plain.indexOf(' ', word);
      word = space < 0 ? -1 : space + 1;
    }
  }

  /** A text without case, accents and marks; Ma'ruf and Maruf are one name. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(c -> APOSTROPHES.indexOf(c) < 0)
        .forEach(c -> {
          if (Character.isLetterOrDigit(c)) {
            plain.appendCodePoint(c);
          } else if (Character.getType(c) != Character.NON_SPACING_MARK
              && plain.length() > 0
              && plain.charAt(plain.length() - 1) != ' ') {
            plain.append(' ');
          }
        });
    return plain.toString().strip();
  }

  private static void tokens(String implied, JsonValue value, Values values) {
    if (value instanceof JsonString code) {
      values.add(token(null, code.value()));
      values.add(token(implied, code.value()));
    } else if (value instanceof JsonObject object) {
      object.get("coding").ifPresent(codings -> tokens(implied, codings, values));
      JsonValue code = object.get("value").or(() -> object.get("code")).orElse(null);
      if (code instanceof JsonString text) {
        values.add(token(null, text.value()));
        values.add(
            token(
                object.get("system").orElse(null) instanceof JsonString s ? s.value() : "",
                text.value()));
      }
    } else if (value instanceof JsonArray array) {
      array.items().forEach(item -> tokens(implied, item, values));
    }
  }

  /** A code in a system, {@code ""} for none, or null for whichever. */
  static String token(@Nullable String system, String code) {
    String compared = code(code);
    return system == null ? "*|" + compared : "=" + bareSystem(system) + "|" + compared;
  }

  // A population number is the same however it is typed: wide digits, blanks between or around.
  private static String code(String written) {
    String plain =
        SPACE.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC)).replaceAll("");
    return Nik.parse(plain).map(Nik::reveal).orElse(written.strip());
  }

  private static String bareSystem(String system) {
    return system.endsWith("/") ? system.substring(0, system.length() - 1) : system;
  }

  private void reference(SearchParameter parameter, JsonValue value, Values values) {
    if (value instanceof JsonObject object
        && object.get("reference").orElse(null) instanceof JsonString text) {
      String bare = place.bare(text.value());
      if (parameter.target().isEmpty() || Place.pointsAt(bare, parameter.target())) {
        values.add(bare);
        values.add(Place.idOf(bare));
      }
    }
  }
}
