package id.simpul.reporting.wire;

import id.simpul.core.operation.Body;
import id.simpul.core.operation.FieldReader;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import id.simpul.core.operation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds the jurisdiction to an input: written into the form where there is one, else into the query;
 * read from either, because clients disagree.
 */
final class ScopedInput<I> implements Input<Scoped<I>> {
  private static final String NAME = "jurisdiction_id";

  private final Input<I> input;

  ScopedInput(Input<I> input) {
    this.input = input;
  }

  @Override
  public List<Parameter> parameters() {
    Parameter.In in = input.bodies().isEmpty() ? Parameter.In.QUERY : Parameter.In.FORM;
    List<Parameter> all = new ArrayList<>(input.parameters());
    all.add(
        Parameter.optional(
            in,
            NAME,
            Parameter.Kind.TEXT,
            "The jurisdiction; required where the endpoint serves several."));
    return List.copyOf(all);
  }

  @Override
  public List<MediaType> bodies() {
    return input.bodies();
  }

  @Override
  public Optional<SchemaId> schema() {
    return input.schema();
  }

  @Override
  public RequestParts write(Scoped<I> scoped) {
    RequestParts parts = input.write(scoped.value());
    if (scoped.jurisdictionId().isEmpty()) {
      return parts;
    }
    String id = scoped.jurisdictionId().get();
    if (parts.body() instanceof Body.Form form) {
      return parts.withBody(new Body.Form(form.fields().with(NAME, id), form.files()));
    }
    Params query = parts.query().with(NAME, id);
    return new RequestParts(parts.path(), query, parts.headers(), parts.body());
  }

  @Override
  public Reading<Scoped<I>> read(RequestParts parts) {
    FieldReader query = new FieldReader(parts.query());
    FieldReader form = new FieldReader(parts.form());
    Optional<String> inQuery = query.text(NAME, Scoped.MAX_JURISDICTION_LENGTH);
    Optional<String> inForm = form.text(NAME, Scoped.MAX_JURISDICTION_LENGTH);
    if (inQuery.isPresent() && inForm.isPresent() && !inQuery.equals(inForm)) {
      form.reject(Violation.CONFLICT, NAME, "query and form name different jurisdictions");
    }
    Reading<I> value = input.read(parts);
    List<Violation> violations = new ArrayList<>(value.problems());
    violations.addAll(query.violations());
    violations.addAll(form.violations());
    if (violations.isEmpty() && value instanceof Reading.Valid<I> valid) {
      return new Reading.Valid<>(Scoped.in(inQuery.or(() -> inForm).orElse(null), valid.value()));
    }
    return new Reading.Invalid<>(violations);
  }
}
