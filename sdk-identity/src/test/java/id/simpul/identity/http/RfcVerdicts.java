package id.simpul.identity.http;

import id.simpul.core.format.FormatException;
import id.simpul.identity.internal.sf.BareItem;
import id.simpul.identity.internal.sf.InnerList;
import id.simpul.identity.internal.sf.Item;
import id.simpul.identity.internal.sf.Member;
import id.simpul.identity.internal.sf.SfReader;
import id.simpul.identity.internal.sf.SfWriter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of each kind of block. */
final class RfcVerdicts {
  /** Why a valid block is not taken, with the clause; the whole table. */
  enum Clause {
    ALGORITHM(
        "SignatureAlgorithm: ed25519 and ecdsa-p256-sha256; no RSA, no HMAC (RFC 9421, 3.3.1, 3.3.3)"),
    COMPONENT(
        "SignatureProfile: no sf, bs, tr, @query-param or @request-target (RFC 9421, 2.1, 2.2)"),
    MISPRINT("RFC 9421, 7.2.8 prints @signature-input for @signature-params; no such component"),
    DIGEST_MANDATORY("SignatureProfile: content has a Content-Digest (RFC 9530, 2, lets it go)"),
    DIGEST_ALGORITHM("ContentDigest: SHA-256 and SHA-512 only (RFC 9530, 5, lists weaker ones)"),
    OTHER_FIELD("RFC 9530's Repr-Digest and Want fields, RFC 9421's Accept-Signature: not used"),
    KEY_FORM("SigningKeys: private keys are PKCS#8 or JWK, not SEC 1"),
    TARGET("SignatureProfile: @target-uri is an http or https URI (RFC 9421, 2.2.5)"),
    MESSAGE_ELSEWHERE("the message it belongs to is not among these blocks"),
    NO_VECTOR("grammar, a command or prose; there is nothing to verify");

    private final String text;

    Clause(String text) {
      this.text = text;
    }
  }

  /** Accepted, refused, or deviating for a clause; or failed for a reason. */
  record Verdict(String kind, String why) {
    static final Verdict ACCEPTED = new Verdict("accepted", "");
    static final Verdict REFUSED = new Verdict("refused", "");

    static Verdict deviating(Clause clause) {
      return new Verdict("deviating", clause.text);
    }

    static Verdict failed(String why) {
      return new Verdict("failed", why);
    }
  }

  private static final String UNFIT = "the signature fits no message";

  private final List<RfcBlock> blocks;
  private final RfcMessages messages;
  private final RfcKeys keys = new RfcKeys();

  RfcVerdicts(List<RfcBlock> blocks) {
    this.blocks = blocks;
    messages = new RfcMessages(blocks);
  }

  Verdict of(RfcBlock block) throws Exception {
    if (block.isKey()) {
      return key(block);
    } else if (block.isMessage() || block.isFields()) {
      return message(block);
    } else if (block.isBase()) {
      return base(block);
    } else if (block.isComponents()) {
      return components(block);
    } else if (block.isInnerList()) {
      return parameters(block);
    } else if (block.isDigestList()) {
      return new RfcDigests(messages).list(block);
    } else if (block.isBase64()) {
      return signature(block);
    }
    return value(block);
  }

  private Verdict key(RfcBlock block) throws Exception {
    Optional<Boolean> good = keys.check(block);
    if (good.isPresent()) {
      return good.get() ? Verdict.ACCEPTED : Verdict.failed("is not the key of its name");
    }
    boolean elliptic =
        block.text().contains("BEGIN EC ")
            || (block.text().startsWith("{") && keys.named(RfcKeys.name(block)).isPresent());
    return Verdict.deviating(elliptic ? Clause.KEY_FORM : Clause.ALGORITHM);
  }

  private Verdict message(RfcBlock block) throws FormatException {
    RfcMessage message = RfcMessage.parse(block);
    Verdict digests = new RfcDigests(messages).of(message);
    if (digests.kind().equals("failed") || digests.equals(Verdict.REFUSED)) {
      return digests;
    }
    String input = FieldLines.joined(message.headers(), "Signature-Input");
    if (input == null) {
      return digests;
    }
    String signature = FieldLines.joined(message.headers(), "Signature");
    if (signature == null) {
      boolean same = SfWriter.dictionary(SfReader.uniqueDictionary(input)).equals(input);
      return same ? Verdict.ACCEPTED : Verdict.failed("is written otherwise");
    }
    return signatures(block, message, input, signature);
  }

  /** Accepted when a signature of ours fits; signatures of other kinds are ignored beside it. */
  private Verdict signatures(RfcBlock block, RfcMessage message, String input, String signature)
      throws FormatException {
    List<Message> views = message.start().isEmpty() ? messages.all() : messages.views(message);
    Verdict verdict = Verdict.deviating(Clause.ALGORITHM);
    Map<String, Member> values = SfReader.uniqueDictionary(signature).members();
    for (Map.Entry<String, Member> entry : SfReader.uniqueDictionary(input).members().entrySet()) {
      if (keys.named(keyId(entry.getValue())).isPresent()) {
        Item value = (Item) values.get(entry.getKey());
        byte[] bytes = ((BareItem.BytesItem) value.value()).value();
        boolean fits = fits((InnerList) entry.getValue(), bytes, views);
        verdict = fits ? Verdict.ACCEPTED : unfit(block, (InnerList) entry.getValue(), views);
      }
    }
    return verdict;
  }

