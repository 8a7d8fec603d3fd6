package id.simpul.node.internal.credential;

import id.simpul.core.format.Limits;
import id.simpul.core.operation.Format;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Keeps a value as the bytes in which it is answered.
 *
 * @param format how it is answered
 * @param <T> the value
 */
record KeptForm<T>(Format<T> format) {
  byte[] write(T value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      format.write(value, out);
    } catch (IOException e) {
      throw new UncheckedIOException("A byte array does not fail", e);
    }
    return out.toByteArray();
  }

  T read(byte[] kept) {
    try {
      return format.read(new ByteArrayInputStream(kept), Limits.DEFAULT);
    } catch (IOException e) {
      throw new UncheckedIOException("What was kept cannot be read", e);
    }
  }
}
