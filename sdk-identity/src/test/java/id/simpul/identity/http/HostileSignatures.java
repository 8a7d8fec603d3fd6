package id.simpul.identity.http;

import static id.simpul.identity.TrustException.Reason.MALFORMED;
import static id.simpul.identity.TrustException.Reason.NOT_ALLOWED;
import static id.simpul.identity.TrustException.Reason.SIGNATURE_INVALID;
import static id.simpul.identity.TrustException.Reason.UNKNOWN_ENTITY;
import static id.simpul.identity.TrustException.Reason.UNKNOWN_KEY;
import static id.simpul.identity.TrustException.Reason.UNSIGNED;

import id.simpul.core.operation.Headers;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.jose.ForgedSignatures;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures of messages that broken verifiers have taken. Where a parameter is at fault, the
 * message is signed with the right key over exactly that parameter, so that nothing but the check
 * of the parameter can refuse it.
 */
final class HostileSignatures {
  /** An address nobody may ask. */
  private static final String TRAP = "https://127.0.0.1:9";

  /** The two signature fields and the one reason to refuse them. */
  record Case(String name, Headers headers, Reason reason) {
    @Override
    public String toString() {
      return name;
    }
  }

  private final Supplier<HandSigned> message;
  private final EntityId signer;
  private final SigningKey key;
  private final SigningKey other;
  private final List<Case> cases = new ArrayList<>();

  private HostileSignatures(
      Supplier<HandSigned> message, EntityId signer, SigningKey key, SigningKey other) {
    this.message = message;
    this.signer = signer;
    this.key = key;
    this.other = other;
  }

  /**
   * The signatures of a message.
   *
   * @param message the message as the profile wants it, new each time
   * @param signer who signs it
   * @param key the key it is signed with
   * @param other a key of the same algorithm, of somebody else
   */
  static List<Case> of(
      Supplier<HandSigned> message, EntityId signer, SigningKey key, SigningKey other) {
    HostileSignatures signatures = new HostileSignatures(message, signer, key, other);
    signatures.algorithms();
    signatures.macs();
    signatures.keyIds();
    signatures.parameters();
    signatures.tags();
    signatures.addresses();
    signatures.components();
    signatures.signatures();
    signatures.structures();
    return signatures.cases;
  }

  private void add(String name, Headers headers, Reason reason) {
    cases.add(new Case(name, headers, reason));
  }

  private void add(String name, HandSigned signed, Reason reason) {
    add(name, signed.sign(key), reason);
  }

  private void parameter(String name, String value, Reason reason) {
    add(name + "=" + value, message.get().parameter(name, value), reason);
  }

  private static String quote(String text) {
    return "\"" + text + "\"";
  }

  private void algorithms() {
    String own = key.algorithm().httpName().orElseThrow();
    List<String> wrong =
        new ArrayList<>(
            List.of(
                "none",
                "None",
                "NONE",
                "",
                "hmac-sha256",
                "rsa-v1_5-sha256",
                "rsa-pss-sha512",
                "ecdsa-p384-sha384",
                "ecdsa-p256-sha256",
                "ed25519",
                "ed25519ph",
                "hs2019",
                "HS256",
                "ML-DSA-65"));
    wrong.remove(own);
    wrong.addAll(
        List.of(
            " " + own,
            own + " ",
            own + "," + own,
            own.toUpperCase(Locale.ROOT),
            key.algorithm().joseName()));
    wrong.forEach(alg -> parameter("alg", quote(alg), NOT_ALLOWED));
    for (String form : List.of(own, "1", "?1", ":AAAA:", "@1", "%\"x\"")) {
      parameter("alg", form, MALFORMED);
    }
    add(
        "alg, then none",
        message.get().parameter("alg=" + quote(own) + ";alg", quote("none")),
        MALFORMED);
    add("none, then alg", message.get().parameter("alg=\"none\";alg", quote(own)), MALFORMED);
  }

  /** The public key, or nothing, as HMAC secret. */
  private void macs() {
    for (String secret : List.of(key.keyId(), signer + "#" + key.keyId(), "\0")) {
      for (String alg : List.of("", "hmac-sha256")) {
        HandSigned signed = message.get();
        if (!alg.isEmpty()) {
          signed.parameter("alg", quote(alg));
        }
        byte[] mac = hmac(secret, signed.base());
        String name = "HMAC " + cases.size() + " " + alg;
        add(name, withSignature(signed, mac), alg.isEmpty() ? SIGNATURE_INVALID : NOT_ALLOWED);
      }
    }
  }

