package id.simpul.identity.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.SchemaId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A signed token, alone in its document and called what it is. */
final class TokenFormat implements Format<String> {
  private final MediaType mediaType;

  TokenFormat(String mediaType) {
    this.mediaType = new MediaType(mediaType, "");
  }

  @Override
  public MediaType mediaType() {
    return mediaType;
  }

  @Override
  public Optional<String> suffix() {
    return Optional.empty();
  }

  @Override
  public Optional<SchemaId> schema() {
    return Optional.empty();
  }

  @Override
  public boolean mediaTypeRequired() {
    return true;
  }

  @Override
  public void write(String token, OutputStream out) throws IOException {
    out.write(token.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String read(InputStream in, Limits limits) throws IOException {
    byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE, limits.maxBytes() + 1L));
    if (bytes.length == 0 || bytes.length > limits.maxBytes()) {
      throw new FormatException(
          "byte " + bytes.length, "a token has 1 to " + limits.maxBytes() + " bytes");
    }
    for (int i = 0; i < bytes.length; i++) {
      if (!mayStand(bytes[i])) {
        throw new FormatException("byte " + (i + 1), "a token holds base64url and dots alone");
      }
    }
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  // The alphabet of base64url (RFC 4648, section 5), and the dot of the compact serialisation.
  private static boolean mayStand(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || b == '-'
        || b == '_'
        || b == '.';
  }
}
