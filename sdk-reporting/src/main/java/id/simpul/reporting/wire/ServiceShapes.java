package id.simpul.reporting.wire;

import id.simpul.core.format.FormatException;
import id.simpul.reporting.Attribute;
import id.simpul.reporting.AttributeValue;
import id.simpul.reporting.Datatype;
import id.simpul.reporting.Service;
import id.simpul.reporting.ServiceCode;
import id.simpul.reporting.ServiceDefinition;
import id.simpul.reporting.ServiceType;
import id.simpul.reporting.internal.Document;
import id.simpul.reporting.internal.Field;
import id.simpul.reporting.internal.ListType;
import id.simpul.reporting.internal.Scalars;
import id.simpul.reporting.internal.Shape;
import id.simpul.reporting.internal.Values;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The documents of GET Service List and GET Service Definition. */
final class ServiceShapes {
  private static final Field<Service, ServiceCode> CODE =
      Field.of("service_code", Codes.SERVICE_CODE, Service::code);
  private static final Field<Service, String> NAME =
      Field.of("service_name", Scalars.TEXT, Service::name);
  private static final Field<Service, String> DESCRIPTION =
      Field.of("description", Scalars.TEXT, s -> s.description().orElse(null));
  private static final Field<Service, Boolean> METADATA =
      Field.of("metadata", Scalars.FLAG, Service::metadata);
  private static final Field<Service, ServiceType> TYPE =
      Field.of("type", Codes.SERVICE_TYPE, Service::type);
  private static final Field<Service, List<String>> KEYWORDS =
      Field.of("keywords", Scalars.COMMA_LIST, s -> orNull(s.keywords()));
  private static final Field<Service, String> GROUP =
      Field.of("group", Scalars.TEXT, s -> s.groups().isEmpty() ? null : s.groups().get(0));
  // FixMyStreet's word for services that are shown in several groups.
  private static final Field<Service, List<String>> GROUPS =
      Field.of(
          "groups",
          ListType.of("group", Scalars.TEXT),
          s -> s.groups().size() > 1 ? s.groups() : null);

  static final Document<List<Service>> SERVICES =
      new Document<>(
          "services",
          ListType.of(
              "service",
              new Shape<>(
                  List.of(CODE, NAME, DESCRIPTION, METADATA, TYPE, KEYWORDS, GROUP, GROUPS),
                  ServiceShapes::service,
                  Service::extra)));

  private static final Field<AttributeValue, String> KEY =
      Field.of("key", Scalars.WORD, AttributeValue::key);
  private static final Field<AttributeValue, String> VALUE_NAME =
      Field.of("name", Scalars.TEXT, AttributeValue::name);
  private static final Shape<AttributeValue> VALUE =
      new Shape<>(List.of(KEY, VALUE_NAME), ServiceShapes::value, AttributeValue::extra);

  private static final Field<Attribute, Boolean> VARIABLE =
      Field.of("variable", Scalars.FLAG, Attribute::variable);
  private static final Field<Attribute, String> ATTRIBUTE_CODE =
      Field.of("code", Scalars.WORD, Attribute::code);
  private static final Field<Attribute, Datatype> DATATYPE =
      Field.of("datatype", Codes.DATATYPE, Attribute::datatype);
  private static final Field<Attribute, Boolean> REQUIRED =
      Field.of("required", Scalars.FLAG, Attribute::required);
  private static final Field<Attribute, String> DATATYPE_DESCRIPTION =
      Field.of("datatype_description", Scalars.TEXT, a -> a.datatypeDescription().orElse(null));
  private static final Field<Attribute, Integer> ORDER =
      Field.of("order", Scalars.INTEGER, a -> a.order().isPresent() ? a.order().getAsInt() : null);
  private static final Field<Attribute, String> ATTRIBUTE_DESCRIPTION =
      Field.of("description", Scalars.TEXT, a -> a.description().orElse(null));
  private static final Field<Attribute, List<AttributeValue>> VALUES =
      Field.of("values", ListType.of("value", VALUE), a -> orNull(a.values()));
  private static final Shape<Attribute> ATTRIBUTE =
      new Shape<>(
          List.of(
              VARIABLE,
              ATTRIBUTE_CODE,
              DATATYPE,
              REQUIRED,
              DATATYPE_DESCRIPTION,
              ORDER,
              ATTRIBUTE_DESCRIPTION,
              VALUES),
          ServiceShapes::attribute,
          Attribute::extra);

  private static final Field<ServiceDefinition, ServiceCode> DEFINED =
      Field.of("service_code", Codes.SERVICE_CODE, ServiceDefinition::serviceCode);
  private static final Field<ServiceDefinition, List<Attribute>> ATTRIBUTES =
      Field.of("attributes", ListType.of("attribute", ATTRIBUTE), ServiceDefinition::attributes);

  static final Document<ServiceDefinition> DEFINITION =
      new Document<>(
          "service_definition",
          new Shape<>(
              List.of(DEFINED, ATTRIBUTES), ServiceShapes::definition, ServiceDefinition::extra));

  private ServiceShapes() {}

  private static <V> @Nullable List<V> orNull(List<V> items) {
    return items.isEmpty() ? null : items;
  }

  private static Service service(Values<Service> v) throws FormatException {
    Set<String> groups = new LinkedHashSet<>();
    String main = v.get(GROUP);
    if (main != null) {
      groups.add(main);
    }
    groups.addAll(v.getOr(GROUPS, List.of()));
    return Service.builder(v.require(CODE), v.require(NAME))
        .description(v.get(DESCRIPTION))
        .metadata(v.getOr(METADATA, false))
        .type(v.getOr(TYPE, ServiceType.REALTIME))
        .keywords(v.getOr(KEYWORDS, List.of()))
        .groups(new ArrayList<>(groups))
        .extra(v.extra())
        .build();
  }

  private static AttributeValue value(Values<AttributeValue> v) throws FormatException {
    String key = v.require(KEY);
    return new AttributeValue(key, v.getOr(VALUE_NAME, key), v.extra());
  }

  private static Attribute attribute(Values<Attribute> v) throws FormatException {
    return Attribute.builder(v.require(ATTRIBUTE_CODE), v.getOr(DATATYPE, Datatype.STRING))
        .variable(v.getOr(VARIABLE, true))
        .required(v.getOr(REQUIRED, false))
        .datatypeDescription(v.get(DATATYPE_DESCRIPTION))
        .order(v.get(ORDER))
        .description(v.get(ATTRIBUTE_DESCRIPTION))
        .values(v.getOr(VALUES, List.of()))
        .extra(v.extra())
        .build();
  }

  private static ServiceDefinition definition(Values<ServiceDefinition> v) throws FormatException {
    return ServiceDefinition.builder(v.require(DEFINED))
        .attributes(v.getOr(ATTRIBUTES, List.of()))
        .extra(v.extra())
        .build();
  }
}
