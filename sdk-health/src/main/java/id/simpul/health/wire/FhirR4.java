package id.simpul.health.wire;

import id.simpul.core.operation.Method;
import id.simpul.core.operation.NoInput;
import id.simpul.core.operation.Operation;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.fhir.Resource;
import java.util.List;

/**
 * The operations of a FHIR R4 server (section 3.1.0) as a node offers them. They are those of
 * {@link SatuSehatV1}, so that its client works against a node, and what else the standard asks of
 * a server. What a server offers its CapabilityStatement says, and no OpenAPI document. Each stands
 * below the server's base; the token endpoint has a base of its own.
 */
public final class FhirR4 {
  private static final FhirOperations FHIR =
      new FhirOperations(
          "fhir.r4",
          ResourceInputs.FHIR_JSON,
          new FhirOperations.Failing() {
            @Override
            public <I, O> Operation.Builder<I, O> to(Operation.Builder<I, O> operation) {
              return failing(operation);
            }
          });

  /** Says what the server offers, as a CapabilityStatement (section 3.1.0.10). */
  public static final Operation<NoInput, Resource> GET_CAPABILITIES =
      Operation.<NoInput, Resource>builder("fhir.r4.capabilities.get", Method.GET, "/metadata")
          .summary("Says what the server offers.")
          .errors(List.of(FhirErrors.JSON))
          .output(FHIR.resource())
          .fails(503, "The server is too busy; try again.")
          .input(NoInput.NONE);

  /** Gives an access token for a client's own credentials, as SATUSEHAT does. */
  public static final Operation<TokenRequest, TokenReply> TOKEN =
      changing(FHIR.token()).input(new TokenInput());

  /** Gives one resource. */
  public static final Operation<ResourceKey, Resource> READ =
      erasable(FHIR.read()).fails(404, "There is no such resource.").input(ResourceInputs.KEY);

  /** Gives one version of a resource. */
  public static final Operation<ResourceVersion, Resource> READ_VERSION =
      erasable(FHIR.readVersion())
          .fails(404, "There is no such resource, or no such version.")
          .input(ResourceInputs.VERSION);

  /** Lists the versions of a resource, the last first, a page at a time. */
  public static final Operation<ResourceHistory, Bundle> HISTORY =
      erasable(FHIR.history())
          .fails(404, "There is no such resource.")
          .input(ResourceInputs.HISTORY);

  /** Gives a page of the resources that match a search. */
  public static final Operation<ResourceSearch, Bundle> SEARCH =
      authorised(FHIR.search())
          .fails(404, "There is no such kind of resource here.")
          .input(ResourceInputs.SEARCH);

  /**
   * Gives a page of the resources that match a search that stands in a form (section 3.1.1.3), so
   * that personal values are in no URL. Parameters in the URL count as well.
   */
  public static final Operation<ResourceSearch, Bundle> SEARCH_BY_FORM =
      changing(authorised(FHIR.searchByForm()))
          .fails(404, "There is no such kind of resource here.")
          .input(ResourceInputs.SEARCH_FORM);

  /** Stores a new resource; with an {@code Idempotency-Key} once. */
  public static final Operation<Resource, Created> CREATE =
      keyed(erasable(FHIR.create()))
          .fails(404, "There is no such kind of resource here.")
          .input(ResourceInputs.CREATE);

  /** Replaces a resource as a whole; with {@code If-Match} the version named and no other. */
  public static final Operation<Resource, Resource> UPDATE =
      changing(erasable(FHIR.update()))
          .fails(404, "There is no such kind of resource here.")
          .fails(405, "There is no such resource, and ids are the server's to give.")
          .fails(412, "The resource has another version by now.")
          .input(ResourceInputs.UPDATE);

  /** Changes a resource in part; with {@code If-Match} the version named and no other. */
  public static final Operation<ResourcePatch, Resource> PATCH =
      keyed(erasable(FHIR.patch()))
          .fails(404, "There is no such resource.")
          .fails(412, "The resource has another version by now.")
          .input(ResourceInputs.PATCH);

  /**
   * Erases a resource and all its versions for good (section 3.1.0.7); its id stays unused. Done
   * twice, it is done once.
   */
  public static final Operation<ResourceKey, Resource> ERASE =
      authorised(FHIR.delete())
          .fails(404, "There never was such a resource.")
          .fails(409, "Other resources point at it.")
          .input(ResourceInputs.KEY);

  /** Stores the resources of a bundle, all or none. Stands at the base itself. */
  public static final Operation<Bundle, Bundle> TRANSACT =
      keyed(erasable(FHIR.transact()))
          .fails(412, "A resource has another version by now.")
          .input(ResourceInputs.TRANSACTION);

  /** All of them. */
  public static final List<Operation<?, ?>> OPERATIONS =
      List.of(
          GET_CAPABILITIES,
          TOKEN,
          READ,
          READ_VERSION,
          HISTORY,
          SEARCH,
          SEARCH_BY_FORM,
          CREATE,
          UPDATE,
          PATCH,
          ERASE,
          TRANSACT);

  private FhirR4() {}

  private static <I, O> Operation.Builder<I, O> failing(Operation.Builder<I, O> operation) {
    return operation
        .errors(List.of(FhirErrors.JSON))
        .fails(400, "The request or the resource breaks a rule of FHIR; all are listed.")
        .fails(401, "The token, the key or the credentials are not accepted.")
        .fails(503, "The server is too busy, or cannot store this now; try again.");
  }

  private static <I, O> Operation.Builder<I, O> authorised(Operation.Builder<I, O> operation) {
    return operation.fails(403, "The caller may not do that.");
  }

  // Also a repeated request cannot be answered as it was the first time.
  private static <I, O> Operation.Builder<I, O> erasable(Operation.Builder<I, O> operation) {
    return authorised(operation).fails(410, "The resource was erased.");
  }

  private static <I, O> Operation.Builder<I, O> changing(Operation.Builder<I, O> operation) {
    return operation
        .fails(413, "The content is too long.")
        .fails(415, "The content is of another type.");
  }

  private static <I, O> Operation.Builder<I, O> keyed(Operation.Builder<I, O> operation) {
    return changing(operation)
        .fails(422, "The key was used for another request, or the change cannot be made.");
  }
}
