package id.simpul.reporting.wire;

import id.simpul.core.format.FormatException;
import id.simpul.reporting.Discovery;
import id.simpul.reporting.Endpoint;
import id.simpul.reporting.internal.Document;
import id.simpul.reporting.internal.Field;
import id.simpul.reporting.internal.ListType;
import id.simpul.reporting.internal.Scalars;
import id.simpul.reporting.internal.Shape;
import id.simpul.reporting.internal.Values;
import java.net.URI;
import java.util.List;

/** The document of GET Service Discovery. */
final class DiscoveryShapes {
  private static final Field<Endpoint, String> SPECIFICATION =
      Field.of("specification", Scalars.WORD, Endpoint::specification);
  private static final Field<Endpoint, URI> URL =
      Field.of("url", Scalars.ABSOLUTE_URI, Endpoint::url);
  private static final Field<Endpoint, String> ENDPOINT_CHANGESET =
      Field.of("changeset", Scalars.WORD, Endpoint::changeset);
  private static final Field<Endpoint, String> TYPE =
      Field.of("type", Scalars.WORD, Endpoint::type);
  private static final Field<Endpoint, List<String>> FORMATS =
      Field.of("formats", ListType.of("format", Scalars.WORD), Endpoint::formats);
  private static final Shape<Endpoint> ENDPOINT =
      new Shape<>(
          List.of(SPECIFICATION, URL, ENDPOINT_CHANGESET, TYPE, FORMATS),
          DiscoveryShapes::endpoint,
          Endpoint::extra);

  private static final Field<Discovery, String> CHANGESET =
      Field.of("changeset", Scalars.WORD, Discovery::changeset);
  private static final Field<Discovery, String> CONTACT =
      Field.of("contact", Scalars.TEXT, Discovery::contact);
  private static final Field<Discovery, String> KEY_SERVICE =
      Field.of("key_service", Scalars.TEXT, Discovery::keyService);
  private static final Field<Discovery, List<Endpoint>> ENDPOINTS =
      Field.of("endpoints", ListType.of("endpoint", ENDPOINT), Discovery::endpoints);

  static final Document<Discovery> DISCOVERY =
      new Document<>(
          "discovery",
          new Shape<>(
              List.of(CHANGESET, CONTACT, KEY_SERVICE, ENDPOINTS),
              DiscoveryShapes::discovery,
              Discovery::extra));

  private DiscoveryShapes() {}

  private static Endpoint endpoint(Values<Endpoint> v) throws FormatException {
    return Endpoint.builder(v.require(URL))
        .specification(v.getOr(SPECIFICATION, ""))
        .changeset(v.getOr(ENDPOINT_CHANGESET, ""))
        .type(v.getOr(TYPE, ""))
        .formats(v.getOr(FORMATS, List.of()))
        .extra(v.extra())
        .build();
  }

  private static Discovery discovery(Values<Discovery> v) {
    return Discovery.builder()
        .changeset(v.getOr(CHANGESET, ""))
        .contact(v.getOr(CONTACT, ""))
        .keyService(v.getOr(KEY_SERVICE, ""))
        .endpoints(v.getOr(ENDPOINTS, List.of()))
        .extra(v.extra())
        .build();
  }
}
