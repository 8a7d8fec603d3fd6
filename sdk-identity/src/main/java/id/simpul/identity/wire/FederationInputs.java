package id.simpul.identity.wire;

import id.simpul.core.operation.FieldReader;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Parameter.In;
import id.simpul.core.operation.Parameter.Kind;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Violation;
import id.simpul.identity.EntityId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the operations of the federation are given. */
final class FederationInputs {
  /** Values one parameter may have at most. */
  static final int MAX_VALUES = 16;

  /** Characters of the name of a type at most. */
  static final int MAX_TYPE_LENGTH = EntityId.MAX_LENGTH;

  /** Characters of a trust mark in a request at most. */
  static final int MAX_TRUST_MARK_LENGTH = 16 * 1024;

  private static final String SUB = "sub";
  private static final String TRUST_ANCHOR = "trust_anchor";
  private static final String ENTITY_TYPE = "entity_type";
  private static final String TRUST_MARK = "trust_mark";
  private static final String TRUST_MARK_TYPE = "trust_mark_type";
  private static final String TRUST_MARKED = "trust_marked";
  private static final String INTERMEDIATE = "intermediate";

  static final Input<EntityId> SUBJECT =
      new QueryInput<>(
          List.of(required(SUB, "The entity the statement is about.")),
          subject -> Params.EMPTY.with(SUB, subject.value()),
          (params, fields) -> {
            Optional<EntityId> subject = requiredEntity(fields, SUB);
            return subject::orElseThrow;
          });

  static final Input<SubordinateQuery> SUBORDINATES =
      new QueryInput<>(
          List.of(
              optional(ENTITY_TYPE, Kind.TEXT, "Only entities of this type; may be repeated."),
              optional(TRUST_MARKED, Kind.BOOLEAN, "Only entities with a trust mark."),
              optional(TRUST_MARK_TYPE, Kind.TEXT, "Only entities with a trust mark of this type."),
              optional(INTERMEDIATE, Kind.BOOLEAN, "Only entities with entities below them.")),
          FederationInputs::write,
          (params, fields) -> {
            List<String> types = texts(params, fields, ENTITY_TYPE);
            boolean marked = fields.flag(TRUST_MARKED).orElse(false);
            Optional<String> markType = fields.text(TRUST_MARK_TYPE, MAX_TYPE_LENGTH);
            boolean intermediate = fields.flag(INTERMEDIATE).orElse(false);
            return () -> new SubordinateQuery(types, marked, markType.orElse(null), intermediate);
          });

  static final Input<ResolveQuery> RESOLVE =
      new QueryInput<>(
          List.of(
              required(SUB, "The entity to be resolved."),
              required(TRUST_ANCHOR, "An anchor a chain may end in; may be repeated."),
              optional(
                  ENTITY_TYPE, Kind.TEXT, "A type whose metadata is wanted; may be repeated.")),
          FederationInputs::write,
          (params, fields) -> {
            Optional<EntityId> subject = requiredEntity(fields, SUB);
            List<EntityId> anchors = entities(params, fields, TRUST_ANCHOR);
            List<String> types = texts(params, fields, ENTITY_TYPE);
            return () -> new ResolveQuery(subject.orElseThrow(), anchors, types);
          });

  static final Input<String> TRUST_MARK_STATUS =
      new QueryInput<>(
          List.of(Parameter.required(In.FORM, TRUST_MARK, Kind.TEXT, "The trust mark itself.")),
          mark -> Params.EMPTY.with(TRUST_MARK, mark),
          (params, fields) -> {
            String mark = fields.requiredText(TRUST_MARK, MAX_TRUST_MARK_LENGTH);
            return () -> mark;
          });

