package id.simpul.node.internal.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.node.ConfigException;
import id.simpul.node.internal.federation.SubordinateRecord.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubordinateBookTest {
  private static final EntityId CITY = new EntityId("https://simpul.jambi.example");
  private static final EntityId REGENCY = new EntityId("https://simpul.kerinci.example");

  @TempDir Path data;

  private SubordinateBook book() {
    return new SubordinateBook(new FederationFiles(data));
  }

  private static SubordinateRecord record(EntityId entity) {
    PublicJwk key =
        PublicJwk.of(
            SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom()).publicKey());
    return new SubordinateRecord(
        entity,
        "15.71",
        JwkSet.of(List.of(key)),
        List.of("simpul_node"),
        false,
        JsonObject.EMPTY,
        new Standing(true, Instant.parse("2026-11-21T02:00:00Z")));
  }

  @Test
  void all_oneRecordBroken_givesTheOthersAndFindNamesTheFile() throws IOException {
    SubordinateBook book = book();
    book.put(record(CITY));
    book.put(record(REGENCY));
    Path broken =
        new FederationFiles(data).subordinates().resolve(FederationFiles.fileName(CITY.value()));
    Files.writeString(broken, "{\"entity\":");

    assertThat(book.all()).extracting(SubordinateRecord::entity).containsExactly(REGENCY);
    assertThatThrownBy(() -> book.find(CITY))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(broken.toString());
  }
}
