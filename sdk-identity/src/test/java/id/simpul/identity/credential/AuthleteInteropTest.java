package id.simpul.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.authlete.sd.Disclosure;
import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectBuilder;
import com.authlete.sd.SDObjectDecoder;
import com.google.gson.Gson;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import id.simpul.core.format.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** com.authlete:sd-jwt reads what we write, and we what it writes; Nimbus signs for it. */
class AuthleteInteropTest {
  private static final Gson GSON =
      new com.google.gson.GsonBuilder()
          .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
          .disableHtmlEscaping()
          .create();

  private final Peers peers = new Peers();
  private final Office office = peers.office;

  /** All claims as Authlete and Nimbus see them. */
  private JsonObject theirs(String text) {
    SDJWT sdJwt = SDJWT.parse(text);
    String payload = Peers.verify(peers.issuerKey, "dc+sd-jwt", sdJwt.getCredentialJwt());
    Map<String, Object> encoded =
        GSON.fromJson(payload, new TypeToken<Map<String, Object>>() {}.getType());
    Map<String, Object> decoded = new SDObjectDecoder().decode(encoded, sdJwt.getDisclosures());
    return Office.json(GSON.toJson(decoded));
  }

  @Test
  void decode_ourCredential_hasOurClaims() {
    String issued = office.issuer().build().issue(peers.content()).reveal();
    JsonObject ours = office.bearer().verify(issued).claims();
    assertThat(theirs(issued)).isEqualTo(ours);
  }

  @Test
  void decode_ourPresentation_hasWhatWasChosenAndOurHash() {
    String issued = office.issuer().build().issue(peers.content()).reveal();
    HeldCredential held = office.holder().receive(issued);
    String presentation =
        held.present(
            Set.of(ClaimPath.of("home", "street"), ClaimPath.of("list").element(2)),
            Office.CHALLENGE);
    JsonObject ours = office.bound().verify(presentation, Office.NONCE).credential().claims();
    assertThat(theirs(presentation)).isEqualTo(ours);
    SDJWT sdJwt = SDJWT.parse(presentation);
    String binding = Peers.verify(peers.holderKey, "kb+jwt", sdJwt.getBindingJwt());
    assertThat(binding).contains("\"sd_hash\":\"" + sdJwt.getSDHash() + "\"");
  }

  /** Hidden members, a hidden member in a hidden object, hidden elements, and decoys. */
  private SDJWT written(List<Disclosure> disclosures) {
    SDObjectBuilder home = new SDObjectBuilder();
    disclosures.add(home.putSDClaim("street", "Jalan Mawar"));
    home.putClaim("city", "Jambi");
    Disclosure first = new Disclosure("a");
    Disclosure third = new Disclosure(Map.of("c", true));
    disclosures.addAll(List.of(first, third));
    SDObjectBuilder claims = new SDObjectBuilder();
    disclosures.add(claims.putSDClaim("name", "Budi \"Möbius\" 太郎"));
    disclosures.add(claims.putSDClaim("home", home.build()));
    claims.putClaim("list", List.of(first.toArrayElement(), "b", third.toArrayElement()));
    claims.putDecoyDigests(3);
    claims.putClaim("iss", Office.ISSUER.value());
    claims.putClaim("vct", Office.TYPE);
    claims.putClaim("iat", Office.NOW.getEpochSecond());
    claims.putClaim("exp", Office.NOW.getEpochSecond() + 3600);
    claims.putClaim("cnf", Map.of("jwk", peers.holderKey.toPublicJWK().toJSONObject()));
    String payload = GSON.toJson(claims.build(true));
    String jwt = Peers.sign(peers.issuerKey, "dc+sd-jwt", payload);
    return new SDJWT(jwt, disclosures);
  }

  @Test
  void verify_theirCredential_hasTheirClaims() {
    String text = written(new ArrayList<>()).toString();
    JsonObject ours = office.bearer().verify(text).claims();
    assertThat(ours).isEqualTo(theirs(text));
    assertThat(ClaimPath.of("home", "street").in(ours)).isPresent();
    assertThat(ClaimPath.of("list").element(2).member("c").in(ours)).isPresent();
  }

  @Test
  void receive_theirCredential_isPresentedAndVerified() {
    HeldCredential held = office.holder().receive(written(new ArrayList<>()).toString());
    assertThat(held.selective()).hasSize(5);
    String presentation = held.present(Set.of(ClaimPath.of("name")), Office.CHALLENGE);
    VerifiedPresentation verified = office.bound().verify(presentation, Office.NONCE);
    assertThat(theirs(presentation)).isEqualTo(verified.credential().claims());
  }

  @Test
  void verify_theirPresentation_isTakenWithItsBinding() {
    List<Disclosure> all = new ArrayList<>();
    SDJWT full = written(all);
    List<Disclosure> some = all.stream().filter(d -> "name".equals(d.getClaimName())).toList();
    SDJWT unbound = new SDJWT(full.getCredentialJwt(), some);
    String binding = Office.binding(unbound.toString());
    assertThat(binding).contains(unbound.getSDHash());
    String bound = Peers.sign(peers.holderKey, "kb+jwt", binding);
    String presentation = new SDJWT(full.getCredentialJwt(), some, bound).toString();
    VerifiedPresentation verified = office.bound().verify(presentation, Office.NONCE);
    assertThat(Office.own(verified.credential()).members()).containsOnlyKeys("name", "list");
  }
}
