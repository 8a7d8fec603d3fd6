package id.simpul.identity.credential;

import static id.simpul.identity.credential.HandMade.element;
import static id.simpul.identity.credential.HandMade.encode;
import static id.simpul.identity.credential.HandMade.member;
import static id.simpul.identity.credential.HandMade.placeholder;
import static id.simpul.identity.credential.HandMade.sd;
import static id.simpul.identity.credential.Office.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Inputs that use up stacks, memory or time elsewhere. All are signed by the issuer, so that
 * nothing but a limit can refuse them; each is refused within a second of processor time and 64 MiB
 * of allocations.
 */
class HostileSdJwtTest {
  private static final Duration MOST_TIME = Duration.ofSeconds(1);
  private static final long MOST_MEMORY = 64L * 1024 * 1024;

  private final Office office = new Office();
  private final BearerVerifier verifier = office.bearer();
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Refuses with a reason that names the limit. */
  private void refused(String limit, String text) {
    long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    long time = threads.getCurrentThreadCpuTime();
    TrustException refusal = refusal(Reason.MALFORMED, () -> verifier.verify(text));
    Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - time);
    allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated;
    assertThat(refusal).hasMessageContaining(limit);
    assertThat(took).isLessThan(MOST_TIME);
    assertThat(allocated).isLessThan(MOST_MEMORY);
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  private String hidden(String json) {
    String disclosure = member("a", json);
    return office.signed(Office.payload(sd(disclosure)), disclosure);
  }

  private String open(String json) {
    return office.signed(Office.payload("\"a\":" + json));
  }

  @Test
  void verify_disclosureTwentyThousandDeep_isRefused() {
    refused("nested deeper than 9", hidden(nested(20_000)));
  }

  @Test
  void verify_chainOfEightThousandLinks_isRefused() {
    String[] chain = DisclosedClaimsTest.chain(8000);
    String payload = Office.payload(sd(chain[chain.length - 1]));
    refused("longer than 262144 characters", office.signed(payload, chain));
  }

  @Test
  void verify_chainAsLongAsTheSizeLetsIt_isRefused() {
    String[] chain = DisclosedClaimsTest.chain(1500);
    String payload = Office.payload(sd(chain[chain.length - 1]));
    refused("more than 128 disclosures", office.signed(payload, chain));
  }

  @Test
  void verify_chainOfAsManyLinksAsDisclosures_isRefused() {
    String[] chain = DisclosedClaimsTest.chain(128);
    String payload = Office.payload(sd(chain[chain.length - 1]));
    refused("nested deeper than 8", office.signed(payload, chain));
  }

  /** Below the verifier, where neither count nor size ends it: the walk has a stack of its own. */
  @Test
  void disclose_chainOfEightThousandLinks_endsAtTheDepth() {
    String[] chain = DisclosedClaimsTest.chain(8000);
    refusal(
        Reason.MALFORMED,
        () ->
            id.simpul.identity.internal.credential.DisclosedClaims.of(
                Office.json("{" + sd(chain[chain.length - 1]) + "}"), Arrays.asList(chain)));
  }

  @Test
  void verify_chainOfElements_isRefused() {
    String[] chain = new String[100];
    String value = "[]";
    for (int i = 0; i < chain.length; i++) {
      chain[i] = element("e" + i, value);
      value = "[" + placeholder(chain[i]) + "]";
    }
    refused("nested deeper than 8", office.signed(Office.payload("\"a\":" + value), chain));
  }

  @Test
  void verify_digestInTwoDisclosures_isRefused() {
    String inner = member("b", "1");
    String one = member("a", "{" + sd(inner) + "}");
    String two = member("c", "{" + sd(inner) + "}");
    refused("twice", office.signed(Office.payload(sd(one, two)), one, two, inner));
  }

  @Test
  void verify_disclosureReused_isRefused() {
    String hidden = member("b", "1");
    refused("twice", office.signed(Office.payload(sd(hidden)), hidden, hidden));
    String payload = Office.payload("\"a\":{" + sd(hidden) + "}", "\"c\":{" + sd(hidden) + "}");
    refused("twice", office.signed(payload, hidden));
  }

  @Test
  void verify_hundredThousandDisclosures_areRefused() {
    String[] many = new String[100_000];
    Arrays.setAll(many, i -> encode("[\"\"," + i + "]"));
    refused("longer than 262144 characters", office.signed(Office.payload("\"a\":1"), many));
    Arrays.fill(many, "e");
    refused("more than 128 disclosures", office.signed(Office.payload("\"a\":1"), many));
  }

