package id.simpul.core.format;

import java.io.IOException;
import java.io.OutputStream;

/** A stream that breaks at once. */
final class FailingOutput extends OutputStream {
  private final IOException failure;

  FailingOutput(IOException failure) {
    this.failure = failure;
  }

  @Override
  public void write(int b) throws IOException {
    throw failure;
  }
}
