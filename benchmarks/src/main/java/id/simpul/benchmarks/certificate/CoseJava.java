package id.simpul.benchmarks.certificate;

import COSE.HeaderKeys;
import COSE.Message;
import COSE.MessageTag;
import COSE.OneKey;
import COSE.Sign1Message;
import com.upokecenter.cbor.CBORObject;
import java.nio.ByteBuffer;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.util.Map;

/**
 * COSE-JAVA with the CBOR library it brings. Of what Simpul checks it leaves out the limits, the
 * rules of the payload and its value sets, and what the signer's certificate is for.
 */
final class CoseJava {
  private static final CBORObject HCERT = CBORObject.FromObject(-260);

  private CoseJava() {}

  static CertificateVerifier of(byte[] kid, ECPublicKey key) throws Exception {
    Map<ByteBuffer, OneKey> keys = Map.of(ByteBuffer.wrap(kid), new OneKey(key, null));
    return text -> {
      Message message = Message.DecodeFromBytes(PeerText.message(text), MessageTag.Sign1);
      CBORObject name = message.findAttribute(HeaderKeys.KID);
      OneKey named = keys.get(ByteBuffer.wrap(name.GetByteString()));
      if (named == null || !((Sign1Message) message).validate(named)) {
        throw new SignatureException("refused");
      }
      return content(CBORObject.DecodeFromBytes(message.GetContent()));
    };
  }

  private static Object content(CBORObject claims) throws SignatureException {
    CBORObject says = claims.get(HCERT).get(CBORObject.FromObject(1));
    CBORObject name = says.get("nam");
    CBORObject event = says.get("v").get(0);
    return PeerText.checked(
        claims.get(CBORObject.FromObject(1)).AsString(),
        claims.get(CBORObject.FromObject(6)).AsInt64Value(),
        claims.get(CBORObject.FromObject(4)).AsInt64Value(),
        name.get("fn").AsString(),
        name.get("gn").AsString(),
        says.get("dob").AsString(),
        event.get("mp").AsString(),
        event.get("dt").AsString(),
        event.get("ci").AsString());
  }
}
