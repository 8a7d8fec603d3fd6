package id.simpul.benchmarks.certificate;

import com.authlete.cbor.CBORByteArray;
import com.authlete.cbor.CBORDecoder;
import com.authlete.cbor.CBORItem;
import com.authlete.cbor.CBORTaggedItem;
import com.authlete.cose.COSESign1;
import com.authlete.cose.COSEVerifier;
import java.nio.ByteBuffer;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Map;

/** Authlete's cbor, which has COSE with it. It leaves out what {@link CoseJava} does. */
final class Authlete {
  private static final Integer HCERT = -260;

  private Authlete() {}

  static CertificateVerifier of(byte[] kid, ECPublicKey key) {
    Map<ByteBuffer, COSEVerifier> keys = Map.of(ByteBuffer.wrap(kid), new COSEVerifier(key));
    return text -> {
      CBORItem item = new CBORDecoder(PeerText.message(text)).next();
      COSESign1 message =
          (COSESign1) (item instanceof CBORTaggedItem tagged ? tagged.getTagContent() : item);
      COSEVerifier named = keys.get(ByteBuffer.wrap(message.getProtectedHeader().getKid()));
      if (named == null || !named.verify(message)) {
        throw new SignatureException("refused");
      }
      byte[] payload = ((CBORByteArray) message.getPayload()).getValue();
      return content((Map<?, ?>) new CBORDecoder(payload).next().parse());
    };
  }

  @SuppressWarnings("NullAway") // what is missing here ends the measurement
  private static Object content(Map<?, ?> claims) throws SignatureException {
    Map<?, ?> says = (Map<?, ?>) ((Map<?, ?>) claims.get(HCERT)).get(1);
    Map<?, ?> name = (Map<?, ?>) says.get("nam");
    Map<?, ?> event = (Map<?, ?>) ((List<?>) says.get("v")).get(0);
    return PeerText.checked(
        (String) claims.get(1),
        ((Number) claims.get(6)).longValue(),
        ((Number) claims.get(4)).longValue(),
        (String) name.get("fn"),
        (String) name.get("gn"),
        (String) says.get("dob"),
        (String) event.get("mp"),
        (String) event.get("dt"),
        (String) event.get("ci"));
  }
}
