package id.simpul.node.wire;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.FormatException;
import id.simpul.identity.wire.OfferLinks;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a transcript about credentials starts from: said in a line, done at the node. */
final class TownHappenings {
  /** Sends a request that must be answered with 200. */
  @FunctionalInterface
  interface Sender {
    Message send(String request) throws IOException;
  }

  /** Makes something happen; what it gave a name is in the values it returns. */
  @FunctionalInterface
  private interface Happening {
    Placeholders happen(MatchResult said, Placeholders values) throws IOException, FormatException;
  }

  private static final String NAME = "\\{\\{([a-z-]+)}}";
  private static final String JSON_BODY =
      "Content-Type: application/json\nContent-Length: {{length}}\n";
  private static final String RESIDENT =
      "\"resident\":{\"nik\":\"9900014107900001\",\"name\":\"Bakalo Mirasi\","
          + "\"birthdate\":\"1990-07-01\",\"address\":\"Jalan Duvowi No. 3\",\"region\":"
          + "{\"scheme\":\"kemendagri\",\"edition\":\"2025\",\"code\":\"15.71.01.1001\"}}";

  private static final List<String> OFFER_AND_TOKEN =
      List.of("{{code}} offered as {{reference}}", "{{access-token}} given for {{code}}");
  private static final List<String> NONCE_AND_PROOF =
      List.of("{{c-nonce}} handed out for proofs", "{{proof}} proved for {{c-nonce}}");

  private final Sender node;
  private final TownWallet wallet;
  private final Map<Pattern, Happening> happenings =
      Map.ofEntries(
          happening(NAME + " offered as " + NAME, this::offer),
          happening(NAME + " offered with the digits " + NAME, this::offerWithDigits),
          happening(NAME + " offered under the key ([a-z0-9-]+)", this::offerUnderKey),
          happening(NAME + " given for " + NAME, this::redeem),
          happening(NAME + " handed out for proofs", this::nonce),
          happening(NAME + " proved for " + NAME, this::prove),
          happening(NAME + " used for another credential", this::use),
          happening(NAME + " issued", this::issue),
          happening(NAME + " (?:set to )(valid|revoked|suspended)", this::set),
          happening(NAME + " asked for as " + NAME + " at " + NAME, this::ask),
          happening(NAME + " made for " + NAME, this::present),
          happening(NAME + " shown for " + NAME, this::show),
          happening(NAME + " declined", this::decline));

  TownHappenings(Sender node, TownWallet wallet) {
    this.node = node;
    this.wallet = wallet;
  }

  private static Map.Entry<Pattern, Happening> happening(String said, Happening happening) {
    return Map.entry(Pattern.compile(said), happening);
  }

  /** Makes a line happen, if it is one about credentials. */
  Optional<Placeholders> prepare(String line, Placeholders values) throws IOException {
    for (Map.Entry<Pattern, Happening> one : happenings.entrySet()) {
      Matcher said = one.getKey().matcher(line);
      if (said.matches()) {
        try {
          return Optional.of(one.getValue().happen(said.toMatchResult(), values));
        } catch (FormatException e) {
          throw new AssertionError(line, e);
        }
      }
    }
    return Optional.empty();
  }

  private Placeholders offer(MatchResult said, Placeholders values)
      throws IOException, FormatException {
    Message receipt = officer("POST", "/credential-offers", "{" + RESIDENT + ",\"tx_code\":false}");
    OfferLinks.ByValue link = (OfferLinks.ByValue) OfferLinks.read(link(receipt));
    return values
        .with(said.group(1), link.offer().code().reveal())
        .with(said.group(2), member(receipt, "reference"));
  }

  private Placeholders offerWithDigits(MatchResult said, Placeholders values)
      throws IOException, FormatException {
    Message receipt = officer("POST", "/credential-offers", "{" + RESIDENT + ",\"tx_code\":true}");
    URI url = ((OfferLinks.ByReference) OfferLinks.read(link(receipt))).url();
    return values
        .with(said.group(1), url.getQuery().substring("id=".length()))
        .with(said.group(2), member(receipt, "tx_code"));
  }

  private Placeholders offerUnderKey(MatchResult said, Placeholders values)
      throws IOException, FormatException {
    String key = "Idempotency-Key: " + said.group(2) + "\n";
    String body = "{" + RESIDENT + ",\"tx_code\":false}";
    Message receipt = officer("POST", "/credential-offers", key, body);
    OfferLinks.ByValue link = (OfferLinks.ByValue) OfferLinks.read(link(receipt));
    return values.with(said.group(1), link.offer().code().reveal());
  }

