package id.simpul.core.internal.http;

import id.simpul.core.ClientConfig;
import id.simpul.core.RequestOptions;
import id.simpul.core.spi.CallObserver;
import id.simpul.core.support.Notes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A server on loopback that answers as told, and a client whose waits take no time. */
final class Rig implements AutoCloseable {
  static final Notes.Note NOTE = new Notes.Note("a1", "jalan rusak & gelap");
  static final String JSON = "{\"id\":\"a1\",\"text\":\"jalan rusak & gelap\"}";

  final MockWebServer server = new MockWebServer();
  final ScriptedPulse time = new ScriptedPulse();
  final List<CallObserver.Attempt> attempts = new CopyOnWriteArrayList<>();
  final HttpOperationClient client;

  Rig() {
    this(config -> config);
  }

  Rig(UnaryOperator<ClientConfig.Builder> settings) {
    this(settings, new AsyncCalls());
  }

  Rig(UnaryOperator<ClientConfig.Builder> settings, AsyncCalls async) {
    try {
      server.start(InetAddress.getLoopbackAddress(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ClientConfig.Builder config = ClientConfig.builder(base()).observer(attempts::add);
    this.client = new HttpOperationClient(settings.apply(config).build(), time.pulse(), async);
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getPort() + "/base");
  }

  static MockResponse.Builder json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "application/json")
        .body(body);
  }

  static MockResponse.Builder ok() {
    return json(200, JSON);
  }

  static MockResponse.Builder status(int status) {
    return new MockResponse.Builder().code(status);
  }

  Rig answer(MockResponse.Builder... answers) {
    for (MockResponse.Builder answer : answers) {
      server.enqueue(answer.build());
    }
    return this;
  }

  /** Makes one exchange, so that classes are loaded and a connection stands. */
  Rig warm() {
    answer(ok());
    submit();
    taken();
    attempts.clear();
    return this;
  }

  Notes.Note read() {
    return client.call(Notes.READ, "a1", RequestOptions.NONE).body();
  }

  Notes.Note submit() {
    return client.call(Notes.SUBMIT, NOTE, RequestOptions.NONE).body();
  }

  RecordedRequest taken() {
    try {
      RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
      if (request == null) {
        throw new AssertionError("The server got no request");
      }
      return request;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Requests the server has read, none of them waited for. */
  int requests() {
    return server.getRequestCount();
  }

  List<String> results() {
    return attempts.stream().map(CallObserver.Attempt::result).toList();
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
