package id.simpul.node.internal.http;

import java.util.Optional;

/** Something the node serves that is no operation: documents about itself. */
public interface PlainResource {
  /**
   * The document at a path.
   *
   * @param path the path
   * @return its status, media type and bytes, or empty when it is not here
   */
  Optional<Document> find(String path);

  /**
   * A document.
   *
   * @param status the HTTP status
   * @param mediaType its {@code Content-Type}
   * @param body its bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copying would cost
  record Document(int status, String mediaType, byte[] body) {}
}