  @Test
  void verify_textOfFiftyMegabytes_isRefused() {
    refused("longer than 262144 characters", "~".repeat(50_000_000));
    refused("longer than 262144 characters", open("1") + "x".repeat(50_000_000));
  }

  @Test
  void verify_tildesAlone_areRefused() {
    refused("empty disclosure", "~".repeat(256 * 1024));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 10, 100, 1000, 7000})
  void verify_openClaimsNested_areRefused(int depth) {
    refused("nested deeper than", open(nested(depth)));
    refused("nested deeper than", open("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 10, 100, 1000, 50_000})
  void verify_hiddenClaimsNested_areRefused(int depth) {
    refused("nested deeper than", hidden(nested(depth)));
  }

  @ParameterizedTest
  @ValueSource(ints = {21, 1000, 40_000})
  void verify_numberOfManyDigits_isRefused(int digits) {
    refused("a number longer than 20 characters", open("9".repeat(digits)));
    refused("a number longer than 20 characters", hidden("9".repeat(digits)));
    refused("a number longer than 20 characters", hidden("1e" + "9".repeat(digits)));
  }

  @Test
  void verify_numberOfAMillionDigits_isRefused() {
    refused("longer than 262144 characters", open("9".repeat(1_000_000)));
    refused("longer than 65536 characters", open("9".repeat(100_000)));
    refused("longer than 262144 characters", hidden("9".repeat(1_000_000)));
  }

  @Test
  void verify_numberWithAHugeExponent_isTakenAsItStandsAndComputedByNobody() {
    assertThat(Office.text(Office.own(verifier.verify(hidden("1e999999999")))))
        .isEqualTo("{\"a\":1e999999999}");
  }

  @ParameterizedTest
  @ValueSource(ints = {8192, 15_000})
  void verify_manyKeysInADisclosure_areRefused(int keys) {
    refused("more than 8192 values", hidden(keys(keys)));
  }

  private static String keys(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"" + Integer.toString(i, 36) + "\":1")
        .collect(Collectors.joining(",", "{", "}"));
  }

  @Test
  void verify_aMillionKeys_areRefused() {
    refused("longer than 65536 characters", open(keys(20_000)));
    refused("longer than 262144 characters", open(keys(1_000_000)));
    refused("longer than 262144 characters", hidden(keys(1_000_000)));
  }

  @Test
  void verify_stringAsLongAsTheSizeLetsIt_isTakenHiddenAndRefusedOpen() {
    assertThat(verifier.verify(hidden("\"" + "x".repeat(190_000) + "\""))).isNotNull();
    refused("a string longer than 16384 characters", open("\"" + "x".repeat(16_385) + "\""));
    assertThat(verifier.verify(open("\"" + "x".repeat(16_384) + "\""))).isNotNull();
  }

  @Test
  void verify_asManyDecoysAsFit_areTakenQuickly() {
    String decoys =
        IntStream.range(0, 1000)
            .mapToObj(i -> "\"" + HandMade.digest("decoy " + i) + "\"")
            .collect(Collectors.joining(","));
    String credential = office.signed(Office.payload("\"_sd\":[" + decoys + "]"));
    long time = threads.getCurrentThreadCpuTime();
    assertThat(verifier.verify(credential)).isNotNull();
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - time)).isLessThan(MOST_TIME);
  }

  @Test
  void verify_sameNameManyTimes_isRefused() {
    refused("a member name occurs twice", open("{\"b\":1,\"b\":1}"));
    refused("a member name occurs twice", hidden("{\"b\":1,\"\\u0062\":1}"));
    refused("a member name occurs twice", office.signed(Office.payload("\"iss\":\"x\"")));
  }

  @Test
  void verify_keyBindingOfAnySize_isRefusedByItsLimit() {
    HolderBoundVerifier bound = office.bound();
    String credential = office.signed(Office.payload(office.cnf()));
    String large =
        Office.binding(credential).replace("}", ",\"x\":\"" + "y".repeat(20_000) + "\"}");
    String presentation = office.bind(credential, large);
    TrustException refusal =
        refusal(Reason.MALFORMED, () -> bound.verify(presentation, Office.NONCE));
    assertThat(refusal).hasMessageContaining("longer than 16384 characters");
  }
}