  /** Appendix B.4 shows transformations that break a signature: only changed values may. */
  private Verdict unfit(RfcBlock block, InnerList input, List<Message> views) {
    if (!block.section().equals("HTTP Message Transformations")) {
      return Verdict.failed(UNFIT);
    }
    List<String> original =
        blocks.stream()
            .filter(b -> b.section().equals(block.section()) && b.isBase())
            .map(RfcBlock::text)
            .toList();
    boolean unchanged =
        views.stream()
            .flatMap(v -> RfcMessages.base(input, v).stream())
            .anyMatch(original::contains);
    return unchanged ? Verdict.failed(UNFIT) : Verdict.REFUSED;
  }

  private boolean fits(InnerList input, byte[] signature, List<Message> views) {
    return RfcMessages.verifies(input, signature, keys.named(keyId(input)).orElseThrow(), views);
  }

  private static String keyId(Member input) {
    return input.parameters().values().get("keyid") instanceof BareItem.StringItem keyId
        ? keyId.value()
        : "";
  }

  private Verdict base(RfcBlock block) throws FormatException {
    List<String> lines = block.lines();
    String last = lines.get(lines.size() - 1);
    InnerList input = RfcMessages.innerList(last.substring(last.indexOf(": ") + 2));
    for (Item item : input.items()) {
      String name = ((BareItem.StringItem) item.value()).value();
      if (RfcMessages.isRefused(Component.of(name, item.parameters()))) {
        return Verdict.deviating(Clause.COMPONENT);
      }
    }
    boolean found =
        messages.all().stream()
            .flatMap(m -> RfcMessages.base(input, m).stream())
            .anyMatch(block.text()::equals);
    return found ? Verdict.ACCEPTED : Verdict.failed("no message gives this base");
  }

  private Verdict components(RfcBlock block) {
    Map<Component, String> values = new LinkedHashMap<>();
    for (String line : block.lines()) {
      if (!read(line, values)) {
        return Verdict.REFUSED;
      }
    }
    for (Map.Entry<Component, String> entry : values.entrySet()) {
      Component component = entry.getKey();
      if (RfcMessages.isRefused(component)) {
        boolean misprint = component.name().equals("@signature-input");
        return Verdict.deviating(misprint ? Clause.MISPRINT : Clause.COMPONENT);
      }
      if (!isValue(component, entry.getValue())) {
        return hasMessage(block.section())
            ? Verdict.failed("no message gives " + component.identifier())
            : Verdict.deviating(Clause.MESSAGE_ELSEWHERE);
      }
    }
    return Verdict.ACCEPTED;
  }

  /** Splits a line of a base; false for what cannot be one. */
  private static boolean read(String line, Map<Component, String> values) {
    for (int end = line.indexOf(": "); end >= 0; end = line.indexOf(": ", end + 1)) {
      try {
        Item item = SfReader.item(line.substring(0, end));
        String name = ((BareItem.StringItem) item.value()).value();
        values.put(Component.of(name, item.parameters()), line.substring(end + 2));
        return true;
      } catch (FormatException e) {
        // The colon stood inside a parameter.
      }
    }
    return false;
  }

  private boolean hasMessage(String section) {
    return blocks.stream()
        .anyMatch(b -> b.section().equals(section) && (b.isMessage() || b.isFields()));
  }

  private boolean isValue(Component component, String value) {
    return messages.all().stream()
        .anyMatch(m -> {
          try {
            return m.value(component).equals(value);
          } catch (Refused e) {
            return false;
          }
        });
  }

  private Verdict parameters(RfcBlock block) throws FormatException {
    InnerList input = RfcMessages.innerList(block.text());
    if (!SfWriter.member(input).equals(block.text())) {
      return Verdict.failed("is written otherwise");
    }
    Optional<BareItem> algorithm = Optional.ofNullable(input.parameters().values().get("alg"));
    boolean ours =
        algorithm
            .map(a -> ((BareItem.StringItem) a).value())
            .map(a -> a.equals("ed25519") || a.equals("ecdsa-p256-sha256"))
            .orElse(true);
    return ours ? Verdict.ACCEPTED : Verdict.deviating(Clause.ALGORITHM);
  }

  /** A signature that stands alone belongs to the base printed before it. */
  private Verdict signature(RfcBlock block) throws FormatException {
    for (int i = blocks.indexOf(block) - 1; i >= 0; i--) {
      RfcBlock before = blocks.get(i);
      if (before.isBase() && before.section().equals(block.section())) {
        List<String> lines = before.lines();
        String last = lines.get(lines.size() - 1);
        InnerList input = RfcMessages.innerList(last.substring(last.indexOf(": ") + 2));
        if (keys.named(keyId(input)).isEmpty()) {
          return Verdict.deviating(Clause.ALGORITHM);
        }
        byte[] signature = Base64.getDecoder().decode(block.text());
        return fits(input, signature, messages.all()) ? Verdict.ACCEPTED : Verdict.failed(UNFIT);
      }
    }
    return Verdict.deviating(Clause.ALGORITHM);
  }

  /** A value that stands alone is that of the component printed next; all else is no vector. */
  private Verdict value(RfcBlock block) {
    int next = blocks.indexOf(block) + 1;
    boolean isNext =
        next < blocks.size()
            && blocks.get(next).isComponents()
            && blocks.get(next).firstLine().endsWith(": " + block.text());
    return isNext ? components(blocks.get(next)) : Verdict.deviating(Clause.NO_VECTOR);
  }
}
