package id.simpul.benchmarks.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import eu.europa.ec.eudi.sdjwt.JwtSignatureVerifier;
import eu.europa.ec.eudi.sdjwt.NimbusSdJwtOps;
import eu.europa.ec.eudi.sdjwt.SdJwt;
import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.jws.PlatformKeys;
import id.simpul.identity.jose.PublicJwk;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;
import kotlin.Result;
import kotlin.ResultKt;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;
import kotlinx.serialization.json.JsonElementKt;
import kotlinx.serialization.json.JsonObject;
import kotlinx.serialization.json.JsonPrimitive;

/**
 * The EU wallet's library. It was not made to be called from Java: the name of its suspending
 * function holds a minus sign, so it is looked up by name, once.
 */
final class Eudi {
  private static final NimbusSdJwtOps OPS = NimbusSdJwtOps.INSTANCE;

  private final JwtSignatureVerifier<SignedJWT> signatures;
  private final Method verify;
  private final Method unbox;

  private Eudi(JwtSignatureVerifier<SignedJWT> signatures) throws NoSuchMethodException {
    this.signatures = signatures;
    this.verify = verifyFunction();
    this.unbox = Result.class.getMethod("unbox-impl");
  }

  static CredentialVerifier of(PublicJwk key) throws JOSEException, NoSuchMethodException {
    return new Eudi(OPS.asJwtVerifier(new ECDSAVerifier(PlatformKeys.of(key))))::claims;
  }

  private static Method verifyFunction() {
    for (Method method : NimbusSdJwtOps.class.getMethods()) {
      Class<?>[] types = method.getParameterTypes();
      if (method.getName().startsWith("verify-")
          && types.length == 3
          && types[0] == JwtSignatureVerifier.class
          && types[1] == String.class
          && types[2] == Continuation.class
          && !method.isBridge()) {
        return method;
      }
    }
    throw BenchmarkException.setUp("eudi", "has no function to verify a text with", null);
  }

  private JsonObject claims(String credential) throws Exception {
    @SuppressWarnings("unchecked")
    SdJwt<SignedJWT> verified = (SdJwt<SignedJWT>) verified(credential);
    JsonObject claims = OPS.recreateClaims(verified, null);
    PeerChecks.check(
        verified.getJwt().getHeader().getType().getType(),
        text(claims, "iss"),
        text(claims, "vct"),
        Long.parseLong(text(claims, "exp")));
    return claims;
  }

  /** Waits for it; its failures are thrown. */
  private Object verified(String credential) throws Exception {
    Object result =
        BuildersKt.runBlocking(
            EmptyCoroutineContext.INSTANCE,
            (scope, continuation) -> {
              try {
                return verify.invoke(OPS, signatures, credential, continuation);
              } catch (InvocationTargetException | IllegalAccessException e) {
                throw BenchmarkException.setUp("eudi", "cannot be called", e);
              }
            });
    // What an inline class holds, when it was boxed on the way: the value, or the failure.
    Object value = result instanceof Result<?> boxed ? unbox.invoke(boxed) : result;
    ResultKt.throwOnFailure(value);
    return value;
  }

  private static String text(JsonObject claims, String name) {
    JsonPrimitive value = JsonElementKt.getJsonPrimitive(Objects.requireNonNull(claims.get(name)));
    return value.getContent();
  }
}
