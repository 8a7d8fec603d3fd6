package id.simpul.identity.http;

import static id.simpul.identity.http.Cities.refused;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.JsonObject;
import id.simpul.core.spi.ExchangeAuthenticator.Request;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.http.RfcVerdicts.Verdict;
import id.simpul.identity.testing.Corpus;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every code block of RFC 9421 and RFC 9530: bases are built again and compared, signatures of our
 * algorithms verified with the RFC's keys, digests computed again, keys read. The blocks go through
 * the layer below the profile, since none of them carries our tag.
 */
@Tag("vectors")
class Rfc9421VectorsTest {
  private final Corpus corpus = Corpus.open("http-message-signatures-rfc9421");

  @Test
  void verify_everyBlock_agrees() throws Exception {
    int cases = 0;
    for (Path file : corpus.jsonFiles()) {
      List<RfcBlock> blocks = blocks(file);
      RfcVerdicts verdicts = new RfcVerdicts(blocks);
      for (RfcBlock block : blocks) {
        cases++;
        count(block.id(), verdicts.of(block));
      }
    }
    corpus.report(cases);
  }

  private List<RfcBlock> blocks(Path file) throws Exception {
    List<RfcBlock> blocks = new ArrayList<>();
    for (JsonObject block : corpus.cases(file)) {
      blocks.add(RfcBlock.of(file.toString(), blocks.size(), block));
    }
    return blocks;
  }

  private void count(String id, Verdict verdict) {
    switch (verdict.kind()) {
      case "accepted" -> corpus.accepted();
      case "refused" -> corpus.refused();
      case "deviating" -> corpus.deviating(id, verdict.why());
      default -> corpus.failed(id, verdict.why());
    }
  }

  @Test
  void verify_everyMessageUnderTheProfile_isUnsignedToUs() throws Exception {
    RequestVerifier verifier = new Cities(SignatureAlgorithm.ED25519).requestVerifier();
    int messages = 0;
    for (Path file : corpus.jsonFiles()) {
      for (RfcBlock block : blocks(file)) {
        if (block.isMessage()) {
          RfcMessage message = RfcMessage.parse(block);
          URI target = URI.create("https://example.com/foo?param=Value&Pet=dog");
          Request request = new Request("POST", target, message.headers(), message.body());
          refused(Reason.UNSIGNED, () -> verifier.verify(request));
          messages++;
        }
      }
    }
    assertThat(messages).isPositive();
  }
}
