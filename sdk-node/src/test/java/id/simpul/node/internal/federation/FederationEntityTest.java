package id.simpul.node.internal.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.value.RegionCode;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.node.ConfigException;
import id.simpul.node.NodeConfig;
import id.simpul.node.NodeFederation;
import id.simpul.node.internal.config.KeyRing;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FederationEntityTest {
  @TempDir Path data;
  private final SecureRandom random = new SecureRandom();

  private FederationEntity entity(SigningKey messages, NodeFederation federation) {
    return new FederationEntity(
        NodeConfig.builder()
            .baseUrl(URI.create("https://simpul.jambi.example"))
            .dataDirectory(data)
            .region(new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2025", "15.71"))
            .federation(federation.asAuthority())
            .signingKey(messages)
            .build(),
        random);
  }

  @Test
  void new_oneKeyForStatementsAndMessages_isRefused() {
    SigningKey statements = KeyRing.open(new FederationFiles(data).firstKey(), random).signing();
    SigningKey other = SigningKeys.generate(SignatureAlgorithm.ED25519, random);

    assertThat(entity(other, NodeFederation.ALONE).configuration()).isNotEmpty();
    assertThatThrownBy(() -> entity(statements, NodeFederation.ALONE))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("signing-key-file");
    NodeFederation published =
        NodeFederation.ALONE.withOtherMessageKeys(List.of(statements.publicKey()));
    assertThatThrownBy(() -> entity(other, published)).isInstanceOf(ConfigException.class);
  }
}
