package id.simpul.node.internal.store.commit;

import id.simpul.node.internal.store.StoreException;
import java.sql.SQLException;

/**
 * Where sessions come from, and what their failures mean.
 *
 * @param <S> the kind of session
 */
public interface SessionSource<S extends WriteSession> {

  /**
   * Names the store in messages.
   *
   * @return for example the name of its file
   */
  String name();

  /**
   * Opens a session with its settings made and verified.
   *
   * @return the session
   * @throws SQLException when the database cannot be opened
   */
  S open() throws SQLException;

  /**
   * Says what a failure of a session means.
   *
   * @param failure the failure
   * @param where what was being done
   * @return the typed failure
   */
  StoreException explain(SQLException failure, String where);
}
