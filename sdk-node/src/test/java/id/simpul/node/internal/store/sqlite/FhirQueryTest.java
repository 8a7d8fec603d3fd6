package id.simpul.node.internal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.node.internal.store.Digest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which condition a search goes by. */
class FhirQueryTest {
  private static final Digest COMMON = term("umum");
  private static final Digest RARE = term("langka");

  private ReadSession session;
  private Connection database;

  private static Digest term(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @BeforeEach
  void open() throws SQLException {
    database = DriverManager.getConnection("jdbc:sqlite::memory:");
    session = new ReadSession(database);
    try (Statement create = database.createStatement()) {
      create.execute(
          "CREATE TABLE fhir_term (term BLOB, stream INTEGER, PRIMARY KEY (term, stream))"
              + " WITHOUT ROWID");
    }
  }

  @AfterEach
  void close() throws SQLException {
    session.close();
  }

  private void found(Digest term, int many) throws SQLException {
    try (PreparedStatement insert =
        database.prepareStatement(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
                + " INSERT INTO fhir_term SELECT ?, i FROM n")) {
      insert.setInt(1, many);
      insert.setBytes(2, term.bytes());
      insert.executeUpdate();
    }
  }

  @ParameterizedTest
  @CsvSource({"1000, 999", "1001, 1000", "17000, 15999", "17000, 16000", "256000, 255999"})
  void rarest_whateverTheOrder_isTheOneThatFindsLess(int more, int less) throws SQLException {
    found(COMMON, more);
    found(RARE, less);

    assertThat(FhirQuery.rarest(session, List.of(Set.of(COMMON), Set.of(RARE)))).isEqualTo(1);
    assertThat(FhirQuery.rarest(session, List.of(Set.of(RARE), Set.of(COMMON)))).isZero();
  }

  @Test
  void rarest_allFindTooMuchToTell_isTheFirst() throws SQLException {
    found(COMMON, FhirQuery.MAX_PROBE + 1);
    found(RARE, FhirQuery.MAX_PROBE);

    assertThat(FhirQuery.rarest(session, List.of(Set.of(COMMON), Set.of(RARE)))).isZero();
  }

  @Test
  void rarest_noneOrOne_needsNoLook() throws SQLException {
    assertThat(FhirQuery.rarest(session, List.of())).isEqualTo(-1);
    assertThat(FhirQuery.rarest(session, List.of(Set.of(COMMON)))).isZero();
  }
}
