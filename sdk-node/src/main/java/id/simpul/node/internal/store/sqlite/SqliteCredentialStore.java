package id.simpul.node.internal.store.sqlite;

import id.simpul.identity.credential.StatusReference;
import id.simpul.identity.credential.TokenStatus;
import id.simpul.identity.issuance.IssuanceGrant;
import id.simpul.identity.issuance.Redemption;
import id.simpul.identity.issuance.StoredOffer;
import id.simpul.identity.issuance.StoredToken;
import id.simpul.node.internal.store.CaseOutcome;
import id.simpul.node.internal.store.CaseStatus;
import id.simpul.node.internal.store.CredentialEvents;
import id.simpul.node.internal.store.CredentialStore;
import id.simpul.node.internal.store.Event;
import id.simpul.node.internal.store.NewCase;
import id.simpul.node.internal.store.NewEvent;
import id.simpul.node.internal.store.StreamId;
import id.simpul.node.internal.store.SubmissionOutcome;
import id.simpul.node.internal.store.sqlite.EventTable.StreamRow;
import id.simpul.node.internal.store.vault.IdentityVault;
import id.simpul.node.internal.store.vault.SealedIdentity;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The issuer's memory in the one SQLite file, which several processes may share. */
final class SqliteCredentialStore implements CredentialStore {
  private final SqliteWork work;
  private final IdentityVault vault;
  private final InstantSource clock;

  SqliteCredentialStore(SqliteWork work, IdentityVault vault, InstantSource clock) {
    this.work = work;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public CaseOutcome open(NewCase opened) {
    StoredOffer offer = opened.offer();
    SealedIdentity sealed = CredentialTables.seal(vault, offer);
    SealedIdentity receipt =
        opened
            .receipt()
            .map(plain -> CredentialTables.sealReceipt(vault, offer.code(), plain))
            .orElse(null);
    StreamId id = new StreamId(offer.grant().reference());
    Instant now = clock.instant();
    NewEvent offered = CredentialEvents.offered(opened, now);
    return work.write(session -> {
      SubmissionOutcome outcome = session.start(id, offered, opened.idempotency().orElse(null));
      if (outcome instanceof SubmissionOutcome.Appended appended) {
        long stream = appended.event().sequence();
        CaseTables.insertStatus(session.connection(), stream, 1, TokenStatus.VALID);
        CredentialTables.insert(session.connection(), offer, sealed, receipt);
        return new CaseOutcome.Opened();
      }
      return outcome instanceof SubmissionOutcome.Replayed earlier
          ? replayed(session, earlier.stream(), now)
          : new CaseOutcome.KeyConflict();
    });
  }

  private CaseOutcome replayed(LogSession session, StreamId earlier, Instant now)
      throws SQLException {
    Optional<byte[]> receipt =
        CredentialTables.receipt(session.connection(), vault, earlier.value(), now);
    return receipt.isPresent() ? new CaseOutcome.Replayed(receipt.get()) : new CaseOutcome.Ended();
  }

  @Override
  public boolean isOpen(String code, Instant now) {
    return work.read(
        "offer",
        session -> {
          PreparedStatement select =
              session.statement("SELECT expires_at FROM credential_offer WHERE code = ?");
          select.setString(1, code);
          try (ResultSet row = select.executeQuery()) {
            return row.next() && row.getLong(1) > Micros.of(now);
          }
        });
  }

  @Override
  public Redemption redeem(
      String code,
      @Nullable String txCode,
      Function<IssuanceGrant, StoredToken> token,
      Instant now) {
    return work.write(session -> {
      Optional<StoredOffer> offer = CredentialTables.offer(session.connection(), vault, code);
      if (offer.isEmpty()) {
        return Redemption.UNKNOWN;
      }
      StoredOffer.Decision decision = offer.get().decide(txCode, now);
      if (decision.answer() instanceof Redemption.Redeemed redeemed) {
        StoredToken kept = token.apply(redeemed.grant());
        CredentialTables.insert(session.connection(), kept, CredentialTables.seal(vault, kept));
      }
      StoredOffer rest = decision.rest();
      if (rest == null) {
        session.erase("DELETE FROM credential_offer WHERE code = ?", code);
      } else {
        CredentialTables.tried(session.connection(), rest);
      }
      return decision.answer();
    });
  }

  @Override
  public Optional<StoredToken> find(String token, Instant now) {
    return work.read("token", session -> CredentialTables.token(session, vault, token, now));
  }

  @Override
  public Taking take(String token, List<StatusReference> places, Instant now) {
    if (new HashSet<>(places).size() < places.size()) {
      throw new IllegalArgumentException("Each copy has a place of its own");
    }
    NewEvent issued = CredentialEvents.issued(places, clock.instant());
    return work.write(session -> {
      // Everything is looked at before anything is written: others share the transaction.
      Optional<StreamId> id =
          CredentialTables.reference(session.connection(), token, now).map(StreamId::new);
      Optional<StreamRow> stream = id.isPresent() ? session.find(id.get()) : Optional.empty();
      if (stream.isEmpty() || !isValid(session, stream.get())) {
        return Taking.GONE;
      }
      for (StatusReference place : places) {
        if (CaseTables.isGivenOut(session.connection(), place)) {
          return Taking.PLACE_GIVEN_OUT;
        }
      }
      session.add(id.get(), stream.get(), issued);
      for (StatusReference place : places) {
        CaseTables.insertPlace(session.connection(), place, stream.get().number());
      }
      session.erase("DELETE FROM access_token WHERE token = ?", token);
      return Taking.TAKEN;
    });
  }

  private static boolean isValid(LogSession session, StreamRow stream) throws SQLException {
    return CaseTables.status(session.connection(), stream.number())
        .filter(TokenStatus.VALID::equals)
        .isPresent();
  }

  @Override
  public CaseStatus.Outcome setStatus(CaseStatus change) {
    StreamId id = new StreamId(change.reference());
    NewEvent event = CredentialEvents.statusSet(change, clock.instant());
    return work.write(session -> {
      Optional<StreamRow> stream = session.find(id);
      Optional<TokenStatus> current =
          stream.isPresent()
              ? CaseTables.status(session.connection(), stream.get().number())
              : Optional.empty();
      if (current.isEmpty()) {
        return CaseStatus.Outcome.UNKNOWN;
      }
      if (current.get().equals(change.status())) {
        return CaseStatus.Outcome.UNCHANGED;
      }
      if (current.get().equals(TokenStatus.INVALID)) {
        return CaseStatus.Outcome.FINAL;
      }
      Event written = session.add(id, stream.get(), event);
      CaseTables.insertStatus(
          session.connection(), stream.get().number(), written.streamSequence(), change.status());
      if (!change.status().equals(TokenStatus.VALID)) {
        session.erase("DELETE FROM credential_offer WHERE reference = ?", id.value());
        session.erase("DELETE FROM access_token WHERE reference = ?", id.value());
      }
      return CaseStatus.Outcome.SET;
    });
  }

  @Override
  public int taken(URI list) {
    return work.read("status list", session -> CaseTables.taken(session, list));
  }

  @Override
  public Optional<TokenStatus> find(URI list, int index) {
    return work.read("status", session -> CaseTables.find(session, list, index));
  }

  @Override
  public Map<Integer, TokenStatus> notValid(URI list) {
    return work.read("status list", session -> CaseTables.notValid(session, list));
  }
}