  static final Input<TrustMarkedQuery> TRUST_MARKED_ENTITIES =
      new QueryInput<>(
          List.of(
              required(TRUST_MARK_TYPE, "The type of the trust marks."),
              optional(SUB, Kind.TEXT, "The one entity of interest.")),
          query ->
              Params.builder()
                  .add(TRUST_MARK_TYPE, query.trustMarkType())
                  .addIfPresent(SUB, value(query.subject()))
                  .build(),
          (params, fields) -> {
            String type = fields.requiredText(TRUST_MARK_TYPE, MAX_TYPE_LENGTH);
            Optional<EntityId> subject = entity(fields, SUB);
            return () -> new TrustMarkedQuery(type, subject.orElse(null));
          });

  static final Input<TrustMarkQuery> ONE_TRUST_MARK =
      new QueryInput<>(
          List.of(
              required(TRUST_MARK_TYPE, "The type of the trust mark."),
              required(SUB, "The entity it was issued to.")),
          query ->
              Params.EMPTY
                  .with(TRUST_MARK_TYPE, query.trustMarkType())
                  .with(SUB, query.subject().value()),
          (params, fields) -> {
            String type = fields.requiredText(TRUST_MARK_TYPE, MAX_TYPE_LENGTH);
            Optional<EntityId> subject = requiredEntity(fields, SUB);
            return () -> new TrustMarkQuery(type, subject.orElseThrow());
          });

  private FederationInputs() {}

  private static @Nullable String value(@Nullable EntityId entity) {
    return entity == null ? null : entity.value();
  }

  private static Parameter required(String name, String description) {
    return Parameter.required(In.QUERY, name, Kind.TEXT, description);
  }

  private static Parameter optional(String name, Kind kind, String description) {
    return Parameter.optional(In.QUERY, name, kind, description);
  }

  private static Params write(SubordinateQuery query) {
    Params.Builder params = Params.builder();
    query.entityTypes().forEach(type -> params.add(ENTITY_TYPE, type));
    return params
        .addIfPresent(TRUST_MARKED, query.trustMarked() ? "true" : null)
        .addIfPresent(TRUST_MARK_TYPE, query.trustMarkType())
        .addIfPresent(INTERMEDIATE, query.intermediate() ? "true" : null)
        .build();
  }

  private static Params write(ResolveQuery query) {
    Params.Builder params = Params.builder().add(SUB, query.subject().value());
    query.trustAnchors().forEach(anchor -> params.add(TRUST_ANCHOR, anchor.value()));
    query.entityTypes().forEach(type -> params.add(ENTITY_TYPE, type));
    return params.build();
  }

  private static Optional<EntityId> requiredEntity(FieldReader fields, String name) {
    return parse(fields, name, fields.requiredText(name, EntityId.MAX_LENGTH));
  }

  private static Optional<EntityId> entity(FieldReader fields, String name) {
    return parse(fields, name, fields.text(name, EntityId.MAX_LENGTH).orElse(""));
  }

  private static Optional<EntityId> parse(FieldReader fields, String name, String text) {
    if (text.isEmpty()) {
      return Optional.empty(); // missing, or refused already
    }
    try {
      return Optional.of(new EntityId(text));
    } catch (IllegalArgumentException e) {
      fields.reject(Violation.TYPE, name, "must be an https URL without query and fragment");
      return Optional.empty();
    }
  }

  private static List<EntityId> entities(Params params, FieldReader fields, String name) {
    List<String> texts = texts(params, fields, name);
    if (params.all(name).isEmpty()) {
      fields.reject(Violation.REQUIRED, name, "a value is required");
    }
    return texts.stream().map(text -> parse(fields, name, text)).flatMap(Optional::stream).toList();
  }

  private static List<String> texts(Params params, FieldReader fields, String name) {
    List<String> values = params.all(name);
    if (values.size() > MAX_VALUES) {
      fields.reject(Violation.LENGTH, name, "at most " + MAX_VALUES + " values are allowed");
      return List.of();
    }
    if (values.stream().anyMatch(value -> value.length() > MAX_TYPE_LENGTH)) {
      fields.reject(
          Violation.LENGTH, name, "at most " + MAX_TYPE_LENGTH + " characters are allowed");
      return List.of();
    }
    return values;
  }
}
