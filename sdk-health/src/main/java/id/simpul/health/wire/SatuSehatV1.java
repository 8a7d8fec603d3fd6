package id.simpul.health.wire;

import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Operation;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.fhir.Resource;
import java.util.List;

/**
 * The operations of SATUSEHAT: its token endpoint and its FHIR R4 API. Each stands below the base
 * of its service. KFA and master data are {@link MasterDataV1}'s; a node answers the same
 * operations as {@link FhirR4}.
 */
public final class SatuSehatV1 {
  private static final FhirOperations FHIR =
      new FhirOperations(
          "satusehat.v1",
          MediaType.JSON,
          new FhirOperations.Failing() {
            @Override
            public <I, O> Operation.Builder<I, O> to(Operation.Builder<I, O> operation) {
              return failing(operation);
            }
          });

  /** Gives an access token for a client's own credentials. Asking twice does no harm. */
  public static final Operation<TokenRequest, TokenReply> TOKEN =
      FHIR.token().input(new TokenInput());

  /** Gives one resource. */
  public static final Operation<ResourceKey, Resource> READ = FHIR.read().input(ResourceInputs.KEY);

  /** Gives a page of the resources that match a search. */
  public static final Operation<ResourceSearch, Bundle> SEARCH =
      FHIR.search().input(ResourceInputs.SEARCH);

  /** Stores a new resource. The server ties no repetitions together: search before another try. */
  public static final Operation<Resource, Created> CREATE =
      FHIR.create().input(ResourceInputs.CREATE);

  /** Replaces a resource as a whole. */
  public static final Operation<Resource, Resource> UPDATE =
      FHIR.update().input(ResourceInputs.UPDATE);

  /** Changes a resource in part. */
  public static final Operation<ResourcePatch, Resource> PATCH =
      FHIR.patch().input(ResourceInputs.PATCH);

  /** Stores the resources of a bundle, all or none. Stands at the base itself. */
  public static final Operation<Bundle, Bundle> TRANSACT =
      FHIR.transact().input(ResourceInputs.TRANSACTION);

  /** All of them. */
  public static final List<Operation<?, ?>> OPERATIONS =
      List.of(TOKEN, READ, SEARCH, CREATE, UPDATE, PATCH, TRANSACT);

  private SatuSehatV1() {}

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
