package id.simpul.identity.wire;

import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Parameter.In;
import id.simpul.core.operation.Parameter.Kind;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import id.simpul.core.operation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number in the path, and what the query of a status list says. What is no number of a list names
 * nothing, so that it is not found rather than wrong.
 *
 * @param query reads the rest
 */
record NumberedListInput(Input<StatusListQuery> query) implements Input<NumberedListQuery> {
  private static final String LIST = "list";
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>();
    all.add(Parameter.required(In.PATH, LIST, Kind.INTEGER, "The number of the list."));
    all.addAll(query.parameters());
    return List.copyOf(all);
  }

  @Override
  public List<MediaType> bodies() {
    return List.of();
  }

  @Override
  public Optional<SchemaId> schema() {
    return Optional.empty();
  }

  @Override
  public RequestParts write(NumberedListQuery value) {
    RequestParts rest = query.write(value.query());
    return new RequestParts(
        Map.of(LIST, Integer.toString(value.list())), rest.query(), rest.headers(), rest.body());
  }

  @Override
  public Reading<NumberedListQuery> read(RequestParts parts) {
    String number = parts.path().getOrDefault(LIST, "");
    if (!NUMBER.matcher(number).matches()) {
      return new Reading.Invalid<>(
          List.of(new Violation(Violation.NOT_FOUND, LIST, "there is no such list")));
    }
    Reading<StatusListQuery> rest = query.read(parts);
    return rest instanceof Reading.Valid<StatusListQuery> valid
        ? new Reading.Valid<>(new NumberedListQuery(Integer.parseInt(number), valid.value()))
        : new Reading.Invalid<>(rest.problems());
  }
}
