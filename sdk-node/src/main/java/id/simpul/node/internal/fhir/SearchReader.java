package id.simpul.node.internal.fhir;

import id.simpul.core.operation.Params;
import id.simpul.core.operation.Violation;
import id.simpul.health.wire.ResourceKey;
import id.simpul.health.wire.ResourceSearch;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.store.Digest;
import id.simpul.node.internal.store.FhirSearch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of one search (FHIR R4, section 3.1.1). What is not understood is an error,
 * unless the client asked for leniency; a modifier, or a value that is wrong, is one always. Used
 * once.
 */
final class SearchReader {
  private static final Pattern DATE = Pattern.compile("(?:eq)?([0-9]{4}(?:-[0-9]{2}){0,2})");

  private final SearchTerms terms;
  private final ResourceSearch asked;
  private final boolean lenient;
  private final List<Violation> violations = new ArrayList<>();
  private final List<Set<Digest>> conditions = new ArrayList<>();
  private final List<Set<String>> ids = new ArrayList<>();
  private final Params.Builder applied = Params.builder();
  private final UpdateSpan updated = new UpdateSpan();
  private final PageReader page = new PageReader(ResourceKey::isId, applied, violations);

  /**
   * A search that was understood.
   *
   * @param search what to find
   * @param applied the parameters that were, without where the page goes on
   */
  record Understood(FhirSearch search, Params applied) {}

  SearchReader(SearchTerms terms, ResourceSearch asked, boolean lenient) {
    this.terms = terms;
    this.asked = asked;
    this.lenient = lenient;
  }

  /** Reads it, or refuses it with everything that is wrong. */
  Understood read() {
    for (Params.Param param : asked.params().entries()) {
      // Without its modifier a parameter would find others (FHIR R4, section 3.1.1.4.5).
      if (!take(param) && (!lenient || param.name().indexOf(':') >= 0)) {
        violations.add(PageReader.unknown(param));
      }
    }
    if (conditions.size() + ids.size() > FhirSearch.MAX_CONDITIONS) {
      violations.add(
          new Violation(
              Violation.LENGTH, "", "at most " + FhirSearch.MAX_CONDITIONS + " parameters"));
    }
    if (!violations.isEmpty()) {
      throw Refusal.of(violations);
    }
    FhirSearch search =
        new FhirSearch(
            asked.resourceType(),
            conditions,
            ids,
            updated.span(),
            new FhirSearch.Page(page.after(), page.count()));
    return new Understood(search, applied.build());
  }

  /** The refusal of a page that nobody was told of. */
  static Refusal unknownPage() {
    return Refusal.of(400, Violation.TYPE, PageReader.PAGE, PageReader.NO_PAGE);
  }

  private boolean take(Params.Param param) {
    if (page.take(param)) {
      return true;
    }
    switch (param.name()) {
      case "_id" -> {
        apply(param);
        alternatives(param).ifPresent(ids::add);
      }
      case "_lastUpdated" -> {
        apply(param);
        if (!updated.narrow(param.value())) {
          wrong(param.name(), "must be a day or an instant, with eq, ge, gt, le or lt before it");
        }
      }
      default -> {
        Optional<SearchParameter> known = RecordKinds.parameter(asked.resourceType(), param.name());
        known.ifPresent(parameter -> condition(parameter, param));
        return known.isPresent();
      }
    }
    return true;
  }

  private void apply(Params.Param param) {
    applied.add(param.name(), param.value());
  }

  private void wrong(String where, String message) {
    violations.add(new Violation(Violation.TYPE, where, message));
  }

  private Optional<Set<String>> alternatives(Params.Param param) {
    Set<String> values = new HashSet<>(List.of(param.value().split(",", -1)));
    values.remove("");
    if (values.isEmpty()) {
      violations.add(new Violation(Violation.REQUIRED, param.name(), "a value is required"));
      return Optional.empty();
    }
    if (values.size() > FhirSearch.MAX_ALTERNATIVES) {
      violations.add(
          new Violation(
              Violation.LENGTH,
              param.name(),
              "at most " + FhirSearch.MAX_ALTERNATIVES + " alternatives"));
      return Optional.empty();
    }
    return Optional.of(values);
  }

  private void condition(SearchParameter parameter, Params.Param param) {
    apply(param);
    Optional<Set<String>> values = alternatives(param);
    if (values.isEmpty()) {
      return;
    }
    Set<Digest> any = new HashSet<>();
    for (String value : values.get()) {
      String compared = compared(parameter, value);
      if (compared != null) {
        any.add(terms.term(asked.resourceType(), parameter, compared));
      }
    }
    if (!any.isEmpty()) {
      conditions.add(any);
    }
  }

  private @Nullable String compared(SearchParameter parameter, String value) {
    return switch (parameter.kind()) {
      case STRING -> text(parameter, value);
      case TOKEN -> token(parameter, value);
      case REFERENCE -> reference(parameter, value);
      case DATE -> date(parameter, value);
    };
  }

  private @Nullable String text(SearchParameter parameter, String value) {
    String plain = SearchTerms.plain(value);
    if (plain.length() >= SearchTerms.MIN_TEXT && plain.length() <= SearchTerms.MAX_TEXT) {
      return plain;
    }
    violations.add(
        new Violation(
            Violation.RANGE,
            parameter.name(),
            "must have "
                + SearchTerms.MIN_TEXT
                + " to "
                + SearchTerms.MAX_TEXT
                + " letters and digits"));
    return null;
  }

  private @Nullable String token(SearchParameter parameter, String value) {
    int bar = value.indexOf('|');
    String code = value.substring(bar + 1);
    if (code.isEmpty()) {
      wrong(parameter.name(), "must be a code, or a system and a code with | between them");
      return null;
    }
    return SearchTerms.token(bar < 0 ? null : value.substring(0, bar), code);
  }

  private String reference(SearchParameter parameter, String value) {
    String bare = terms.place().bare(value);
    String target = parameter.target();
    return target.isEmpty() || bare.contains("/") ? bare : target + "/" + bare;
  }

  private @Nullable String date(SearchParameter parameter, String value) {
    Matcher form = DATE.matcher(value);
    if (form.matches()) {
      return form.group(1);
    }
    wrong(parameter.name(), "must be a year, a month or a day; only eq may stand before it");
    return null;
  }
}
