package id.simpul.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import eu.europa.ec.eudi.sdjwt.BuildKbJwt;
import eu.europa.ec.eudi.sdjwt.DisclosableObject;
import eu.europa.ec.eudi.sdjwt.JwtSignatureVerifier;
import eu.europa.ec.eudi.sdjwt.KeyBindingVerifier;
import eu.europa.ec.eudi.sdjwt.NimbusSdJwtOps;
import eu.europa.ec.eudi.sdjwt.SdJwt;
import eu.europa.ec.eudi.sdjwt.SdJwtAndKbJwt;
import eu.europa.ec.eudi.sdjwt.SdJwtFactory;
import eu.europa.ec.eudi.sdjwt.SdJwtIssuer;
import eu.europa.ec.eudi.sdjwt.vc.ClaimPath;
import id.simpul.core.format.JsonObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kotlin.Result;
import kotlin.ResultKt;
import kotlin.Unit;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;
import kotlinx.serialization.json.Json;

/**
 * The EU wallet's library, which was not made to be called from Java: the names of its suspending
 * functions hold a minus sign, so they are looked up by name.
 */
final class EudiPeer {
  private static final NimbusSdJwtOps OPS = NimbusSdJwtOps.INSTANCE;

  private EudiPeer() {}

  /** Calls a suspending function and waits for it; its failures are thrown. */
  private static Object await(Object target, String name, Object... arguments) {
    Method method = method(target.getClass(), name, arguments.length + 1, arguments);
    Object result;
    try {
      result =
          BuildersKt.runBlocking(
              EmptyCoroutineContext.INSTANCE,
              (scope, continuation) -> {
                Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
                all[arguments.length] = continuation;
                return invoke(method, target, all);
              });
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    Object value = result instanceof Result<?> boxed ? unboxed(boxed) : result;
    ResultKt.throwOnFailure(value);
    return value;
  }

  /** What an inline class holds: the value, or the failure. */
  private static Object unboxed(Result<?> result) {
    try {
      return invoke(Result.class.getMethod("unbox-impl"), result, new Object[0]);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  private static Object invoke(Method method, Object target, Object[] arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static Method method(Class<?> type, String name, int parameters, Object[] arguments) {
    for (Method method : type.getMethods()) {
      if (method.getName().startsWith(name + "-")
          && method.getParameterCount() == parameters
          && fits(method, arguments)
          && !method.isBridge()) {
        method.setAccessible(true);
        return method;
      }
    }
    throw new AssertionError("no function " + name + " in " + type);
  }

  private static boolean fits(Method method, Object[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (!method.getParameterTypes()[i].isInstance(arguments[i])) {
        return false;
      }
    }
    return true;
  }

  private static JwtSignatureVerifier<SignedJWT> signedBy(ECKey key) {
    try {
      return OPS.asJwtVerifier(new ECDSAVerifier(key.toECPublicKey()));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonObject claims(SdJwt<SignedJWT> sdJwt) {
    return Office.json(OPS.recreateClaims(sdJwt, null).toString());
  }

  /** Verifies without key binding. */
  @SuppressWarnings("unchecked")
  static SdJwt<SignedJWT> verify(ECKey issuer, String text) {
    return (SdJwt<SignedJWT>) await(OPS, "verify", signedBy(issuer), text);
  }

  static JsonObject verifiedClaims(ECKey issuer, String text) {
    return claims(verify(issuer, text));
  }

  /** Verifies with the key binding that was asked for. */
  @SuppressWarnings("unchecked")
  static JsonObject verifiedClaims(ECKey issuer, String text, KeyBindingChallenge challenge) {
    String expected =
        "{\"aud\":\"%s\",\"nonce\":\"%s\"}".formatted(challenge.audience(), challenge.nonce());
    KeyBindingVerifier.MustBePresentAndValid<SignedJWT> binding =
        OPS.mustBePresentAndValid(
            KeyBindingVerifier.Companion,
            OPS.getHolderPubKeyInConfirmationClaim(),
            (kotlinx.serialization.json.JsonObject) Json.Default.parseToJsonElement(expected));
    SdJwtAndKbJwt<SignedJWT> both =
        (SdJwtAndKbJwt<SignedJWT>) await(OPS, "verify", signedBy(issuer), binding, text);
    return claims(both.getSdJwt());
  }

  /** Issues. */
  static String issue(ECKey key, DisclosableObject claims) {
    try {
      SdJwtIssuer<SignedJWT> issuer =
          OPS.issuer(
              SdJwtFactory.Companion.getDefault(),
              new ECDSASigner(key),
              JWSAlgorithm.ES256,
              header -> {
                header.type(new JOSEObjectType("dc+sd-jwt"));
                return Unit.INSTANCE;
              });
      @SuppressWarnings("unchecked")
      SdJwt<SignedJWT> issued = (SdJwt<SignedJWT>) await(issuer, "issue", claims);
      return OPS.serialize(issued);
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  /** Presents members of the top level, bound to the holder's key. */
  static String present(
      SdJwt<SignedJWT> held, ECKey holder, KeyBindingChallenge challenge, List<String> names) {
    Set<ClaimPath> paths = new HashSet<>();
    for (String name : names) {
      paths.add(
          Json.Default.decodeFromString(ClaimPath.Companion.serializer(), "[\"" + name + "\"]"));
    }
    SdJwt<SignedJWT> shown = OPS.present(held, paths);
    assertThat(shown).isNotNull();
    try {
      BuildKbJwt binding =
          OPS.kbJwtIssuer(
              new ECDSASigner(holder),
              JWSAlgorithm.ES256,
              holder.toPublicJWK(),
              claims -> {
                claims.audience(challenge.audience());
                claims.claim("nonce", challenge.nonce());
                claims.issueTime(java.util.Date.from(Office.NOW));
                return Unit.INSTANCE;
              });
      return (String) await(OPS, "serializeWithKeyBinding", shown, binding);
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }
}
