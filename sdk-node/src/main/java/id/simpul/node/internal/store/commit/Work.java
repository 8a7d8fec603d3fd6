package id.simpul.node.internal.store.commit;

import java.sql.SQLException;

/**
 * One command, run inside a transaction it shares with others.
 *
 * @param <S> the kind of session
 * @param <R> what it answers
 */
@FunctionalInterface
public interface Work<S, R> {

  /**
   * Runs the command. May run more than once: a transaction that failed because of a neighbour is
   * rolled back and run again.
   *
   * @param session the session to write with
   * @return the answer, given to the caller after the commit
   * @throws SQLException when the database refuses; the whole transaction is rolled back. A {@code
   *     StoreException} that does not concern the store as a whole fails this command alone: before
   *     its first write that leaves the transaction as it is, after it the transaction is rolled
   *     back and its other commands are run again
   */
  R run(S session) throws SQLException;
}
