package id.simpul.identity.peers;

import id.simpul.identity.SigningKey;
import id.simpul.identity.internal.jose.Base64Url;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A token that is being made, member by member, and signed over whatever it has become. */
final class Draft {
  private static final long NOW = Setting.NOW.getEpochSecond();

  final Setting setting;
  final List<String> header = new ArrayList<>();
  final List<String> claims = new ArrayList<>();
  SigningKey key;
  UnaryOperator<byte[]> headerDocument = UnaryOperator.identity();
  UnaryOperator<byte[]> claimsDocument = UnaryOperator.identity();
  UnaryOperator<String> headerText = UnaryOperator.identity();
  UnaryOperator<String> claimsText = UnaryOperator.identity();
  UnaryOperator<byte[]> signature = UnaryOperator.identity();
  UnaryOperator<String> signatureText = UnaryOperator.identity();
  UnaryOperator<String> token = UnaryOperator.identity();

  Draft(Setting setting) {
    this.setting = setting;
    key = setting.key();
    put(header, "alg", quote(key.algorithm().joseName()));
    put(header, "typ", quote(Setting.TYP));
    put(header, "kid", quote(key.keyId()));
    put(claims, "iss", quote(Setting.ISSUER));
    put(claims, "iat", Long.toString(NOW));
    put(claims, "exp", Long.toString(NOW + 60));
  }

  static String quote(String text) {
    return "\"" + text + "\"";
  }

  static String member(String name, String json) {
    return quote(name) + ":" + json;
  }

  /** Sets a member, in the place it has. */
  static void put(List<String> members, String name, String json) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).startsWith(quote(name))) {
        members.set(i, member(name, json));
        return;
      }
    }
    members.add(member(name, json));
  }

  static void remove(List<String> members, String name) {
    members.removeIf(member -> member.startsWith(quote(name)));
  }

  private static byte[] document(List<String> members, UnaryOperator<byte[]> change) {
    String json = "{" + String.join(",", members) + "}";
    return change.apply(json.getBytes(StandardCharsets.UTF_8));
  }

  String toToken() {
    String input =
        headerText.apply(Base64Url.encode(document(header, headerDocument)))
            + "."
            + claimsText.apply(Base64Url.encode(document(claims, claimsDocument)));
    byte[] signed = signature.apply(key.sign(input.getBytes(StandardCharsets.US_ASCII)));
    return token.apply(input + "." + signatureText.apply(Base64Url.encode(signed)));
  }
}
