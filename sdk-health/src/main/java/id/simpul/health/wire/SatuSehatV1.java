package id.simpul.health.wire;

import id.simpul.core.operation.Effect;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.Operation;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.Resource;
import java.util.List;

/**
 * The operations of SATUSEHAT: its token endpoint and its FHIR R4 API. Each stands below the base
 * of its service. KFA and master data are {@link MasterDataV1}'s.
 */
public final class SatuSehatV1 {
  private static final JsonFormat<Resource> RESOURCE =
      new JsonFormat<>(FhirJson::of, Resource::json);
  private static final JsonFormat<Bundle> BUNDLE =
      new JsonFormat<>(json -> FhirJson.of(json, Bundle.TYPE), Bundle::json);

  /** Gives an access token for a client's own credentials. Asking twice does no harm. */
  public static final Operation<TokenRequest, TokenReply> TOKEN =
      failing(
              Operation.<TokenRequest, TokenReply>builder(
                  "satusehat.v1.tokens.create", Method.POST, "/accesstoken"))
          .summary("Gives an access token.")
          .effect(Effect.IDEMPOTENT)
          .output(TokenReplyFormat.FORMAT)
          .input(new TokenInput());

  /** Gives one resource. */
  public static final Operation<ResourceKey, Resource> READ =
      SatuSehatV1.<ResourceKey>resource("read", Method.GET, "/{resource_type}/{id}")
          .summary("Gives one resource.")
          .input(ResourceInputs.KEY);

  /** Gives a page of the resources that match a search. */
  public static final Operation<ResourceSearch, Bundle> SEARCH =
      failing(
              Operation.<ResourceSearch, Bundle>builder(
                  "satusehat.v1.resources.search", Method.GET, "/{resource_type}"))
          .summary("Finds resources.")
          .output(BUNDLE)
          .input(ResourceInputs.SEARCH);

  /** Stores a new resource. The server ties no repetitions together: search before another try. */
  public static final Operation<Resource, Created> CREATE =
      failing(
              Operation.<Resource, Created>builder(
                  "satusehat.v1.resources.create", Method.POST, "/{resource_type}"))
          .summary("Stores a new resource.")
          .effect(Effect.KEYED)
          .output(CreatedFormat.FORMAT)
          .input(ResourceInputs.CREATE);

  /** Replaces a resource as a whole. */
  public static final Operation<Resource, Resource> UPDATE =
      SatuSehatV1.<Resource>resource("update", Method.PUT, "/{resource_type}/{id}")
          .summary("Replaces a resource.")
          .effect(Effect.IDEMPOTENT)
          .input(ResourceInputs.UPDATE);

  /** Changes a resource in part. */
  public static final Operation<ResourcePatch, Resource> PATCH =
      SatuSehatV1.<ResourcePatch>resource("patch", Method.PATCH, "/{resource_type}/{id}")
          .summary("Changes a resource in part.")
          .effect(Effect.KEYED)
          .input(ResourceInputs.PATCH);

  /** Stores the resources of a bundle, all or none. Stands at the base itself. */
  public static final Operation<Bundle, Bundle> TRANSACT =
      failing(Operation.<Bundle, Bundle>builder("satusehat.v1.bundles.transact", Method.POST, ""))
          .summary("Stores the resources of a bundle, all or none.")
          .effect(Effect.KEYED)
          .output(BUNDLE)
          .input(ResourceInputs.TRANSACTION);

  /** All of them. */
  public static final List<Operation<?, ?>> OPERATIONS =
      List.of(TOKEN, READ, SEARCH, CREATE, UPDATE, PATCH, TRANSACT);

  private SatuSehatV1() {}

  private static <I> Operation.Builder<I, Resource> resource(
      String verb, Method method, String path) {
    return failing(Operation.<I, Resource>builder("satusehat.v1.resources." + verb, method, path))
        .output(RESOURCE);
  }

  static <I, O> Operation.Builder<I, O> failing(Operation.Builder<I, O> operation) {
    return operation
        .errors(List.of(SatuSehatErrors.JSON, SatuSehatErrors.PLAIN))
        .fails(400, "A rule of FHIR or of SATUSEHAT is broken, or the record is there already.")
        .fails(401, "The token or the credentials are not accepted.")
        .fails(403, "The client may not do that.")
        .fails(404, "There is no such thing.")
        .fails(429, "Too many requests; nothing was carried out.")
        .fails(500, "The server failed; the outcome is unknown.")
        .fails(503, "The server or its gateway is too busy; the outcome is unknown.");
  }
}
