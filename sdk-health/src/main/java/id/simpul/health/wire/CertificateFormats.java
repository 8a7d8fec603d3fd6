package id.simpul.health.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.SchemaId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A certificate for programs, as JSON, and for people, as a page. */
final class CertificateFormats {
  static final List<Format<CertificateReceipt>> BOTH = List.of(new AsJson(), new AsPage());

  private CertificateFormats() {}

  static String text(JsonObject json, String name) throws FormatException {
    JsonValue value = json.get(name).orElse(null);
    if (value instanceof JsonString text) {
      return text.value();
    }
    throw new FormatException("/" + name, "a certificate has it, as a text");
  }

  private record AsJson() implements Format<CertificateReceipt> {
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
      return Optional.of(HealthCertificatesV1.CERTIFICATE);
    }

    @Override
    public void write(CertificateReceipt receipt, OutputStream out) throws IOException {
      Json.write(
          JsonObject.builder()
              .put("number", receipt.number())
              .put("certificate", receipt.certificate())
              .put("validUntil", receipt.validUntil().toString())
              .build(),
          out);
    }

    @Override
    public CertificateReceipt read(InputStream in, Limits limits) throws IOException {
      if (!(Json.read(in, limits) instanceof JsonObject json)) {
        throw new FormatException("/", "a certificate is a JSON object");
      }
      try {
        return new CertificateReceipt(
            text(json, "number"),
            text(json, "certificate"),
            Instant.parse(text(json, "validUntil")),
            () -> "");
      } catch (DateTimeException e) {
        throw new FormatException("/validUntil", "an end is a time", e);
      }
    }
  }

  private record AsPage() implements Format<CertificateReceipt> {
    @Override
    public MediaType mediaType() {
      return new MediaType("text/html", "");
    }

    @Override
    public Optional<String> suffix() {
      return Optional.of("html");
    }

    @Override
    public Optional<SchemaId> schema() {
      return Optional.empty();
    }

    @Override
    public void write(CertificateReceipt receipt, OutputStream out) throws IOException {
      out.write(receipt.page().get().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public CertificateReceipt read(InputStream in, Limits limits) throws IOException {
      throw new FormatException("/", "a page is for people; programs ask for JSON");
    }
  }
}
