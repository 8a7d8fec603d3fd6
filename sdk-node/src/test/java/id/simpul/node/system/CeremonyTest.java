package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the ceremony, each as a process, without a running node. */
class CeremonyTest {
  private static final int WRONG_USE = 2;
  private static final String PROVINCE = "https://simpul.prov-jambi.example";
  private static final String CITY = "https://simpul.jambi.example";
  private static final Pattern FINGERPRINT =
      Pattern.compile("fingerprint +((?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4})");

  @TempDir Path folder;

  @BeforeEach
  void init() throws Exception {
    run("province", "init", "--base-url", PROVINCE, "--region", "15", "--authority", "true");
    run("city", "init", "--base-url", CITY, "--region", "15.71", "--superiors", PROVINCE);
  }

  /** Runs a command with the configuration of a node; the command must not show a secret. */
  private Program.Result run(String node, String... args) throws Exception {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    Path home = Files.createDirectories(folder.resolve(node));
    all.addAll(List.of("--config", home.resolve("node.properties").toString()));
    Program.Result result = Program.run(folder, all.toArray(String[]::new));
    assertThat(result.out() + result.err()).doesNotContain("PRIVATE KEY").doesNotContain("\tat ");
    return result;
  }

  private String enrol() throws Exception {
    Program.Result result =
        run("city", "enrol", "--superior", PROVINCE, "--out", request().toString());
    assertThat(result.exitCode()).as(result.err()).isZero();
    Matcher fingerprint = FINGERPRINT.matcher(result.out());
    assertThat(fingerprint.find()).as(result.out()).isTrue();
    return fingerprint.group(1);
  }

  private Path request() {
    return folder.resolve("request.json");
  }

  private Program.Result approve(String fingerprint, String... flags) throws Exception {
    List<String> all =
        new ArrayList<>(
            List.of("authority", "approve", request().toString(), "--fingerprint", fingerprint));
    all.addAll(List.of(flags));
    return run("province", all.toArray(String[]::new));
  }

  @Test
  void enrol_again_writesTheSameRequestAndNoSecret() throws Exception {
    String fingerprint = enrol();
    String first = Files.readString(request());

    assertThat(enrol()).isEqualTo(fingerprint);
    assertThat(request()).content().isEqualTo(first).doesNotContain("\"d\"");
  }

  @Test
  void approve_fingerprintOfTheLetter_takesTheEntityInOnceAndLists() throws Exception {
    String fingerprint = enrol();

    Program.Result approved = approve(fingerprint.toLowerCase(Locale.ROOT));
    assertThat(approved.exitCode()).as(approved.err()).isZero();
    assertThat(approved.out()).contains("15.71; it speaks of residents of no other");
    String listed = run("province", "authority", "list").out();
    assertThat(listed).contains("active", fingerprint, CITY, "\"max_path_length\":0");

    assertThat(approve(fingerprint).out()).contains("nothing has changed");
    assertThat(run("province", "authority", "list").out()).isEqualTo(listed);
  }

  @Test
  void approve_again_keepsTheConditionsUntilTheyAreForgotten() throws Exception {
    approve(enrol(), "--permit-names", "simpul.jambi.example", "--max-path-length", "1");
    run("city", "rotate-keys", "--start");
    String fingerprint = enrol();

    String again = approve(fingerprint).out();
    assertThat(again).contains("authority    yes", "\"max_path_length\":1", "naming_constraints");
    String changed = approve(fingerprint, "--max-path-length", "0").out();
    assertThat(changed).contains("authority    no", "\"max_path_length\":0", "naming_constraints");
    String anew = approve(fingerprint, "--anew").out();
    assertThat(anew).contains("conditions   {\"max_path_length\":0}");
    assertThat(run("province", "authority", "list").out())
        .contains(fingerprint, "{\"max_path_length\":0}")
        .doesNotContain("naming_constraints");
  }

