package id.simpul.node.internal.http;

import id.simpul.core.format.FormatException;
import id.simpul.core.operation.Body;
import id.simpul.core.operation.FilePart;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Params;
import id.simpul.node.NodeLimits;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Decodes {@code multipart/form-data} (RFC 7578) with Netty's decoder, which also takes the
 * unquoted boundaries that real clients send. The body is whole and bounded before it comes here,
 * so nothing is written to disk.
 */
public final class MultipartDecoder {
  private static final String BOUNDARY = "boundary=";

  private MultipartDecoder() {}

  /**
   * Decodes a body.
   *
   * @param contentType the whole {@code Content-Type} value, with its boundary
   * @param body the bytes
   * @return the fields, and the files described but not kept
   * @throws FormatException when it is not such a body or has too many parts
   */
  public static Body.Form decode(String contentType, byte[] body) throws FormatException {
    checkWhole(contentType, body);
    FullHttpRequest request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1,
            HttpMethod.POST,
            "/",
            Unpooled.wrappedBuffer(body),
            new DefaultHttpHeaders().set(HttpHeaderNames.CONTENT_TYPE, contentType),
            new DefaultHttpHeaders());
    try {
      HttpPostMultipartRequestDecoder decoder =
          new HttpPostMultipartRequestDecoder(
              new DefaultHttpDataFactory(false),
              request,
              StandardCharsets.UTF_8,
              NodeLimits.MAX_FIELDS,
              NodeLimits.MAX_BODY_BYTES);
      try {
        return form(decoder.getBodyHttpDatas());
      } finally {
        decoder.destroy();
      }
    } catch (HttpPostRequestDecoder.TooManyFormFieldsException e) {
      throw new FormatException(
          "multipart body", "more than " + NodeLimits.MAX_FIELDS + " parts", e);
    } catch (HttpPostRequestDecoder.ErrorDataDecoderException
        | HttpPostRequestDecoder.NotEnoughDataDecoderException
        | HttpPostRequestDecoder.TooLongFormFieldException
        | IllegalArgumentException
        | IOException e) {
      if (e instanceof FormatException format) {
        throw format;
      }
      throw new FormatException("multipart body", "not multipart/form-data", e);
    }
  }

  // Netty drops an unfinished last part without a word, so that a report cut off on its way would
  // pass for a shorter one. Whole means that the closing delimiter is there (RFC 2046, 5.1.1).
  private static void checkWhole(String contentType, byte[] body) throws FormatException {
    int at = contentType.toLowerCase(Locale.ROOT).indexOf(BOUNDARY);
    if (at < 0) {
      throw new FormatException("Content-Type", "multipart/form-data needs a boundary");
    }
    String rest = contentType.substring(at + BOUNDARY.length());
    int end = rest.indexOf(';');
    String boundary = (end < 0 ? rest : rest.substring(0, end)).strip().replace("\"", "");
    if (!new String(body, StandardCharsets.ISO_8859_1).contains("--" + boundary + "--")) {
      throw new FormatException("multipart body", "ends before its closing boundary");
    }
  }

  private static Body.Form form(List<InterfaceHttpData> parts) throws IOException {
    Params.Builder fields = Params.builder();
    List<FilePart> files = new ArrayList<>();
    for (InterfaceHttpData part : parts) {
      if (part instanceof Attribute attribute) {
        fields.add(attribute.getName(), FormDecoder.utf8(attribute.get(), attribute.getName()));
      } else if (part instanceof FileUpload file) {
        files.add(
            new FilePart(
                file.getName(),
                MediaType.parse(String.valueOf(file.getContentType()))
                    .orElse(new MediaType("application/octet-stream", "")),
                file.length()));
      }
    }
    return new Body.Form(fields.build(), files);
  }
}
