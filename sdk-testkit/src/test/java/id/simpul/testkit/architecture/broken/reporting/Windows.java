package id.simpul.testkit.architecture.broken.reporting;

import ch.qos.logback.classic.Level;
import com.amazon.corretto.crypto.provider.SelfTestStatus;
import com.google.zxing.LuminanceSource;
import com.networknt.schema.AbsoluteIri;
import io.netty.buffer.ByteBuf;
import io.vertx.core.VertxException;
import io.vertx.core.json.DecodeException;
import java.sql.Connection;
import javax.xml.stream.XMLInputFactory;
import okhttp3.OkHttpClient;
import org.conscrypt.HandshakeListener;
import org.junit.jupiter.api.extension.Extension;
import tools.jackson.databind.JsonNode;

/** Each class lets a library in that should have come through its door. */
final class Windows {
  private Windows() {}

  static final class OkHttp {
    void use(OkHttpClient library) {}
  }

  static final class Jackson {
    void use(JsonNode library) {}
  }

  static final class Networknt {
    void use(AbsoluteIri library) {}
  }

  static final class StAX {
    void use(XMLInputFactory library) {}
  }

  static final class BouncyCastle {
    void use(org.bouncycastle.crypto.Digest library) {}
  }

  static final class Corretto {
    void use(SelfTestStatus library) {}
  }

  static final class Conscrypt {
    void use(HandshakeListener library) {}
  }

  static final class Zxing {
    void use(LuminanceSource library) {}
  }

  static final class VertX {
    void use(VertxException library) {}
  }

  static final class Netty {
    void use(ByteBuf library) {}
  }

  static final class Jdbc {
    void use(Connection library) {}
  }

  static final class VertXJson {
    void use(DecodeException library) {}
  }

  static final class Logback {
    void use(Level library) {}
  }

  static final class JavaNetHttp {
    void use(java.net.http.HttpClient library) {}
  }

  static final class Reflection {
    void use(java.lang.reflect.Method library) {}
  }

  static final class JUnit {
    void use(Extension library) {}
  }
}