  @Test
  void approve_conditionsThatLeaveTheEntityItselfOut_areRefusedOrNoted() throws Exception {
    String fingerprint = enrol();

    Program.Result refused = approve(fingerprint, "--permit-names", ".kec.jambi.example");
    assertThat(refused.exitCode()).isEqualTo(WRONG_USE);
    assertThat(refused.err()).contains("--permit-names", "host of " + CITY);
    assertThat(run("province", "authority", "list").out()).contains("Nobody");
    assertThat(approve(fingerprint, "--entity-types", "openid_provider").out())
        .contains("leaves out simpul_node");
  }

  @Test
  void approve_requestThatWantsToBeAnAuthority_isNoneUnlessThisSideSaysSo() throws Exception {
    String fingerprint = enrol();
    String wanted =
        Files.readString(request())
            .replaceFirst("\"intermediate\" ?: ?false", "\"intermediate\": true");
    Files.writeString(request(), wanted);

    String approved = approve(fingerprint).out();
    assertThat(approved)
        .contains("roles        simpul_node", "authority    no", "\"max_path_length\":0")
        .contains("asks to be an authority");
    assertThat(approve(fingerprint, "--max-path-length", "1").out())
        .contains("authority    yes", "\"max_path_length\":1")
        .doesNotContain("asks to be");
  }

  @Test
  void approve_otherFingerprint_isRefusedAndTellsNotTheRightOne() throws Exception {
    String fingerprint = enrol();

    Program.Result refused = approve("0000-0000-0000-0000-0000");

    assertThat(refused.exitCode()).isEqualTo(WRONG_USE);
    assertThat(refused.out() + refused.err())
        .contains("--fingerprint", "letter")
        .doesNotContain(fingerprint);
    assertThat(run("province", "authority", "list").out()).contains("Nobody");
  }

  @Test
  void approve_nameChangedOnTheWay_isRefused() throws Exception {
    String fingerprint = enrol();
    Files.writeString(
        request(), Files.readString(request()).replace("simpul.jambi.", "simpul.jambl."));

    assertThat(approve(fingerprint).exitCode()).isEqualTo(WRONG_USE);
  }

  @Test
  void approve_requestForAnother_isRefused() throws Exception {
    String fingerprint = enrol();
    Files.writeString(request(), Files.readString(request()).replace(PROVINCE, CITY + "/x"));

    assertThat(approve(fingerprint).err()).contains("not this node");
  }

  @Test
  void approve_nodeThatIsNoAuthority_isRefused() throws Exception {
    String fingerprint = enrol();

    Program.Result refused =
        run("city", "authority", "approve", request().toString(), "--fingerprint", fingerprint);

    assertThat(refused.exitCode()).isEqualTo(WRONG_USE);
    assertThat(refused.err()).contains("authority=true");
  }

  @Test
  void suspend_entity_isListedSoUntilItIsApprovedAgain() throws Exception {
    String fingerprint = enrol();
    approve(fingerprint);

    assertThat(run("province", "authority", "suspend", CITY).out()).contains("now", "7 days");
    assertThat(run("province", "authority", "suspend", CITY).out()).contains("nothing has changed");
    assertThat(run("province", "authority", "list").out()).contains("suspended");
    approve(fingerprint);
    assertThat(run("province", "authority", "list").out()).contains("active");
    assertThat(run("province", "authority", "suspend", CITY + "/x").exitCode())
        .isEqualTo(WRONG_USE);
  }

  @Test
  void rotateKeys_everyStage_waitsForItsDayAndMayBeRunAgain() throws Exception {
    assertThat(run("province", "rotate-keys").out()).contains("no rotation is under way");
    String started = run("province", "rotate-keys", "--start").out();
    assertThat(started).contains("1 of 3");
    assertThat(run("province", "rotate-keys", "--start").out()).contains("1 of 3", "again from");

    assertThat(run("province", "rotate-keys", "--now").out()).contains("2 of 3", "is deleted");
    assertThat(run("province", "rotate-keys").out()).contains("2 of 3", "again from");
    assertThat(run("province", "rotate-keys", "--now").out()).contains("3 of 3");
    assertThat(run("province", "rotate-keys").out()).contains("no rotation is under way");
  }

