package id.simpul.health.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.SchemaId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * A document as it came, which its own reader looks at: lists of keys, of trusted and of revoked
 * ones, encrypted files. Servers get the media type of such files wrong, and their readers notice.
 */
record BytesFormat(MediaType mediaType) implements Format<byte[]> {
  @Override
  public Optional<String> suffix() {
    return Optional.empty();
  }

  @Override
  public Optional<SchemaId> schema() {
    return Optional.empty();
  }

  @Override
  public void write(byte[] value, OutputStream out) throws IOException {
    out.write(value);
  }

  @Override
  public byte[] read(InputStream in, Limits limits) throws IOException {
    byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE, limits.maxBytes() + 1L));
    if (bytes.length > limits.maxBytes()) {
      throw new FormatException(
          "byte " + bytes.length, "a document has at most " + limits.maxBytes() + " bytes");
    }
    return bytes;
  }
}