  private static byte[] hmac(String secret, String base) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      return mac.doFinal(base.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private void keyIds() {
    String thumbprint = key.keyId();
    for (String unknown :
        List.of(
            "",
            "../../../../dev/null",
            "file:///dev/null",
            "' OR '1'='1",
            "x' UNION SELECT 'AA",
            "${jndi:ldap://127.0.0.1/a}",
            thumbprint + " ",
            thumbprint + "=",
            thumbprint.substring(1),
            thumbprint + "#" + thumbprint,
            other.keyId(),
            "k".repeat(1000))) {
      parameter("keyid", quote(signer + "#" + unknown), UNKNOWN_KEY);
    }
    for (String malformed :
        List.of(
            "",
            "#",
            thumbprint,
            "#" + thumbprint,
            signer.toString(),
            "http://jakarta.example#" + thumbprint,
            "ftp://jakarta.example#" + thumbprint,
            "https://u@jakarta.example#" + thumbprint,
            "https://jakarta.example?a#" + thumbprint,
            "/etc/passwd#" + thumbprint)) {
      parameter("keyid", quote(malformed), MALFORMED);
    }
    for (String form : List.of(thumbprint.replaceAll("^[^A-Za-z]*", "a"), "1", ":AAAA:")) {
      parameter("keyid", form, MALFORMED);
    }
    String twice = "keyid=" + quote(signer + "#" + thumbprint) + ";keyid";
    add("keyid twice", message.get().parameter(twice, quote("x")), MALFORMED);
    add("no keyid", message.get().withoutParameter("keyid"), MALFORMED);
  }

  private void parameters() {
    for (String form : List.of("\"1\"", "1.0", "@1", "?1", "-", "1e3", "9999999999999999")) {
      parameter("created", form, MALFORMED);
      parameter("expires", form, MALFORMED);
    }
    parameter("nonce", quote("AAAA"), MALFORMED);
    parameter("nonce", quote("AAECAwQFBgcICQoLDA0ODw=="), MALFORMED);
    for (String unknown :
        List.of("crit", "b64", "typ", "sub", "aud", "alg2", "keyid2", "signature", "tag2", "iss")) {
      parameter(unknown, quote("x"), NOT_ALLOWED);
    }
    add("a parameter without value", message.get().parameter("crit", ""), NOT_ALLOWED);
  }

  private void tags() {
    for (String tag : List.of("", "simpul-v2", "SIMPUL-V1", "simpul-v1 ", " simpul-v1")) {
      parameter("tag", quote(tag), UNSIGNED);
    }
    parameter("tag", "simpul-v1", UNSIGNED);
    add("no tag", message.get().withoutParameter("tag"), UNSIGNED);
  }

  /** Parameters that would make a verifier look for its key elsewhere. */
  private void addresses() {
    for (String name : List.of("jku", "x5u", "jwks_uri", "jwk", "x5c")) {
      parameter(name, quote(TRAP), NOT_ALLOWED);
    }
    parameter("keyid", quote(TRAP + "#" + key.keyId()), UNKNOWN_ENTITY);
  }

  private void components() {
    for (String identifier :
        List.of(
            "\"x\";sf",
            "\"x\";bs",
            "\"x\";tr",
            "\"x\";key=\"a\"",
            "\"@query-param\";name=\"x\"",
            "\"@request-target\"",
            "\"@signature-params\"")) {
      add("covers " + identifier, message.get().cover(identifier, "x"), NOT_ALLOWED);
    }
    for (String identifier : List.of("\"\"", "\"X\"", "\"a b\"", "\"a:\"", "x", "1", "?1")) {
      add("covers " + identifier, message.get().cover(identifier, "x"), MALFORMED);
    }
  }

  private void signatures() {
    HandSigned good = message.get();
    byte[] signature = key.sign(good.base().getBytes(StandardCharsets.US_ASCII));
    for (int length : new int[] {0, 1, 2, 32, 63, 65, 66, 128}) {
      signature(length + " bytes", Arrays.copyOf(signature, length));
    }
    byte[] ones = new byte[signature.length];
    Arrays.fill(ones, (byte) -1);
    signature("ones", ones);
    signature("zeros", new byte[signature.length]);
    signature("of the parameters alone", key.sign(bytes(good.input())));
    signature("of the base and a line end", key.sign(bytes(good.base() + "\n")));
    signature("by another key", other.sign(bytes(good.base())));
    List<byte[]> forged = ForgedSignatures.of(key.algorithm(), signature);
    for (int i = 0; i < forged.size(); i++) {
      signature("forgery " + i, forged.get(i));
    }
  }

  private void signature(String name, byte[] signature) {
    add("signature " + name, withSignature(message.get(), signature), SIGNATURE_INVALID);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Headers withSignature(HandSigned signed, byte[] signature) {
    return fields(
        "sig1=" + signed.input(), "sig1=:" + Base64.getEncoder().encodeToString(signature) + ":");
  }

  private static Headers fields(String input, String signature) {
    return Headers.EMPTY.with("Signature-Input", input).with("Signature", signature);
  }

  private void structures() {
    Headers good = message.get().sign(key);
    String input = good.first("Signature-Input").orElseThrow();
    String signature = good.first("Signature").orElseThrow();
    String bytes = signature.substring("sig1=".length());
    structure("no signature", fields(input, ""));
    structure("of another label", fields(input, "sig2=" + bytes));
    structure("as a string", fields(input, "sig1=" + quote(bytes.replace(":", ""))));
    structure("as a token", fields(input, "sig1=a"));
    structure("as a list", fields(input, "sig1=(" + bytes + ")"));
    structure(
        "without padding", fields(input, signature.replace("=:", ":").replace("sig1:", "sig1=:")));
    structure("in base64url", fields(input, "sig1=:-_-_:"));
    structure("twice", fields(input, signature + ", " + signature));
    structure("input twice", fields(input + ", " + input, signature));
    structure("two of our tag", fields(input + ", a" + input, signature + ", a" + signature));
    structure("in two lines", good.with("Signature", signature));
    structure("label in capitals", fields(input.replace("sig1", "SIG1"), signature));
    structure("a comma at the end", fields(input + ",", signature));
    structure("a comment", fields(input + " # x", signature));
    add("no Signature-Input", Headers.EMPTY.with("Signature", signature), UNSIGNED);
    add("empty Signature-Input", fields("", signature), UNSIGNED);
    add("an item", fields("sig1=1;tag=\"simpul-v1\"", signature), UNSIGNED);
    add("the old draft", Headers.EMPTY.with("Signature", oldDraft()), UNSIGNED);
    structure("no Signature", Headers.EMPTY.with("Signature-Input", input));
  }

  private String oldDraft() {
    return "keyId=\"%s\",algorithm=\"hs2019\",headers=\"(request-target)\",signature=\"AAAA\""
        .formatted(key.keyId());
  }

  private void structure(String name, Headers headers) {
    add("signature " + name, headers, MALFORMED);
  }
}
