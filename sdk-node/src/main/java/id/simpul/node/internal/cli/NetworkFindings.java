package id.simpul.node.internal.cli;

import id.simpul.core.ApiResponse;
import id.simpul.core.ClientConfig;
import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.core.RetryPolicy;
import id.simpul.core.SimpulException;
import id.simpul.core.Timeouts;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.NoInput;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.federation.EntityConfiguration;
import id.simpul.identity.federation.EntityStatement;
import id.simpul.identity.federation.EntityStatementVerifier;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.wire.FederationV1;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether entities answer at their public URL, and what time it is there. */
final class NetworkFindings implements AutoCloseable {
  // Signed messages are refused a minute before or after their time.
  private static final Duration FAR_OFF = Duration.ofSeconds(30);
  private static final Duration OFF = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final InstantSource clock;
  private final OperationClient client;

  NetworkFindings(InstantSource clock) {
    this.clock = clock;
    this.client =
        OperationClient.create(
            ClientConfig.builder(ClientConfig.NO_BASE_URL)
                .retry(RetryPolicy.NONE)
                .timeouts(new Timeouts(PATIENCE, PATIENCE, PATIENCE))
                .limits(Limits.DEFAULT.withMaxBytes(EntityStatement.MAX_LENGTH))
                .build());
  }

  private ApiResponse<String> configuration(EntityId entity) {
    return client.call(
        FederationV1.GET_CONFIGURATION,
        NoInput.NONE,
        RequestOptions.NONE.withEndpoint(URI.create(entity.value())));
  }

  /** What this node says of itself under its own name, which somebody else might answer to. */
  EntityConfiguration published(EntityId self, JwkSet keys) {
    return new EntityStatementVerifier(clock).configuration(configuration(self).body(), self, keys);
  }

  /** Whether this node answers under its own name, with what it signed itself. */
  Finding self(EntityId self, JwkSet keys) {
    try {
      EntityConfiguration unused = published(self, keys);
      return Finding.ok(self + " answers, with its own statement");
    } catch (TrustException e) {
      return notOurs(self, e);
    } catch (SimpulException e) {
      return Finding.fail(
          self + " does not answer from here: " + e.fault().what(),
          "start the node, and see to DNS, certificate and gateway");
    }
  }

  private static Finding notOurs(EntityId self, TrustException e) {
    return switch (e.reason()) {
      case EXPIRED ->
          Finding.fail(
              self + " answers with a statement that has run out",
              "restart the node; its log says why it does not sign anew");
      case NOT_YET_VALID ->
          Finding.fail(
              self + " answers with a statement of the future",
              "set the clocks by NTP, this machine's and the node's; it then signs anew itself");
      default ->
          Finding.fail(
              self + " answers with a statement that is not this node's: " + e.fault().what(),
              "see whether the gateway leads to this node, and whether it uses this data"
                  + " directory");
    };
  }

  /** Whether a superior answers, and whether its clock agrees with ours. */
  List<Finding> superior(EntityId superior) {
    Instant before = clock.instant();
    ApiResponse<String> answer;
    try {
      answer = configuration(superior);
    } catch (SimpulException e) {
      return List.of(
          Finding.warn(
              "superior " + superior + " does not answer: " + e.fault().what(),
              "statements at hand hold until they run out; tell its operator"));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.ok("superior " + superior + " answers"));
    Instant middle = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
    date(answer).ifPresent(there -> findings.add(skew(superior, Duration.between(there, middle))));
    return findings;
  }

  private static Optional<Instant> date(ApiResponse<String> answer) {
    try {
      return answer
          .headers()
          .first("Date")
          .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty(); // a clock nobody can read says nothing of ours
    }
  }

  private static Finding skew(EntityId superior, Duration ahead) {
    Duration off = ahead.abs();
    String what =
        "this clock is "
            + off.toSeconds()
            + " s "
            + (ahead.isNegative() ? "behind" : "ahead of")
            + " that of "
            + superior;
    if (off.compareTo(FAR_OFF) >= 0) {
      return Finding.fail(what, "set it by NTP; signatures are refused when it is a minute off");
    }
    return off.compareTo(OFF) >= 0 ? Finding.warn(what, "set it by NTP") : Finding.ok(what);
  }

  @Override
  public void close() {
    client.close();
  }
}
