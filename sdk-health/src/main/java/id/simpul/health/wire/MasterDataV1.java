package id.simpul.health.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.operation.Body;
import id.simpul.core.operation.FieldReader;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.Violation;
import id.simpul.health.KfaProduct;
import id.simpul.health.MasterFacility;
import id.simpul.health.MasterPage;
import id.simpul.health.MasterRegion;
import id.simpul.health.SatuSehatMasterData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The operations of KFA and master data, below the bases of their services. Each of the two has an
 * envelope of its own, and the facilities have a third.
 */
public final class MasterDataV1 {
  private static final String CODE = "code";
  private static final int MAX_CODE_LENGTH = 64;

  /** Gives one product of KFA by its code. */
  public static final Operation<String, KfaProduct> GET_PRODUCT =
      SatuSehatV1.failing(
              Operation.<String, KfaProduct>builder("kfa.v2.products.get", Method.GET, "/products"))
          .summary("Gives one product of KFA.")
          .output(
              new JsonFormat<>(
                  json -> KfaProduct.of(object(member(json, "result"), "/result")),
                  product -> JsonObject.builder().put("result", product.json()).build()))
          .input(
              new PartsInput<>(
                  List.of(
                      Parameter.required(
                              Parameter.In.QUERY, "identifier", Parameter.Kind.TEXT, "By what.")
                          .oneOf("kfa"),
                      Parameter.required(
                          Parameter.In.QUERY, CODE, Parameter.Kind.TEXT, "The product's code.")),
                  List.of(),
                  code ->
                      RequestParts.query(Params.EMPTY.with("identifier", "kfa").with(CODE, code)),
                  parts -> {
                    FieldReader reader = new FieldReader(parts.query());
                    String code = reader.requiredText(CODE, MAX_CODE_LENGTH);
                    return reader.finish(() -> code);
                  }));

  /** Gives a page of the products of KFA. */
  public static final Operation<PageQuery, MasterPage<KfaProduct>> LIST_PRODUCTS =
      SatuSehatV1.failing(
              Operation.<PageQuery, MasterPage<KfaProduct>>builder(
                  "kfa.v2.products.list", Method.GET, "/products/all"))
          .summary("Lists the products of KFA.")
          .output(
              new JsonFormat<>(
                  json ->
                      new MasterPage<>(
                          items(member(member(json, "items"), "data"), KfaProduct::of),
                          number(json, "page"),
                          number(json, "total"),
                          0),
                  page ->
                      JsonObject.builder()
                          .put("total", JsonNumber.of(page.totalItems()))
                          .put("page", JsonNumber.of(page.page()))
                          .put(
                              "items",
                              JsonObject.builder()
                                  .put("data", array(page.items(), KfaProduct::json))
                                  .build())
                          .build()))
          .input(pages("product_type", "size"));

  /** Gives regions by their codes, or by those of the regions they lie in. */
  public static final Operation<RegionQuery, List<MasterRegion>> LIST_REGIONS =
      SatuSehatV1.failing(
              Operation.<RegionQuery, List<MasterRegion>>builder(
                  "masterdata.v1.regions.list", Method.GET, "/v1/{level}"))
          .summary("Lists regions.")
          .output(
              new JsonFormat<>(
                  json -> items(member(json, "data"), MasterDataV1::region),
                  regions ->
                      JsonObject.builder()
                          .put("status", JsonNumber.of(200))
                          .put("data", array(regions, MasterDataV1::json))
                          .build()))
          .input(
              new PartsInput<>(
                  List.of(
                      Parameter.required(
                          Parameter.In.PATH, "level", Parameter.Kind.TEXT, "Which regions.")),
                  List.of(),
                  query ->
                      new RequestParts(
                          Map.of("level", query.level().word()),
                          Params.EMPTY.with(
                              query.level().parameter(), String.join(",", query.codes())),
                          Headers.EMPTY,
                          Body.NONE),
                  MasterDataV1::regions));

