package id.simpul.identity.http;

import id.simpul.core.format.FormatException;
import id.simpul.core.operation.Headers;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.internal.sf.InnerList;
import id.simpul.identity.internal.sf.Member;
import id.simpul.identity.internal.sf.SfReader;
import id.simpul.identity.internal.sf.SfWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All messages among the blocks, as requests and answers our builder takes values from. */
final class RfcMessages {
  private static final TargetUri NOWHERE = new TargetUri("", "", "", "");

  /** The messages of RFC 9421, appendix B.2, which its test cases sign, in case they lack here. */
  private static final List<RfcBlock> TEST_MESSAGES =
      Stream.of(
              """
              POST /foo?param=Value&Pet=dog HTTP/1.1
              Host: example.com
              Date: Tue, 20 Apr 2021 02:07:55 GMT
              Content-Type: application/json
              Content-Digest: sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX\
              +TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:
              Content-Length: 18

              {"hello": "world"}\
              """,
              """
              HTTP/1.1 200 OK
              Date: Tue, 20 Apr 2021 02:07:56 GMT
              Content-Type: application/json
              Content-Digest: sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41Q\
              JgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:
              Content-Length: 23

              {"message": "good dog"}\
              """)
          .map(text -> new RfcBlock("", "", text))
          .toList();

  private final List<Message> all = new ArrayList<>();

  RfcMessages(List<RfcBlock> blocks) {
    List<RfcMessage> printed =
        Stream.concat(blocks.stream(), TEST_MESSAGES.stream())
            .filter(b -> b.isMessage() || b.isFields())
            .map(RfcMessage::parse)
            .toList();
    List<RequestMessage> requests = printed.stream().flatMap(m -> requests(m).stream()).toList();
    all.addAll(requests);
    printed.stream().filter(RfcMessage::isResponse).forEach(m -> all.addAll(answers(m, requests)));
    printed.stream().filter(m -> m.start().isEmpty()).forEach(m -> all.add(fields(m.headers())));
  }

  /** A request seen under both schemes, and under the host its client asked for. */
  static List<RequestMessage> requests(RfcMessage message) {
    if (!message.isRequest()) {
      return List.of();
    }
    List<RequestMessage> views = new ArrayList<>();
    for (String scheme : List.of("https", "http")) {
      message.request(scheme, "").ifPresent(views::add);
    }
    message.forwardedHost().flatMap(h -> message.request("https", h)).ifPresent(views::add);
    return views;
  }

  private static List<Message> answers(RfcMessage message, List<RequestMessage> requests) {
    List<Message> views = new ArrayList<>();
    views.add(answer(message, fields(Headers.EMPTY)));
    requests.forEach(r -> views.add(answer(message, r)));
    return views;
  }

  private static Message answer(RfcMessage message, RequestMessage request) {
    return new ResponseMessage(
        message.status(), message.headers(), message.body(), request, SignatureProfile.LABEL);
  }

  static RequestMessage fields(Headers headers) {
    return new RequestMessage("", NOWHERE, headers, new byte[0]);
  }

  /** Every way this message can be seen. */
  List<Message> views(RfcMessage message) {
    return all.stream().filter(m -> m.headers().equals(message.headers())).toList();
  }

  List<Message> all() {
    return all;
  }

  static InnerList innerList(String text) throws FormatException {
    return (InnerList) SfReader.list(text).get(0);
  }

  /** The base of an input over a message, or empty when the message lacks something. */
  static Optional<String> base(InnerList input, Message message) {
    try {
      List<Component> components = CoveredComponents.of(input);
      byte[] base = SignatureBase.of(components, SfWriter.member(input), message);
      return Optional.of(new String(base, StandardCharsets.US_ASCII));
    } catch (Refused e) {
      return Optional.empty();
    }
  }

  /** Whether a signature fits any of these messages. */
  static boolean verifies(
      Member input, byte[] signature, VerificationKey key, List<Message> messages) {
    return messages.stream()
        .flatMap(m -> base((InnerList) input, m).stream())
        .anyMatch(base -> key.verify(base.getBytes(StandardCharsets.US_ASCII), signature));
  }

  /** Whether our builder refuses the component in requests and in answers alike. */
  static boolean isRefused(Component component) {
    Headers field =
        component.name().startsWith("@")
            ? Headers.EMPTY
            : Headers.EMPTY.with(component.name(), "x");
    RequestMessage request = fields(field);
    Message answer = new ResponseMessage(200, field, new byte[0], request, "");
    return isRefused(component, request) && isRefused(component, answer);
  }

  private static boolean isRefused(Component component, Message message) {
    try {
      message.value(component);
      return false;
    } catch (Refused e) {
      return e.by("RFC 9421").reason() == Reason.NOT_ALLOWED;
    }
  }
}
