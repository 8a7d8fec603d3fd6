package id.simpul.health.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.SchemaId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** That a certificate was taken back, as JSON. */
record CertificateRevocationFormat() implements Format<CertificateRevocationReceipt> {
  private static final String NUMBER = "number";
  private static final String REVOKED_AT = "revokedAt";

  @Override
  public MediaType mediaType() {
    return MediaType.JSON;
  }

  @Override
  public Optional<String> suffix() {
    return Optional.of("json");
  }

  @Override
  public Optional<SchemaId> schema() {
    return Optional.of(HealthCertificatesV1.REVOCATION);
  }

  @Override
  public void write(CertificateRevocationReceipt receipt, OutputStream out) throws IOException {
    Json.write(
        JsonObject.builder()
            .put(NUMBER, receipt.number())
            .put(REVOKED_AT, receipt.revokedAt().toString())
            .build(),
        out);
  }

  @Override
  public CertificateRevocationReceipt read(InputStream in, Limits limits) throws IOException {
    if (!(Json.read(in, limits) instanceof JsonObject json)) {
      throw new FormatException("/", "that a certificate was taken back is a JSON object");
    }
    try {
      return new CertificateRevocationReceipt(
          CertificateFormats.text(json, NUMBER),
          Instant.parse(CertificateFormats.text(json, REVOKED_AT)));
    } catch (DateTimeException e) {
      throw new FormatException("/" + REVOKED_AT, "it is a time", e);
    }
  }
}
