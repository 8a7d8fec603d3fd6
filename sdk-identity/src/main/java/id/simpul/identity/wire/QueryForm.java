package id.simpul.identity.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.credential.ClaimPath;
import id.simpul.identity.internal.issuance.Members;
import id.simpul.identity.issuance.CredentialConfiguration;
import id.simpul.identity.presentation.CredentialQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A query for one credential as DCQL writes it (OpenID4VP 1.0, section 6). */
final class QueryForm {
  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,5}");

  private QueryForm() {}

  static JsonObject write(CredentialQuery query) {
    JsonObject credential =
        JsonObject.builder()
            .put("id", query.id())
            .put("format", CredentialConfiguration.FORMAT)
            .put(
                "meta",
                JsonObject.builder().put("vct_values", JsonArray.ofStrings(query.types())).build())
            .put(
                "claims",
                new JsonArray(query.claims().stream().<JsonValue>map(QueryForm::claim).toList()))
            .build();
    return JsonObject.builder().put("credentials", new JsonArray(List.of(credential))).build();
  }

  private static JsonObject claim(ClaimPath path) {
    return JsonObject.builder()
        .put("path", new JsonArray(path.steps().stream().map(QueryForm::step).toList()))
        .build();
  }

  private static JsonValue step(ClaimPath.Step step) {
    return step instanceof ClaimPath.Element element
        ? JsonNumber.of(element.index())
        : new JsonString(((ClaimPath.Member) step).name());
  }

  // What would change the meaning of a query must not be overlooked.
  static CredentialQuery read(Members dcql) throws FormatException {
    refuse(dcql, "credential_sets");
    Members credential = dcql.objects("credentials", 1).get(0);
    refuse(credential, "claim_sets");
    refuse(credential, "trusted_authorities");
    if (credential.flag("multiple")) {
      throw new FormatException("/credentials/0/multiple", "one credential is shown at a time");
    }
    if (!credential.text("format").equals(CredentialConfiguration.FORMAT)) {
      throw new FormatException("/credentials/0/format", "is not dc+sd-jwt");
    }
    List<ClaimPath> claims = new ArrayList<>();
    for (Members claim : credential.objects("claims", CredentialQuery.MAX_CLAIMS)) {
      refuse(claim, "values");
      claims.add(path(claim));
    }
    return new CredentialQuery(
        credential.text("id"),
        credential
            .object("meta")
            .texts("vct_values", CredentialQuery.MAX_TYPES, CredentialQuery.MAX_TYPE_LENGTH),
        claims);
  }

  private static void refuse(Members members, String name) throws FormatException {
    if (members.has(name)) {
      throw new FormatException(name, "is not spoken here");
    }
  }

  private static ClaimPath path(Members claim) throws FormatException {
    ClaimPath path = ClaimPath.of();
    for (JsonValue step : claim.items("path", CredentialQuery.MAX_STEPS)) {
      if (step instanceof JsonString name) {
        path = path.member(name.value());
      } else if (step instanceof JsonNumber index && INDEX.matcher(index.lexeme()).matches()) {
        path = path.element(Integer.parseInt(index.lexeme()));
      } else {
        throw new FormatException("path", "names and positions are spoken here");
      }
    }
    return path;
  }
}
