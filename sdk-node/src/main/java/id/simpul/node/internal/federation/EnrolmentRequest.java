package id.simpul.node.internal.federation;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonObject;
import id.simpul.core.value.RegionCode;
import id.simpul.core.value.RegionTable;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.federation.EntityConfiguration;
import id.simpul.identity.federation.EntityTypes;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.node.NodeConfig;
import id.simpul.node.NodePaths;
import id.simpul.node.internal.config.ConfigFiles;
import id.simpul.node.internal.config.KeyRing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What an entity asks of the one it wants above it, as a file. It is not secret and proves nothing:
 * whoever approves it compares its fingerprint with a letter.
 *
 * @param entity who asks
 * @param superior who is asked
 * @param region the Kemendagri code of its region
 * @param keys its federation keys
 * @param entityTypes the roles it wants
 * @param intermediate whether others are to stand below it
 */
public record EnrolmentRequest(
    EntityId entity,
    EntityId superior,
    String region,
    JwkSet keys,
    List<String> entityTypes,
    boolean intermediate) {
  private static final String FORM = "simpul_enrolment";
  private static final String VERSION = "1";
  private static final String ENTITY = "entity";
  private static final String SUPERIOR = "superior";
  private static final String REGION = "region";
  private static final String JWKS = "jwks";
  private static final String TYPES = "entity_types";
  private static final String INTERMEDIATE = "intermediate";
  private static final String ENDPOINTS = "endpoints";

  /** Copies the types. */
  public EnrolmentRequest {
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(superior, "superior");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(keys, "keys");
    entityTypes = List.copyOf(entityTypes);
  }

  /**
   * The request of a node.
   *
   * @param config who it is
   * @param ring its federation keys, those published beside the one that signs too
   * @param superior who is asked
   * @return the request
   */
  public static EnrolmentRequest of(NodeConfig config, KeyRing ring, EntityId superior) {
    return new EnrolmentRequest(
        config.entityId(),
        superior,
        config.region().code(),
        JwkSet.of(ring.published().stream().map(PublicJwk::of).toList()),
        List.of(EntityTypes.NODE),
        config.federation().isAuthority());
  }

  /**
   * Reads a request.
   *
   * @param file the file
   * @return the request, its form checked and nothing believed
   * @throws id.simpul.node.ConfigException when it is not as it should be
   */
  public static EnrolmentRequest read(Path file) {
    JsonObject json = ConfigFiles.object(file);
    ConfigFiles.known(
        file,
        json,
        "/",
        Set.of(FORM, ENTITY, SUPERIOR, REGION, JWKS, TYPES, INTERMEDIATE, ENDPOINTS));
    try {
      if (!SubordinateRecord.text(json, FORM).equals(VERSION)) {
        throw ConfigFiles.broken(
            file, "/" + FORM, "must be " + VERSION + "; ask for one of this version");
      }
      return new EnrolmentRequest(
          new EntityId(SubordinateRecord.text(json, ENTITY)),
          new EntityId(SubordinateRecord.text(json, SUPERIOR)),
          region(SubordinateRecord.text(json, REGION)),
          JwkSet.of(SubordinateRecord.object(json, JWKS)),
          SubordinateRecord.texts(json, TYPES),
          json.get(INTERMEDIATE).orElse(null) == JsonBoolean.TRUE);
    } catch (IllegalArgumentException | TrustException e) {
      throw ConfigFiles.broken(file, "/", "is no request of simpul-node enrol; ask for a new one");
    }
  }

  private static String region(String code) {
    RegionCode region =
        new RegionCode(RegionCode.Scheme.KEMENDAGRI, RegionTable.EDITION_2025, code);
    if (!RegionTable.kemendagri2025().contains(region)) {
      throw new IllegalArgumentException("No such region");
    }
    return code;
  }

  /**
   * Writes the request in place of one that is there.
   *
   * @param file the file
   * @throws id.simpul.node.ConfigException when it cannot be written
   */
  public void write(Path file) {
    JsonObject endpoints =
        JsonObject.builder()
            .put("configuration", EntityConfiguration.location(entity).toString())
            .put("georeport", entity + NodePaths.GEOREPORT)
            .build();
    JsonObject json =
        JsonObject.builder()
            .put(FORM, VERSION)
            .put(ENTITY, entity.value())
            .put(SUPERIOR, superior.value())
            .put(REGION, region)
            .put(TYPES, JsonArray.ofStrings(entityTypes))
            .put(INTERMEDIATE, JsonBoolean.of(intermediate))
            .put(ENDPOINTS, endpoints)
            .put(JWKS, keys.toJson())
            .build();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Json.writeIndented(json, out);
      Files.write(file, out.toByteArray());
    } catch (IOException e) {
      throw ConfigFiles.broken(file, "file", "cannot be written");
    }
  }

  /**
   * What its letter says.
   *
   * @return the fingerprint of entity, region and keys
   */
  public EnrolmentFingerprint fingerprint() {
    return EnrolmentFingerprint.of(entity, region, keys);
  }
}
