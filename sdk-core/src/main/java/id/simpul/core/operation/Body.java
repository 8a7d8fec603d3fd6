package id.simpul.core.operation;

import java.util.List;
import java.util.Objects;

/** The content of a request, before or after its encoding. */
public sealed interface Body {
  /** No content. */
  Body NONE = new None();

  /** No content. */
  record None() implements Body {}

  /**
   * A form: {@code application/x-www-form-urlencoded}, or {@code multipart/form-data} on the way
   * in.
   *
   * @param fields the text fields
   * @param files the file fields; always empty on the way out
   */
  record Form(Params fields, List<FilePart> files) implements Body {
    /** Copies the files. */
    public Form {
      Objects.requireNonNull(fields, "fields");
      files = List.copyOf(files);
    }
  }

  /**
   * A document. The array is not copied and must not be changed.
   *
   * @param mediaType its media type
   * @param bytes its bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copying would cost
  record Document(MediaType mediaType, byte[] bytes) implements Body {
    /** Checks that both members are given. */
    public Document {
      Objects.requireNonNull(mediaType, "mediaType");
      Objects.requireNonNull(bytes, "bytes");
    }

    @Override
    public String toString() {
      return mediaType + ", " + bytes.length + " bytes";
    }
  }
}
