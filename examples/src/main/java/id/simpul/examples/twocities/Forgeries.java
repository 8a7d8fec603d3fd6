package id.simpul.examples.twocities;

import id.simpul.core.spi.ExchangeAuthenticator;
import id.simpul.examples.twocities.RawExchange.Answer;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.reporting.ReportingClient;

/**
 * Somebody between the cities has recorded a submission: sends it again, changes it, signs it with
 * a key of their own, and sends it without a signature. The node has to refuse each and say why.
 */
final class Forgeries {
  private static final String WHERE = "forged requests";
  private static final String FIELD = "email=orang.lain%40example.net";
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final Terminal terminal;
  private final ExchangeAuthenticator stranger;
  private final RawExchange wire = new RawExchange();
  private int refused;

  Forgeries(Terminal terminal, ExchangeAuthenticator stranger) {
    this.terminal = terminal;
    this.stranger = stranger;
  }

  /**
   * Tries them all.
   *
   * @param captured a submission that was acknowledged
   */
  void tell(SignedPost captured) {
    terminal.chapter("Somebody on the way has recorded a request");
    expect("sent again", "the same bytes", Reason.REPLAYED, captured);
    SignedPost changed = captured.withField(FIELD);
    expect("changed", "with a field added", Reason.DIGEST_MISMATCH, changed);
    expect(
        "covered up",
        "with a field added and a digest that fits it",
        Reason.SIGNATURE_INVALID,
        changed.withFittingDigest());
    expect(
        "impostor",
        "signed in Jakarta's name with another key",
        Reason.UNKNOWN_KEY,
        captured.signedBy(stranger));
    unsigned(captured.withoutSignature());
  }

  /**
   * Reads with an app that was given a false key for the node: no answer may reach it.
   *
   * @param app the app
   */
  void tellOfFalseNode(ReportingClient app) {
    try {
      app.listServices();
    } catch (TrustException e) {
      terminal.step(
          "false node",
          "an app that has another key pinned for Jambi takes none of its answers ["
              + e.code()
              + "]");
      return;
    }
    throw new StoryException("App", "trusted an answer nobody it knows has signed", WHERE);
  }

  /**
   * Sends the recorded request to the node that was killed and started again: its memory of what
   * was used must have been on disk too.
   *
   * @param captured the submission
   * @return how many requests were refused by now
   */
  int tellAfterRestart(SignedPost captured) {
    expect("recorded", "the request recorded before the kill", Reason.REPLAYED, captured);
    return refused;
  }

  private void expect(String label, String what, Reason reason, SignedPost post) {
    Answer answer = wire.post(post);
    StoryException.require(
        answer.status() == UNAUTHORIZED && answer.first("description").contains(reason.code()),
        post.target().toString(),
        "answered " + answer.status() + " and not 401 with " + reason.code(),
        WHERE + ": " + what);
    told(label, what, answer);
  }

  private void unsigned(SignedPost post) {
    Answer answer = wire.post(post);
    StoryException.require(
        answer.status() == UNAUTHORIZED || answer.status() == FORBIDDEN,
        post.target().toString(),
        "answered " + answer.status() + " and not 401 or 403",
        WHERE + ": without signature and key");
    told("unsigned", "without signature and API key", answer);
  }

  private void told(String label, String what, Answer answer) {
    refused++;
    terminal.step(label, what + " -> " + answer.status() + " " + answer.first("description"));
  }
}
