package id.simpul.identity.internal.crypto;

import id.simpul.identity.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Builds a certificate of a P-256 key, signed by that key (RFC 5280). */
public final class SelfSigned {
  private SelfSigned() {}

  /**
   * Builds it.
   *
   * @param key the key
   * @param p256 its public half
   * @param names country in two capitals, organisation, common name
   * @param serial positive, of at most 20 bytes
   * @param validity its first and last second
   * @return DER
   */
  public static byte[] certificate(
      SigningKey key, Es256PublicKey p256, Names names, BigInteger serial, Validity validity) {
    AlgorithmIdentifier algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    X500Name name =
        new X500NameBuilder()
            .addRDN(BCStyle.C, new DERPrintableString(names.country()))
            .addRDN(BCStyle.O, new DERUTF8String(names.organisation()))
            .addRDN(BCStyle.CN, new DERUTF8String(names.common()))
            .build();
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(new ASN1Integer(serial));
    generator.setSignature(algorithm);
    generator.setIssuer(name);
    generator.setSubject(name);
    generator.setStartDate(new Time(Date.from(validity.from())));
    generator.setEndDate(new Time(Date.from(validity.until())));
    try {
      generator.setSubjectPublicKeyInfo(
          SubjectPublicKeyInfo.getInstance(p256.subjectPublicKeyInfo()));
      KeyUsage usage = new KeyUsage(KeyUsage.digitalSignature);
      generator.setExtensions(new Extensions(Extension.create(Extension.keyUsage, true, usage)));
      TBSCertificate certificate = generator.generateTBSCertificate();
      byte[] signature = key.sign(certificate.getEncoded(ASN1Encoding.DER));
      ASN1EncodableVector parts = new ASN1EncodableVector();
      parts.add(certificate);
      parts.add(algorithm);
      parts.add(new DERBitString(DerSignatures.toDer(signature)));
      return new DERSequence(parts).getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new UncheckedIOException("A byte array does not fail", e);
    }
  }

  /**
   * Whose certificate it is.
   *
   * @param country ISO 3166-1 alpha-2, in capitals
   * @param organisation the organisation
   * @param common what its key is for
   */
  public record Names(String country, String organisation, String common) {}

  /**
   * When it is good.
   *
   * @param from the first second
   * @param until the last second
   */
  public record Validity(Instant from, Instant until) {}
}
