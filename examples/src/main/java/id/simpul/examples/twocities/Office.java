package id.simpul.examples.twocities;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.federation.TrustAnchor;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;

/**
 * Somebody who speaks for those below: the national anchor, or a province. It takes no reports.
 *
 * @param name what people call it
 * @param region the code of where it sits
 * @param baseUrl what its node is called
 * @param federationKey the key it signs statements with; stays with its node
 */
record Office(String name, String region, URI baseUrl, SigningKey federationKey) {
  Office {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(baseUrl, "baseUrl");
    Objects.requireNonNull(federationKey, "federationKey");
  }

  static Office at(String name, String region, URI baseUrl, SecureRandom random) {
    return new Office(
        name, region, baseUrl, SigningKeys.generate(SignatureAlgorithm.ED25519, random));
  }

  EntityId entity() {
    return new EntityId(baseUrl.toString());
  }

  /** What others pin of it: its name and its public key. */
  TrustAnchor anchor() {
    return new TrustAnchor(entity(), JwkSet.of(List.of(PublicJwk.of(federationKey.publicKey()))));
  }

  /** The file in which a node pins it as its only anchor. */
  byte[] anchorsFile() {
    JsonObject entry =
        JsonObject.builder()
            .put("entity", entity().value())
            .put("jwks", anchor().keys().toJson())
            .build();
    return Json.toBytes(JsonObject.builder().put("anchors", new JsonArray(List.of(entry))).build());
  }

  @Override
  public String toString() {
    return "Office[" + name + "]";
  }
}
