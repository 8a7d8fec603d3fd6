package id.simpul.fuzz.identity;

import static id.simpul.fuzz.Invariant.keepsSilent;
import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.FormatException;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.identity.credential.resident.Resident;
import id.simpul.identity.presentation.CredentialQuery;
import id.simpul.identity.wire.QueryDocument;
import id.simpul.identity.wire.ResidentDocument;
import java.util.Arrays;

/** What a node keeps between two requests: a query, and a resident to be. */
public final class KeptDocumentsTarget implements FuzzTarget {
  /** Makes the target. */
  public KeptDocumentsTarget() {}

  @Override
  public void run(byte[] input) throws FormatException {
    query(input);
    resident(input);
  }

  private static void query(byte[] input) throws FormatException {
    CredentialQuery query;
    try {
      query = QueryDocument.read(input);
    } catch (FormatException e) {
      keepsSilent(e);
      return;
    }
    CredentialQuery again = QueryDocument.read(QueryDocument.write(query));
    require(again.equals(query), "a query changes when written");
  }

  private static void resident(byte[] input) throws FormatException {
    Resident resident;
    try {
      resident = ResidentDocument.read(input);
    } catch (FormatException e) {
      keepsSilent(e);
      return;
    }
    byte[] written = ResidentDocument.write(resident);
    byte[] again = ResidentDocument.write(ResidentDocument.read(written));
    require(Arrays.equals(again, written), "a resident changes when written");
  }
}
