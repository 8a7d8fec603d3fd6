package id.simpul.benchmarks.certificate;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.jws.PlatformKeys;
import id.simpul.health.certificate.SignerCertificates;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.jose.PublicJwk;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** A document signer's P-256 key, and a certificate of it whose own signature nobody looks at. */
final class Signer {
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2028-01-01T00:00:00Z");
  private static final X500Name NAME = new X500Name("CN=Penerbit Contoh, C=ID");
  private static final int SIGNATURE_BYTES = 70;

  private final SigningKey key = SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());

  SigningKey key() {
    return key;
  }

  PublicJwk publicKey() {
    return PublicJwk.of(key.publicKey());
  }

  X509Certificate certificate() {
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    AlgorithmIdentifier algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    generator.setSerialNumber(new ASN1Integer(BigInteger.ONE));
    generator.setSignature(algorithm);
    generator.setIssuer(NAME);
    generator.setSubject(NAME);
    generator.setStartDate(new Time(Date.from(FROM)));
    generator.setEndDate(new Time(Date.from(UNTIL)));
    generator.setSubjectPublicKeyInfo(
        SubjectPublicKeyInfo.getInstance(PlatformKeys.of(publicKey()).getEncoded()));
    ASN1EncodableVector certificate = new ASN1EncodableVector();
    certificate.add(generator.generateTBSCertificate());
    certificate.add(algorithm);
    certificate.add(new DERBitString(new byte[SIGNATURE_BYTES]));
    try {
      return SignerCertificates.read(new DERSequence(certificate).getEncoded());
    } catch (IOException e) {
      throw BenchmarkException.setUp("signer", "has no certificate", e);
    }
  }
}
