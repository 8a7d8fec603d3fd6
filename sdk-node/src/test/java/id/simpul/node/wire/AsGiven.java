package id.simpul.node.wire;

import id.simpul.core.format.Limits;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** The input of an operation whose requests are sent as they are, right or wrong. */
final class AsGiven implements Input<RequestParts> {
  private AsGiven() {}

  /**
   * An operation that is like another one, but takes whatever parts it is given.
   *
   * @param like the other operation
   * @param suffix the suffix to ask for, also one the operation does not have
   * @param accept the media type to ask for
   */
  static <O> Operation<RequestParts, O> operation(
      Operation<?, O> like, String suffix, String accept) {
    Format<O> wanted =
        like.output().stream()
            .filter(f -> f.mediaType().type().equals(accept))
            .findFirst()
            .orElse(like.output().get(0));
    return operation(like, new Renamed<>(wanted, suffix));
  }

  /** The same, with another reader of its answers. */
  static <O> Operation<RequestParts, O> operation(Operation<?, ?> like, Format<O> format) {
    return Operation.<RequestParts, O>builder(like.id(), like.method(), like.path().toString())
        .effect(like.effect())
        .output(format)
        .errors(like.errors())
        .input(new AsGiven());
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public List<MediaType> bodies() {
    return List.of();
  }

  @Override
  public Optional<SchemaId> schema() {
    return Optional.empty();
  }

  @Override
  public RequestParts write(RequestParts value) {
    return value;
  }

  @Override
  public Reading<RequestParts> read(RequestParts parts) {
    return new Reading.Valid<>(parts);
  }

  /** A format under another suffix. */
  private record Renamed<T>(Format<T> format, String other) implements Format<T> {
    @Override
    public MediaType mediaType() {
      return format.mediaType();
    }

    @Override
    public Optional<String> suffix() {
      return Optional.of(other);
    }

    @Override
    public Optional<SchemaId> schema() {
      return format.schema();
    }

    @Override
    public void write(T value, OutputStream out) throws IOException {
      format.write(value, out);
    }

    @Override
    public T read(InputStream in, Limits limits) throws IOException {
      return format.read(in, limits);
    }
  }
}
