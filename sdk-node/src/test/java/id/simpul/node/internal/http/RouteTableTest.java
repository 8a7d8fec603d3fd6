package id.simpul.node.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Limits;
import id.simpul.core.operation.ErrorFormat;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.NoInput;
import id.simpul.core.operation.OAuthErrors;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.ProblemDetails;
import id.simpul.core.operation.SchemaId;
import id.simpul.node.internal.security.Access;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {
  private static final class Text implements Format<String> {
    @Override
    public MediaType mediaType() {
      return MediaType.JSON;
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
    public void write(String value, OutputStream out) throws IOException {
      out.write(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String read(InputStream in, Limits limits) {
      throw new UnsupportedOperationException("The node only writes it");
    }
  }

  private static Route<NoInput, String> route(
      String basePath, String id, String path, ErrorFormat errors) {
    return new Route<>(
        basePath,
        Operation.<NoInput, String>builder(id, Method.GET, path)
            .output(new Text())
            .errors(List.of(errors))
            .input(NoInput.NONE),
        Access.OPEN,
        (input, call) -> CompletableFuture.completedFuture(""));
  }

  private static final RouteTable TABLE =
      new RouteTable(
          List.of(
              route("/open311", "test.open.list", "/requests", ProblemDetails.FORMAT),
              route("", "test.entity.get", "/.well-known/entity", OAuthErrors.FORMAT),
              route("/trust/fetch", "test.trust.fetch", "", OAuthErrors.FORMAT)));

  @ParameterizedTest
  @CsvSource({
    "/open311/requests, test.open.list",
    "/.well-known/entity, test.entity.get",
    "/trust/fetch, test.trust.fetch"
  })
  void find_pathOfAnOperation_isItsRoute(String path, String operation) {
    assertThat(TABLE.find("GET", path))
        .isInstanceOfSatisfying(
            RouteTable.Found.class,
            found -> assertThat(found.route().operation().id()).isEqualTo(operation));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/open311",
        "/open311/",
        "/open311requests",
        "/open311/requests/",
        "/trust",
        "/trust/fetch/",
        "/trust/fetchx",
        "/trust/fetch/x"
      })
  void find_anotherPath_isMissing(String path) {
    assertThat(TABLE.find("GET", path)).isInstanceOf(RouteTable.Missing.class);
  }

  @Test
  void find_anotherMethod_namesTheRightOne() {
    assertThat(TABLE.find("POST", "/trust/fetch"))
        .isEqualTo(new RouteTable.WrongMethod(List.of("GET")));
  }

  @Test
  void errorsAt_endpointWithoutAPathBelow_areItsOwn() {
    RouteTable table =
        new RouteTable(List.of(route("/trust/fetch", "test.trust.fetch", "", OAuthErrors.FORMAT)));
    assertThat(table.errorsAt("/trust/fetch")).containsExactly(OAuthErrors.FORMAT);
    assertThat(table.errorsAt("/trust/fetch/x")).containsExactly(OAuthErrors.FORMAT);
    assertThat(table.errorsAt("/trust/fetchx")).containsExactly(ProblemDetails.FORMAT);
  }

  @Test
  void errorsAt_endpointAtTheRoot_areNotThoseOfEveryPath() {
    RouteTable table =
        new RouteTable(
            List.of(route("", "test.entity.get", "/.well-known/entity", OAuthErrors.FORMAT)));
    assertThat(table.errorsAt("/.well-known/entity")).containsExactly(OAuthErrors.FORMAT);
    assertThat(table.errorsAt("/.well-known/other")).containsExactly(ProblemDetails.FORMAT);
  }
}
