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
import java.util.Objects;

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
    Map<?, ?> says = part(part(claims, HCERT, Map.class), 1, Map.class);
    Map<?, ?> name = part(says, "nam", Map.class);
    Map<?, ?> event = (Map<?, ?>) part(says, "v", List.class).get(0);
    return PeerText.checked(
        part(claims, 1, String.class),
        part(claims, 6, Number.class).longValue(),
        part(claims, 4, Number.class).longValue(),
        part(name, "fn", String.class),
        part(name, "gn", String.class),
        part(says, "dob", String.class),
        part(event, "mp", String.class),
        part(event, "dt", String.class),
        part(event, "ci", String.class));
  }

  private static <T> T part(Map<?, ?> map, Object key, Class<T> type) {
    return type.cast(Objects.requireNonNull(map.get(key), "part"));
  }
}
