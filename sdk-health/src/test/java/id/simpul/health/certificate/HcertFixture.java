package id.simpul.health.certificate;

import id.simpul.health.certificate.testing.Signer;
import id.simpul.health.internal.cbor.CborArray;
import id.simpul.health.internal.cbor.CborBytes;
import id.simpul.health.internal.cbor.CborFloat;
import id.simpul.health.internal.cbor.CborInteger;
import id.simpul.health.internal.cbor.CborMap;
import id.simpul.health.internal.cbor.CborSimple;
import id.simpul.health.internal.cbor.CborTag;
import id.simpul.health.internal.cbor.CborText;
import id.simpul.health.internal.cbor.CborValue;
import id.simpul.health.internal.cbor.CborWriter;
import id.simpul.health.internal.hcert.Base45;
import id.simpul.health.internal.hcert.Deflate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Makes certificates that our issuer would never make, and verifies them. */
final class HcertFixture {
  static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  static final InstantSource CLOCK = InstantSource.fixed(NOW);
  static final Duration VALIDITY = Duration.ofDays(180);

  private HcertFixture() {}

  static TrustListHolder trust(Signer... signers) {
    TrustList.Builder list = TrustList.asOf(NOW);
    for (Signer signer : signers) {
      list.add(signer.certificate());
    }
    return new TrustListHolder(list.build(), Duration.ofDays(1), CLOCK);
  }

  static HcertVerifier verifier(Signer... signers) {
    return HcertVerifier.builder(trust(signers), CLOCK).build();
  }

  static HcertIssuer issuer(Signer signer) {
    return new HcertIssuer(signer.signingKey(), signer.certificate(), CLOCK);
  }

  /** Java's values as CBOR: whole numbers, texts, bytes, lists, maps, null. */
  static CborValue cbor(Object value) {
    if (value instanceof CborValue cbor) {
      return cbor;
    } else if (value instanceof Integer || value instanceof Long) {
      return CborInteger.of(((Number) value).longValue());
    } else if (value instanceof Double number) {
      return new CborFloat(number);
    } else if (value instanceof byte[] bytes) {
      return CborBytes.of(bytes);
    } else if (value instanceof List<?> list) {
      return new CborArray(list.stream().map(HcertFixture::cbor).toList());
    } else if (value instanceof Map<?, ?> map) {
      Map<CborValue, CborValue> entries = new LinkedHashMap<>();
      map.forEach((key, item) -> entries.put(cbor(key), cbor(item)));
      return new CborMap(entries);
    } else if (value == null) {
      return CborSimple.NULL;
    }
    return new CborText((String) value);
  }

  /** A vaccination's payload, which tests change. */
  static Map<String, Object> payload() {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("tg", "840539006");
    event.put("vp", "J07BX03");
    event.put("mp", "CoronaVac");
    event.put("ma", "Sinovac-Biotech");
    event.put("dn", 2);
    event.put("sd", 3);
    event.put("dt", "2026-02-03");
    event.put("co", "ID");
    event.put("is", "Dinas Kesehatan Uji");
    event.put("ci", "URN:UVCI:01:ID:UJI1#A");
    Map<String, Object> name = new LinkedHashMap<>();
    name.put("fn", "Badu");
    name.put("fnt", "BADU");
    name.put("gn", "Kalo");
    name.put("gnt", "KALO");
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("ver", "1.3.0");
    payload.put("nam", name);
    payload.put("dob", "1980-05-06");
    payload.put("v", List.of(event));
    return payload;
  }

  static Map<Object, Object> claims(Object payload) {
    Map<Object, Object> claims = new LinkedHashMap<>();
    claims.put(1, "ID");
    claims.put(4, NOW.plus(VALIDITY).getEpochSecond());
    claims.put(6, NOW.minusSeconds(10).getEpochSecond());
    claims.put(-260, Map.of(1, payload));
    return claims;
  }

  /** The parts of a message, which tests change before it is put together. */
  static final class Message {
    final Signer signer;
    Map<Object, Object> protectedHeader = new LinkedHashMap<>();
    Map<Object, Object> unprotectedHeader = new LinkedHashMap<>();

    /** What stands in place of a protected header of no entries. */
    byte[] sentHeader = new byte[0];

    byte[] payload;
    UnaryOperator<byte[]> header = UnaryOperator.identity();
    UnaryOperator<byte[]> signature = UnaryOperator.identity();
    UnaryOperator<CborValue> tagged = array -> new CborTag(18, array);

    Message(Signer signer, Object claims) {
      this.signer = signer;
      boolean rsa = signer.pair().getPublic().getAlgorithm().equals("RSA");
      protectedHeader.put(1, rsa ? -37 : -7);
      protectedHeader.put(4, Kid.of(signer.certificate()).bytes());
      payload = CborWriter.write(cbor(claims));
    }

    byte[] bytes() {
      byte[] own =
          protectedHeader.isEmpty() ? new byte[0] : CborWriter.write(cbor(protectedHeader));
      byte[] encoded = header.apply(own);
      byte[] signed = CborWriter.write(cbor(List.of("Signature1", encoded, new byte[0], payload)));
      byte[] sent = sentHeader.length > 0 ? sentHeader : encoded;
      byte[] over = signature.apply(signer.sign(signed));
      return CborWriter.write(tagged.apply(cbor(List.of(sent, unprotectedHeader, payload, over))));
    }

    String text() {
      return HcertFixture.text(Deflate.ZLIB.deflate(bytes()));
    }
  }

  static String text(byte[] compressed) {
    return "HC1:" + Base45.encode(compressed);
  }
}
