package id.simpul.health.wire;

import id.simpul.core.operation.Effect;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.Operation;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.Resource;

/**
 * Makes the RESTful operations of FHIR R4 (section 3.1.0) under the names, media type and failures
 * of one kind of server; what each carries is added last.
 *
 * @param prefix what the ids begin with
 * @param mediaType what answers are written as
 * @param failing adds the form of errors and the ways in which every operation can fail
 */
record FhirOperations(String prefix, MediaType mediaType, Failing failing) {
  private static final JsonFormat<Resource> RESOURCE =
      new JsonFormat<>(FhirJson::of, Resource::json);
  private static final JsonFormat<Bundle> BUNDLE =
      new JsonFormat<>(json -> FhirJson.of(json, Bundle.TYPE), Bundle::json);
  private static final String TYPE = "/{resource_type}";
  private static final String ONE = "/{resource_type}/{id}";

  /** Adds the form of errors and the ways to fail. */
  interface Failing {
    <I, O> Operation.Builder<I, O> to(Operation.Builder<I, O> operation);
  }

  Operation.Builder<TokenRequest, TokenReply> token() {
    return this.<TokenRequest, TokenReply>make("tokens.create", Method.POST, "/accesstoken")
        .summary("Gives an access token.")
        .effect(Effect.IDEMPOTENT)
        .output(TokenReplyFormat.FORMAT);
  }

  Operation.Builder<ResourceKey, Resource> read() {
    return this.<ResourceKey, Resource>make("resources.read", Method.GET, ONE)
        .summary("Gives one resource.")
        .output(resource());
  }

  Operation.Builder<ResourceSearch, Bundle> search() {
    return this.<ResourceSearch, Bundle>make("resources.search", Method.GET, TYPE)
        .summary("Finds resources.")
        .output(bundle());
  }

  Operation.Builder<ResourceSearch, Bundle> searchByForm() {
    return this.<ResourceSearch, Bundle>make(
            "resources.search-by-form", Method.POST, TYPE + "/_search")
        .summary("Finds resources; what is searched for stands in no URL.")
        .output(bundle());
  }

  Operation.Builder<Resource, Created> create() {
    return this.<Resource, Created>make("resources.create", Method.POST, TYPE)
        .summary("Stores a new resource.")
        .effect(Effect.KEYED)
        .output(CreatedFormat.FORMAT.as(mediaType));
  }

  Operation.Builder<Resource, Resource> update() {
    return this.<Resource, Resource>make("resources.update", Method.PUT, ONE)
        .summary("Replaces a resource.")
        .effect(Effect.IDEMPOTENT)
        .output(resource());
  }

  Operation.Builder<ResourcePatch, Resource> patch() {
    return this.<ResourcePatch, Resource>make("resources.patch", Method.PATCH, ONE)
        .summary("Changes a resource in part.")
        .effect(Effect.KEYED)
        .output(resource());
  }

  Operation.Builder<ResourceKey, Resource> delete() {
    return this.<ResourceKey, Resource>make("resources.delete", Method.DELETE, ONE)
        .summary("Erases a resource.")
        .effect(Effect.IDEMPOTENT)
        .output(resource());
  }

  Operation.Builder<Bundle, Bundle> transact() {
    return this.<Bundle, Bundle>make("bundles.transact", Method.POST, "")
        .summary("Stores the resources of a bundle, all or none.")
        .effect(Effect.KEYED)
        .output(bundle());
  }

  Operation.Builder<ResourceVersion, Resource> readVersion() {
    return this.<ResourceVersion, Resource>make(
            "versions.read", Method.GET, ONE + "/_history/{version_id}")
        .summary("Gives one version of a resource.")
        .output(resource());
  }

  Operation.Builder<ResourceHistory, Bundle> history() {
    return this.<ResourceHistory, Bundle>make("versions.list", Method.GET, ONE + "/_history")
        .summary("Lists the versions of a resource, the last first.")
        .output(bundle());
  }

  Format<Resource> resource() {
    return RESOURCE.as(mediaType);
  }

  private Format<Bundle> bundle() {
    return BUNDLE.as(mediaType);
  }

  private <I, O> Operation.Builder<I, O> make(String name, Method method, String path) {
    return failing.to(Operation.builder(prefix + "." + name, method, path));
  }
}
