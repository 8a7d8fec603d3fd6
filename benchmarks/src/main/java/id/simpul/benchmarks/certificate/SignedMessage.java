package id.simpul.benchmarks.certificate;

import com.upokecenter.cbor.CBORObject;

/** What the key of a COSE_Sign1 message signed, taken apart with another's library. */
record SignedMessage(CBORObject parts) {
  static SignedMessage of(byte[] message) {
    return new SignedMessage(CBORObject.DecodeFromBytes(message).UntagOne());
  }

  /** The Sig_structure (RFC 9052, section 4.4). */
  byte[] toBeSigned() {
    return CBORObject.NewArray()
        .Add("Signature1")
        .Add(parts.get(0))
        .Add(new byte[0])
        .Add(parts.get(2))
        .EncodeToBytes();
  }

  byte[] signature() {
    return parts.get(3).GetByteString();
  }
}