  @Test
  void rotateKeys_ofCredentials_publishesTheOldKeyForAYearOrUntilItIsWithdrawn() throws Exception {
    String keys = "--of=credentials";
    assertThat(run("city", "rotate-keys", keys, "--start").out()).contains("1 of 2");
    assertThat(run("city", "rotate-keys", keys).out()).contains("1 of 2", "again from");

    assertThat(run("city", "rotate-keys", keys, "--now").out())
        .contains("2 of 2", "is deleted", "stays published until");
    assertThat(run("city", "rotate-keys", keys).out())
        .contains("which signs no more, until", "no rotation is under way");

    assertThat(run("city", "rotate-keys", keys, "--withdraw").out()).contains("withdrawn");
    assertThat(run("city", "rotate-keys", keys).out()).doesNotContain("which signs no more");
    assertThat(run("city", "rotate-keys", "--withdraw").exitCode()).isEqualTo(WRONG_USE);
  }

  @Test
  void rotateKeys_lastStage_asksForALastEnrolment() throws Exception {
    run("city", "rotate-keys", "--start");
    run("city", "rotate-keys", "--now");
    String done = run("city", "rotate-keys", "--now").out();
    assertThat(done).contains("3 of 3", "enrol --superior " + PROVINCE, "vouch for the old key");
  }

  @Test
  void rotateKeys_nobodyAboveVouchesForTheNextKey_doesNotSwitch() throws Exception {
    run("city", "rotate-keys", "--start");
    Path index = find(folder.resolve("city"), "federation-key.ring.json");
    String published = Files.readString(index);
    String longAgo = "\"since\" : \"2026-01-01T00:00:00Z\"";
    Files.writeString(index, published.replaceFirst("\"since\" ?: ?\"[^\"]+\"", longAgo));
    String before = Files.readString(index);
    assertThat(before).isNotEqualTo(published).contains("\"next\"");

    Program.Result refused = run("city", "rotate-keys");

    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.out()).contains("1 of 3", "approved").doesNotContain("2 of 3");
    assertThat(index).content().isEqualTo(before);
  }

  private static Path find(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }

  @Test
  void rotateKeys_start_changesTheFingerprint() throws Exception {
    String before = enrol();
    run("city", "rotate-keys", "--start");

    assertThat(enrol()).isNotEqualTo(before);
  }

  @Test
  void doctor_openKeyAndNodeThatDoesNotRun_failsAndSaysWhatToDo() throws Exception {
    Path key = folder.resolve("city/data/federation-key.pem");
    Files.setPosixFilePermissions(
        folder.resolve("city/data"), PosixFilePermissions.fromString("rwxr-xr-x"));

    Program.Result result = run("city", "doctor");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("FAIL", "chmod go-rwx", "does not answer", "start the node", "What now");
    assertThat(key).exists();
  }

  @Test
  void explain_noAnchor_saysSo() throws Exception {
    Program.Result result = run("city", "explain", PROVINCE);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("NOT trusted", "trust-anchors-file");
  }

  @Test
  void help_everyCommand_saysWhatItDoes() throws IOException, InterruptedException {
    for (String command :
        List.of(
            "run",
            "init",
            "enrol",
            "authority approve",
            "authority suspend",
            "authority list",
            "rotate-keys",
            "explain",
            "doctor")) {
      List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
      words.add("--help");
      Program.Result help = Program.run(folder, words.toArray(String[]::new));
      assertThat(help.exitCode()).as(command).isZero();
      assertThat(help.out()).contains("simpul-node " + command, "--config");
    }
  }
}
