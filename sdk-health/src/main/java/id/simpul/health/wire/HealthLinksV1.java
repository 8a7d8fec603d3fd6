package id.simpul.health.wire;

import id.simpul.core.operation.Effect;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.NoInput;
import id.simpul.core.operation.Operation;
import java.util.List;

/**
 * What a recipient of a SMART Health Link asks its server. The endpoint of each is its whole
 * address. What comes out is a document nobody has looked at.
 */
public final class HealthLinksV1 {
  /** The code of a problem whose description is how many attempts are left. */
  public static final String REMAINING_ATTEMPTS = HealthLinkErrors.REMAINING_ATTEMPTS;

  /** Asks for the manifest of a link. A wrong passcode costs an attempt. */
  public static final Operation<ManifestRequest, byte[]> REQUEST_MANIFEST =
      Operation.<ManifestRequest, byte[]>builder(
              "health-links.v1.manifests.create", Method.POST, "")
          .summary("Gives the files of a link, or where they are.")
          .effect(Effect.KEYED)
          .output(new BytesFormat(MediaType.JSON))
          .errors(List.of(new HealthLinkErrors()))
          .fails(401, "The passcode is missing or wrong.")
          .fails(404, "There is no such link, or it is not active any more.")
          .fails(429, "Too many requests.")
          .input(ManifestInput.input());

  /** Gets one encrypted file. */
  public static final Operation<NoInput, byte[]> GET_FILE =
      Operation.<NoInput, byte[]>builder("health-links.v1.files.get", Method.GET, "")
          .summary("Gives one encrypted file of a link.")
          .output(new BytesFormat(new MediaType("application/jose", "")))
          .errors(List.of(new HealthLinkErrors()))
          .fails(404, "There is no such file any more.")
          .input(NoInput.NONE);

  /** Those there are. */
  public static final List<Operation<?, ?>> OPERATIONS = List.of(REQUEST_MANIFEST, GET_FILE);

  private HealthLinksV1() {}
}
