package id.simpul.identity.http;

import static id.simpul.identity.http.Cities.JAMBI;
import static id.simpul.identity.http.Cities.post;
import static id.simpul.identity.http.Cities.with;
import static id.simpul.identity.http.Cities.withHeaders;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator.Request;
import id.simpul.core.spi.ExchangeAuthenticator.Response;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Every single bit of what a signature protects, turned over: nothing is accepted. */
class MutationTest {
  private static final int RANDOM_EDITS = 2_000;

  private int accepted;
  private int refused;

  private <T> void attempt(Consumer<T> verify, T mutant) {
    try {
      verify.accept(mutant);
      accepted++;
    } catch (TrustException e) {
      refused++;
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ML_DSA_65")
  void verifyRequest_anyBitTurned_isRefused(SignatureAlgorithm algorithm) {
    Cities cities = new Cities(algorithm);
    Request sent = with(post(), cities.requestSigner().sign(post()).headers());
    RequestVerifier verifier = cities.requestVerifier();
    for (Headers mutant : mutants(sent.headers(), "Accept")) {
      attempt(verifier::verify, withHeaders(sent, mutant));
    }
    for (byte[] body : bodies(sent.body())) {
      attempt(verifier::verify, Cities.withBody(sent, body));
    }
    assertThat(accepted).isZero();
    assertThat(refused).isGreaterThan(3_000);
    assertThat(verifier.verify(sent).signer()).isEqualTo(Cities.JAKARTA);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ML_DSA_65")
  void verifyResponse_anyBitTurned_isRefused(SignatureAlgorithm algorithm) {
    Cities cities = new Cities(algorithm);
    SignedRequest request = cities.requestSigner().sign(post());
    Headers headers = Headers.EMPTY.with("Content-Type", "application/json");
    byte[] body = "[{\"service_request_id\":\"1\"}]".getBytes(StandardCharsets.UTF_8);
    Response plain = new Response(200, headers, body);
    Headers all =
        FieldLines.concat(headers, cities.responseSigner().sign(plain, request.binding()));
    Response sent = new Response(200, all, body);
    Consumer<Response> verify = r -> cities.responseVerifier().verify(r, request.binding(), JAMBI);
    for (Headers mutant : mutants(all, "")) {
      attempt(verify, new Response(200, mutant, body));
    }
    for (byte[] mutant : bodies(body)) {
      attempt(verify, new Response(200, all, mutant));
    }
    for (int status = 0; status < 1_000; status++) {
      if (status != 200) {
        attempt(verify, new Response(status, all, body));
      }
    }
    assertThat(accepted).isZero();
    assertThat(refused).isGreaterThan(3_000);
    verify.accept(sent);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ML_DSA_65")
  void verifyRequest_randomEdits_areRefusedOrMeanTheSame(SignatureAlgorithm algorithm) {
    Cities cities = new Cities(algorithm);
    Request sent = with(post(), cities.requestSigner().sign(post()).headers());
    Random random = new Random(9421);
    String input = sent.headers().first("Signature-Input").orElseThrow();
    for (int i = 0; i < RANDOM_EDITS; i++) {
      int from = random.nextInt(input.length());
      int to = from + random.nextInt(Math.min(12, input.length() - from));
      int at = random.nextInt(input.length());
      String edited = input.substring(0, at) + input.substring(from, to) + input.substring(at);
      String cut = input.substring(0, from) + input.substring(to);
      for (String text : List.of(edited, cut)) {
        Headers headers = Cities.replace(sent.headers(), "Signature-Input", text);
        // White space between components and a repeated comma-free blank change nothing signed.
        if (!text.replace(" ", "").equals(input.replace(" ", ""))) {
          attempt(cities.requestVerifier()::verify, withHeaders(sent, headers));
        }
      }
    }
    assertThat(accepted).isZero();
    assertThat(refused).isGreaterThan(RANDOM_EDITS);
  }

  private static List<byte[]> bodies(byte[] body) {
    List<byte[]> mutants = new ArrayList<>();
    for (int bit = 0; bit < body.length * 8; bit++) {
      byte[] mutant = body.clone();
      mutant[bit / 8] ^= (byte) (1 << bit % 8);
      mutants.add(mutant);
    }
    mutants.add(new byte[0]);
    mutants.add(java.util.Arrays.copyOf(body, body.length - 1));
    mutants.add(java.util.Arrays.copyOf(body, body.length + 1));
    return mutants;
  }

  /**
   * Each bit of each value turned over, and each field left out, but for one that is not signed.
   */
  private static List<Headers> mutants(Headers headers, String unsigned) {
    List<Headers> mutants = new ArrayList<>();
    for (int i = 0; i < headers.fields().size(); i++) {
      Headers.Field field = headers.fields().get(i);
      if (field.name().equals(unsigned)) {
        continue;
      }
      mutants.add(Cities.without(headers, field.name()));
      for (int bit = 0; bit < field.value().length() * 8; bit++) {
        char[] value = field.value().toCharArray();
        value[bit / 8] ^= (char) (1 << bit % 8);
        if (value[bit / 8] != '\r' && value[bit / 8] != '\n' && value[bit / 8] != '\0') {
          List<Headers.Field> fields = new ArrayList<>(headers.fields());
          fields.set(i, new Headers.Field(field.name(), new String(value)));
          mutants.add(Headers.of(fields));
        }
      }
    }
    return mutants;
  }
}
