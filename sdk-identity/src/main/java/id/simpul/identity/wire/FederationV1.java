package id.simpul.identity.wire;

import id.simpul.core.operation.Effect;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.NoInput;
import id.simpul.core.operation.OAuthErrors;
import id.simpul.core.operation.Operation;
import id.simpul.identity.EntityId;
import java.util.List;

/**
 * The operations of OpenID Federation 1.1 (sections 8 and 9). The endpoint of {@link
 * #GET_CONFIGURATION} is the entity identifier; those of the others stand in the metadata of an
 * entity, under {@code federation_entity}, and are URLs of any path, so that these operations have
 * none of their own. Requests carry no client authentication, the default of section 8.8.
 *
 * <p>Tokens come out as text: nothing of them is verified, and none counts under another media type
 * than its own.
 */
public final class FederationV1 {
  private static final String ENTITY_STATEMENT = "application/entity-statement+jwt";

  /** Where an entity publishes its configuration, below its identifier (section 9). */
  public static final String CONFIGURATION_PATH = "/.well-known/openid-federation";

  private static final String BAD_INPUT =
      "A parameter is missing, cannot be used or not supported.";

  /** Federation Entity Configuration Request: what an entity says of itself. */
  public static final Operation<NoInput, String> GET_CONFIGURATION =
      common(
              Operation.<NoInput, String>builder(
                  "federation.v1.configuration.get", Method.GET, CONFIGURATION_PATH))
          .summary("Gives what an entity says of itself, signed by it.")
          .output(new TokenFormat(ENTITY_STATEMENT))
          .input(NoInput.NONE);

  /**
   * Fetch Subordinate Statement Request, at {@code federation_fetch_endpoint}: what an entity says
   * of one right below it.
   */
  public static final Operation<EntityId, String> FETCH_STATEMENT =
      common(Operation.<EntityId, String>builder("federation.v1.statements.fetch", Method.GET, ""))
          .summary("Gives what an entity says of one right below it.")
          .output(new TokenFormat(ENTITY_STATEMENT))
          .fails(400, BAD_INPUT)
          .fails(404, "The entity is not right below this one.")
          .input(FederationInputs.SUBJECT);

  /** Subordinate Listing Request, at {@code federation_list_endpoint}. */
  public static final Operation<SubordinateQuery, List<EntityId>> LIST_SUBORDINATES =
      common(
              Operation.<SubordinateQuery, List<EntityId>>builder(
                  "federation.v1.subordinates.list", Method.GET, ""))
          .summary("Lists the entities right below one.")
          .output(new EntitiesFormat())
          .fails(400, BAD_INPUT)
          .input(FederationInputs.SUBORDINATES);

  /** Resolve Request, at {@code federation_resolve_endpoint}. */
  public static final Operation<ResolveQuery, String> RESOLVE =
      common(
              Operation.<ResolveQuery, String>builder(
                  "federation.v1.entities.resolve", Method.GET, ""))
          .summary("Resolves an entity to its metadata, chain and trust marks.")
          .output(new TokenFormat("application/resolve-response+jwt"))
          .fails(400, BAD_INPUT)
          .fails(404, "The entity or the anchor is not known here.")
          .input(FederationInputs.RESOLVE);

  /**
   * Trust Mark Status Request, at {@code federation_trust_mark_status_endpoint} of the issuer:
   * whether a trust mark is still good.
   */
  public static final Operation<String, String> GET_TRUST_MARK_STATUS =
      common(Operation.<String, String>builder("federation.v1.trust-marks.status", Method.POST, ""))
          .summary("Says whether a trust mark still holds.")
          .effect(Effect.SAFE)
          .output(new TokenFormat("application/trust-mark-status-response+jwt"))
          .fails(400, BAD_INPUT)
          .fails(404, "The trust mark was not issued here.")
          .fails(413, "The body is larger than the node takes.")
          .fails(415, "The body is no form.")
          .input(FederationInputs.TRUST_MARK_STATUS);

  /** Trust Marked Entities Listing Request, at {@code federation_trust_mark_list_endpoint}. */
  public static final Operation<TrustMarkedQuery, List<EntityId>> LIST_TRUST_MARKED =
      common(
              Operation.<TrustMarkedQuery, List<EntityId>>builder(
                  "federation.v1.trust-marks.list", Method.GET, ""))
          .summary("Lists the entities that hold a trust mark.")
          .output(new EntitiesFormat())
          .fails(400, BAD_INPUT)
          .input(FederationInputs.TRUST_MARKED_ENTITIES);

  /** Trust Mark Request, at {@code federation_trust_mark_endpoint}. */
  public static final Operation<TrustMarkQuery, String> GET_TRUST_MARK =
      common(
              Operation.<TrustMarkQuery, String>builder(
                  "federation.v1.trust-marks.get", Method.GET, ""))
          .summary("Gives the trust mark an entity holds.")
          .output(new TokenFormat("application/trust-mark+jwt"))
          .fails(400, BAD_INPUT)
          .fails(404, "The entity does not hold this trust mark.")
          .input(FederationInputs.ONE_TRUST_MARK);

  /** Federation Historical Keys Request, at {@code federation_historical_keys_endpoint}. */
  public static final Operation<NoInput, String> GET_HISTORICAL_KEYS =
      common(
              Operation.<NoInput, String>builder(
                  "federation.v1.historical-keys.get", Method.GET, ""))
          .summary("Gives the keys an entity has used before.")
          .output(new TokenFormat("application/jwk-set+jwt"))
          .input(NoInput.NONE);

  /** All of them, in the order of the standard. */
  public static final List<Operation<?, ?>> OPERATIONS =
      List.of(
          GET_CONFIGURATION,
          FETCH_STATEMENT,
          LIST_SUBORDINATES,
          RESOLVE,
          GET_TRUST_MARK_STATUS,
          LIST_TRUST_MARKED,
          GET_TRUST_MARK,
          GET_HISTORICAL_KEYS);

  private FederationV1() {}

  private static <I, O> Operation.Builder<I, O> common(Operation.Builder<I, O> operation) {
    return operation
        .errors(List.of(OAuthErrors.FORMAT))
        .fails(503, "The node is too busy or is stopping.");
  }
}