  private Placeholders redeem(MatchResult said, Placeholders values) throws IOException {
    Message answer =
        form(
            "/credentials/token",
            "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Apre-authorized_code"
                + "&pre-authorized_code="
                + values.value(said.group(2)));
    return values.with(said.group(1), member(answer, "access_token"));
  }

  private Placeholders nonce(MatchResult said, Placeholders values) throws IOException {
    return values.with(said.group(1), member(form("/credentials/nonce", ""), "c_nonce"));
  }

  private Placeholders prove(MatchResult said, Placeholders values) {
    return values.with(
        said.group(1), TownWallet.prove(TownNode.ENTITY, values.value(said.group(2))));
  }

  private Placeholders issue(MatchResult said, Placeholders values) throws IOException {
    Placeholders all = Placeholders.none();
    for (String line : NONCE_AND_PROOF) {
      all = prepare(line, all).orElseThrow();
    }
    return values.with(said.group(1), issueFor(all.value("proof")));
  }

  private Placeholders use(MatchResult said, Placeholders values) throws IOException {
    issueFor(values.value(said.group(1)));
    return values;
  }

  private String issueFor(String proof) throws IOException {
    Placeholders all = Placeholders.none();
    for (String line : OFFER_AND_TOKEN) {
      all = prepare(line, all).orElseThrow();
    }
    node.send(
        "POST /credentials/credential HTTP/1.1\nHost: simpul.jambi.example\n"
            + all.fill("Authorization: Bearer {{access-token}}\n")
            + JSON_BODY
            + "\n{\"credential_configuration_id\":\"resident\",\"proofs\":{\"jwt\":[\""
            + proof
            + "\"]}}");
    return all.value("reference");
  }

  private Placeholders set(MatchResult said, Placeholders values) throws IOException {
    String path = "/credentials/" + values.value(said.group(1)) + "/status";
    officer("PUT", path, "{\"status\":\"" + said.group(2) + "\"}");
    return values;
  }

  private Placeholders ask(MatchResult said, Placeholders values)
      throws IOException, FormatException {
    Message receipt =
        officer(
            "POST",
            "/presentations",
            "{\"credentials\":[{\"id\":\"resident\",\"format\":\"dc+sd-jwt\",\"meta\":"
                + "{\"vct_values\":[\"https://simpul.id/credentials/resident/v1\"]},\"claims\":"
                + "[{\"path\":[\"age_over_17\"]},{\"path\":[\"domicile_region\"]}]}]}");
    URI link = link(receipt);
    Matcher state = Pattern.compile("[?&]state=([^&]+)").matcher(link.toString());
    assertThat(state.find()).isTrue();
    return values
        .with(said.group(1), state.group(1))
        .with(said.group(2), member(receipt, "reference"))
        .with(said.group(3), link.toString());
  }

  private Placeholders present(MatchResult said, Placeholders values) throws FormatException {
    String presentation = wallet.present(URI.create(values.value(said.group(2))));
    // As it stands in a form.
    return values.with(said.group(1), presentation.replace("~", "%7E"));
  }

  private Placeholders show(MatchResult said, Placeholders values) throws IOException {
    form(
        "/presentations/responses",
        "vp_token=%7B%22resident%22%3A%5B%22"
            + values.value(said.group(1))
            + "%22%5D%7D&state="
            + values.value(said.group(2)));
    return values;
  }

  private Placeholders decline(MatchResult said, Placeholders values) throws IOException {
    form(
        "/presentations/responses",
        "state=" + values.value(said.group(1)) + "&error=access_denied");
    return values;
  }

  private Message officer(String method, String path, String body) throws IOException {
    return officer(method, path, "", body);
  }

  private Message officer(String method, String path, String header, String body)
      throws IOException {
    return node.send(
        method
            + " /simpul/v1"
            + path
            + " HTTP/1.1\nHost: simpul.jambi.example\nAuthorization: Bearer "
            + (path.startsWith("/presentations") ? "verifier-key" : "registrar-key")
            + "\n"
            + header
            + JSON_BODY
            + "\n"
            + body);
  }

  private Message form(String path, String body) throws IOException {
    return node.send(
        "POST "
            + path
            + " HTTP/1.1\nHost: simpul.jambi.example\n"
            + "Content-Type: application/x-www-form-urlencoded\nContent-Length: {{length}}\n\n"
            + body);
  }

  private static URI link(Message receipt) {
    return URI.create(member(receipt, "link"));
  }

  private static String member(Message answer, String name) {
    Matcher found = Pattern.compile('"' + name + "\":\"([^\"]+)\"").matcher(answer.body());
    assertThat(found.find()).as(answer.body()).isTrue();
    return found.group(1);
  }
}
