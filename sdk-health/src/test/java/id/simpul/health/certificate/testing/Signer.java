package id.simpul.health.certificate.testing;

import id.simpul.core.value.Secret;
import id.simpul.health.certificate.SignerCertificates;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * A document signer: a key of any kind, and a certificate whose own signature nobody looks at,
 * because a trust list vouches for it.
 */
public record Signer(KeyPair pair, X509Certificate certificate) {
  /** When certificates of signers begin. */
  public static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

  /** When they end. */
  public static final Instant UNTIL = Instant.parse("2028-01-01T00:00:00Z");

  /** A key pair over a curve. */
  public static KeyPair ec(String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An RSA key pair. */
  public static KeyPair rsa(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A signer of Indonesia for everything. */
  public static Signer indonesian() {
    return of(ec("secp256r1"), "CN=Penerbit Uji, C=ID", List.of());
  }

  /** A signer of a name and for some purposes; none means no extension. */
  public static Signer of(KeyPair pair, String name, List<String> purposes) {
    return of(pair, name, purposes, false);
  }

  /** A signer whose purposes are critical, so that it is for nothing else, or are not. */
  public static Signer of(KeyPair pair, String name, List<String> purposes, boolean critical) {
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    AlgorithmIdentifier algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    generator.setSerialNumber(new ASN1Integer(BigInteger.ONE));
    generator.setSignature(algorithm);
    generator.setIssuer(new X500Name(name));
    generator.setSubject(new X500Name(name));
    generator.setStartDate(new Time(Date.from(FROM)));
    generator.setEndDate(new Time(Date.from(UNTIL)));
    generator.setSubjectPublicKeyInfo(
        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
    try {
      if (!purposes.isEmpty()) {
        KeyPurposeId[] ids =
            purposes.stream()
                .map(purpose -> KeyPurposeId.getInstance(new ASN1ObjectIdentifier(purpose)))
                .toArray(KeyPurposeId[]::new);
        generator.setExtensions(
            new Extensions(
                Extension.create(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(ids))));
      }
      ASN1EncodableVector certificate = new ASN1EncodableVector();
      certificate.add(generator.generateTBSCertificate());
      certificate.add(algorithm);
      certificate.add(new DERBitString(new byte[70]));
      return new Signer(pair, SignerCertificates.read(new DERSequence(certificate).getEncoded()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The key as one of ours, when it is over P-256. */
  public SigningKey signingKey() {
    return SigningKeys.parse(
        Secret.of(
            "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n"));
  }

  /** A signature as COSE has it: r and s, or PSS. */
  public byte[] sign(byte[] message) {
    PrivateKey key = pair.getPrivate();
    try {
      boolean rsa = key.getAlgorithm().equals("RSA");
      Signature signer = Signature.getInstance(rsa ? "RSASSA-PSS" : "SHA256withECDSAinP1363Format");
      if (rsa) {
        signer.setParameter(
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      }
      signer.initSign(key);
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
