import org.jspecify.annotations.NullMarked;

/** Operations, HTTP, documents and shared values: the floor every Simpul module stands on. */
@NullMarked
module id.simpul.core {
  requires com.networknt.schema;
  requires java.xml;
  requires org.slf4j;
  requires tools.jackson.core;
  requires tools.jackson.databind;
  requires transitive okhttp3;
  requires transitive org.jspecify;

  exports id.simpul.core;
  exports id.simpul.core.format;
  exports id.simpul.core.operation;
  exports id.simpul.core.spi;
  exports id.simpul.core.value;
}
