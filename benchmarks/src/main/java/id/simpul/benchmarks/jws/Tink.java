package id.simpul.benchmarks.jws;

import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwkSetConverter;
import com.google.crypto.tink.jwt.JwtPublicKeyVerify;
import com.google.crypto.tink.jwt.JwtSignatureConfig;
import com.google.crypto.tink.jwt.JwtValidator;
import id.simpul.core.format.Json;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** Tink's JWT. */
final class Tink {
  private Tink() {}

  static TokenVerifier of(PublicJwk key) throws GeneralSecurityException, IOException {
    JwtSignatureConfig.register();
    String set = new String(Json.toBytes(JwkSet.of(List.of(key)).toJson()), StandardCharsets.UTF_8);
    JwtPublicKeyVerify verify =
        JwkSetConverter.toPublicKeysetHandle(set)
            .getPrimitive(RegistryConfiguration.get(), JwtPublicKeyVerify.class);
    JwtValidator validator =
        JwtValidator.newBuilder()
            .expectTypeHeader(Tokens.TYPE)
            .expectIssuer(Tokens.ISSUER)
            .expectAudience(Tokens.AUDIENCE)
            .setClock(Clock.fixed(Tokens.NOW, ZoneOffset.UTC))
            .build();
    return token -> verify.verifyAndDecode(token, validator);
  }
}