  /** Gives a page of the facilities of one kind. */
  public static final Operation<PageQuery, MasterPage<MasterFacility>> LIST_FACILITIES =
      SatuSehatV1.failing(
              Operation.<PageQuery, MasterPage<MasterFacility>>builder(
                  "masterdata.v1.facilities.list",
                  Method.GET,
                  "/v1/mastersaranaindex/mastersarana"))
          .summary("Lists facilities.")
          .output(
              new JsonFormat<>(
                  json ->
                      new MasterPage<>(
                          items(member(json, "data"), MasterFacility::of),
                          number(json, "page"),
                          0,
                          number(json, "total_page")),
                  page ->
                      JsonObject.builder()
                          .put("status_code", JsonNumber.of(200))
                          .put("page", JsonNumber.of(page.page()))
                          .put("total_page", JsonNumber.of(page.totalPages()))
                          .put("data", array(page.items(), MasterFacility::json))
                          .build()))
          .input(pages("jenis_sarana", "limit"));

  /** All of them. */
  public static final List<Operation<?, ?>> OPERATIONS =
      List.of(GET_PRODUCT, LIST_PRODUCTS, LIST_REGIONS, LIST_FACILITIES);

  private MasterDataV1() {}

  private static Input<PageQuery> pages(String kind, String size) {
    return new PartsInput<>(
        List.of(
            Parameter.required(Parameter.In.QUERY, kind, Parameter.Kind.TEXT, "The kind."),
            Parameter.required(Parameter.In.QUERY, "page", Parameter.Kind.INTEGER, "From 1."),
            Parameter.required(
                Parameter.In.QUERY, size, Parameter.Kind.INTEGER, "Entries on a page.")),
        List.of(),
        query ->
            RequestParts.query(
                Params.EMPTY
                    .with("page", Integer.toString(query.page()))
                    .with(size, Integer.toString(query.size()))
                    .with(kind, query.kind())),
        parts -> {
          FieldReader reader = new FieldReader(parts.query());
          String value = reader.requiredText(kind, MAX_CODE_LENGTH);
          Optional<Integer> page = reader.integer("page", 1, Integer.MAX_VALUE);
          Optional<Integer> entries = reader.integer(size, 1, SatuSehatMasterData.MAX_PAGE_SIZE);
          return reader.finish(() -> new PageQuery(value, page.orElse(1), entries.orElse(1)));
        });
  }

  private static Reading<RegionQuery> regions(RequestParts parts) {
    FieldReader reader = new FieldReader(parts.query());
    String word = parts.path().getOrDefault("level", "");
    for (MasterRegion.Level level : MasterRegion.Level.values()) {
      if (level.word().equals(word)) {
        List<String> codes = reader.commaList(level.parameter(), SatuSehatMasterData.MAX_CODES);
        return reader.finish(() -> new RegionQuery(level, codes));
      }
    }
    reader.reject(Violation.NOT_FOUND, "level", "there are no such regions");
    return reader.finish(() -> new RegionQuery(MasterRegion.Level.PROVINCES, List.of()));
  }

  private static MasterRegion region(JsonObject json) {
    return new MasterRegion(
        text(json, "code"), text(json, "parent_code"), text(json, "bps_code"), text(json, "name"));
  }

  private static JsonObject json(MasterRegion region) {
    return JsonObject.builder()
        .put("code", region.code())
        .put("parent_code", region.parentCode())
        .put("bps_code", region.bpsCode())
        .put("name", region.name())
        .build();
  }

  private static String text(JsonObject object, String name) {
    return object.members().get(name) instanceof JsonString string ? string.value() : "";
  }

  private static JsonValue member(JsonValue json, String name) throws FormatException {
    return object(json, "")
        .get(name)
        .orElseThrow(() -> new FormatException("/" + name, "is missing"));
  }

  private static JsonObject object(JsonValue json, String where) throws FormatException {
    if (json instanceof JsonObject object) {
      return object;
    }
    throw new FormatException(where, "must be an object");
  }

  private static <T> List<T> items(JsonValue json, Function<JsonObject, T> reader)
      throws FormatException {
    if (!(json instanceof JsonArray array)) {
      throw new FormatException("/data", "must be an array");
    }
    List<T> items = new ArrayList<>();
    for (JsonValue item : array.items()) {
      items.add(reader.apply(object(item, "/data")));
    }
    return items;
  }

  private static <T> JsonArray array(List<T> items, Function<T, JsonObject> writer) {
    List<JsonValue> values = new ArrayList<>();
    items.forEach(item -> values.add(writer.apply(item)));
    return new JsonArray(values);
  }

  private static int number(JsonValue json, String name) throws FormatException {
    if (object(json, "").members().get(name) instanceof JsonNumber number
        && number.lexeme().matches("[0-9]{1,9}")) {
      return Integer.parseInt(number.lexeme());
    }
    return 0;
  }
}
