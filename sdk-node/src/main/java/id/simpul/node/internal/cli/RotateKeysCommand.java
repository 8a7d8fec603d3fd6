package id.simpul.node.internal.cli;

import id.simpul.core.operation.Violation;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.node.NodeConfig;
import id.simpul.node.NodeCredentials;
import id.simpul.node.internal.config.ConfigLoader;
import id.simpul.node.internal.config.KeyRing;
import id.simpul.node.internal.config.RetiredKey;
import id.simpul.node.internal.config.Settings;
import id.simpul.node.internal.federation.FederationFiles;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rolls keys over, a stage at a time. */
final class RotateKeysCommand implements Command {
  /** What keys are for. */
  private enum Purpose {
    FEDERATION,
    MESSAGES,
    CREDENTIALS;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String name() {
    return "rotate-keys";
  }

  @Override
  public String usage() {
    return "[--start] [--now | --withdraw]"
        + " [--of federation|messages|credentials|health-certificates] --config FILE";
  }

  @Override
  public String summary() {
    return "roll keys over: publish the next, switch, remove the old";
  }

  @Override
  public List<String> help() {
    return List.of(
        "--start makes a next key and publishes it beside the present one. Then run it without",
        "--start, as often as you like: when the day has come it takes the next step, before",
        "that it says which day that is. The steps are: publish, wait until everybody has seen",
        "the new key, switch to it, wait until nothing the old one signed holds any more, remove",
        "it. Each wait is as long as statements hold (statement-days).",
        "--of federation (the default): the keys statements are signed with. Whoever stands",
        "above has to approve the new key before it signs, each of them: run simpul-node enrol",
        "after --start. Run it again after the last step, so that they vouch for the old key no",
        "more; the rotation is not done before that is approved.",
        "Whoever has pinned this node as an anchor has to pin the new key, too.",
        "--of messages: the keys requests and answers are signed with. Restart the node after",
        "each step; it does not switch before the node publishes the new key, and counts the",
        "days from then. Peers that have pinned the old key have to pin the new one.",
        "--of credentials: the keys residents' credentials and status lists are signed with.",
        "Restart the node after each step. The old key stays published until the last credential",
        "it signed has ended, "
            + NodeCredentials.KEY_LIFETIME.toDays()
            + " days after the switch, and needs no step for that.",
        "--of health-certificates: who signs health certificates. --start makes the next signer,",
        "which the node publishes after a restart and signs with when its certificate begins. Run",
        "it again then: it deletes the old key. The old certificate stays published until it ends,",
        "so what it signed stays good.",
        "--withdraw, with --of credentials, publishes old keys no more: every credential they",
        "signed is refused from then on and has to be issued anew. For a key that was stolen.",
        "--now does not wait. For a key that was lost or stolen: some will refuse this node",
        "until they have seen the new key.");
  }

  /** What one run needs to know. */
  private record Run(NodeConfig config, KeyRing ring, Purpose purpose, boolean now) {
    boolean federation() {
      return purpose == Purpose.FEDERATION;
    }
  }

  @Override
  public int run(Arguments arguments, Shell shell) {
    boolean start = arguments.has("--start");
    boolean now = arguments.has("--now");
    boolean withdraw = arguments.has("--withdraw");
    String of = arguments.take("--of").orElse(Purpose.FEDERATION.word());
    if (of.equals(HealthSignerStep.WORD) && !withdraw) {
      return healthSigners(arguments.settings(shell), shell).run(start, now);
    }
    Purpose purpose = purpose(of);
    if (withdraw && purpose != Purpose.CREDENTIALS) {
      throw Arguments.wrong(Violation.CONFLICT, "--withdraw", "goes with --of credentials");
    }
    Settings settings = arguments.settings(shell);
    NodeConfig config = ConfigLoader.load(settings, shell.random(), shell.clock());
    Run run = new Run(config, ring(purpose, settings, config, shell), purpose, now);
    shell.line("keys", "of " + purpose.word() + ", signing with " + run.ring().signing().keyId());
    if (withdraw) {
      return withdraw(run, shell);
    }
    if (run.ring().next().isPresent()) {
      return switchOver(run, run.ring().next().get(), shell);
    }
    if (run.ring().previous().isPresent()) {
      return remove(run, shell);
    }
    return start ? publish(run, shell) : nothing(run, shell);
  }

  private static HealthSignerStep healthSigners(Settings settings, Shell shell) {
    NodeConfig config = ConfigLoader.load(settings, shell.random(), shell.clock());
    return new HealthSignerStep(
        config, ConfigLoader.healthSigners(settings, shell.random()), shell);
  }

  private static Purpose purpose(String word) {
    return Arrays.stream(Purpose.values())
        .filter(p -> p.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            Arguments.wrong(
                Violation.CHOICE,
                "--of",
                "must be federation, messages, credentials or health-certificates"));
  }

  private static KeyRing ring(Purpose purpose, Settings settings, NodeConfig config, Shell shell) {
    return switch (purpose) {
      case FEDERATION ->
          KeyRing.open(new FederationFiles(config.dataDirectory()).firstKey(), shell.random());
      case MESSAGES -> KeyRing.open(ConfigLoader.signingKeyFile(settings), shell.random());
      case CREDENTIALS -> KeyRing.ofCredentials(config.dataDirectory(), shell.random());
    };
  }

  private static int withdraw(Run run, Shell shell) {
    Instant now = shell.clock().instant();
    List<RetiredKey> old = run.ring().stillNeeded(now);
    run.ring().withdraw(now);
    old.forEach(key -> shell.line("withdrawn", key.key().kid()));
    if (old.isEmpty()) {
      shell.line("stage", "no old key is published; to replace the present one, --start and --now");
    } else {
      shell.line("note", "the credentials these keys signed are refused once others see it");
      restart(run, shell);
    }
    return DONE;
  }

  private static int nothing(Run run, Shell shell) {
    for (RetiredKey old : run.ring().stillNeeded(shell.clock().instant())) {
      shell.line("published", old.key().kid() + ", which signs no more, until " + old.until());
    }
    shell.line("stage", "no rotation is under way; these keys since " + run.ring().since());
    shell.line("next", "simpul-node rotate-keys --start begins one");
    return DONE;
  }

  private static int publish(Run run, Shell shell) {
    KeyRing ring = run.ring().publishNext(shell.random(), shell.clock().instant());
    shell.line(
        "stage", stage(run, 1) + ": published the next key " + ring.next().orElseThrow().keyId());
    if (run.federation()) {
      for (EntityId superior : run.config().federation().superiors()) {
        shell.line("next", "simpul-node enrol --superior " + superior + ", with a new letter");
      }
      shell.line("next", "whoever pinned this node as an anchor pins the new key, too");
    } else {
      shell.line("next", "restart the node, so that it publishes the key");
    }
    shell.line("next", "simpul-node rotate-keys again from " + due(run, ring.since()));
    return DONE;
  }

  private static int switchOver(Run run, SigningKey next, Shell shell) {
    if (!run.now() && !published(run, next, shell)) {
      return FAILED;
    }
    Instant due = due(run, run.ring().since());
    if (!run.now() && shell.clock().instant().isBefore(due)) {
      shell.line("stage", stage(run, 1) + ": the next key " + next.keyId() + " is published");
      shell.line("next", "simpul-node rotate-keys again from " + due);
      return DONE;
    }
    if (!run.now() && run.federation() && !vouched(run, next, shell)) {
      shell.line("next", "have the request of simpul-node enrol approved, then run this again");
      return FAILED;
    }
    if (run.purpose() == Purpose.CREDENTIALS) {
      return switchCredentials(run, next, shell);
    }
    KeyRing ring = run.ring().switchToNext(shell.clock().instant());
    shell.line("stage", "2 of 3: " + next.keyId() + " signs from now on");
    shell.line("note", "the private half of the old key is deleted");
    restart(run, shell);
    shell.line("next", "simpul-node rotate-keys again from " + due(run, ring.since()));
    return DONE;
  }

  // What the old key signed holds for a year, so there is no third step to wait for.
  private static int switchCredentials(Run run, SigningKey next, Shell shell) {
    Instant now = shell.clock().instant();
    Instant until = now.plus(NodeCredentials.KEY_LIFETIME);
    run.ring().switchToNext(now, until);
    shell.line("stage", "2 of 2: " + next.keyId() + " signs from now on; the rotation is done");
    shell.line("note", "the private half of the old key is deleted");
    shell.line("note", "its public half stays published until " + until);
    restart(run, shell);
    return DONE;
  }

  // A key that somebody above does not know would make this node's statements worthless there.
  private static boolean vouched(Run run, SigningKey next, Shell shell) {
    return new NextKeySeen(run.config(), next, shell).isVouchedForByAll();
  }

  // The days count from when others could see the key, which takes a restart.
  private static boolean published(Run run, SigningKey next, Shell shell) {
    if (run.purpose() != Purpose.MESSAGES) {
      return true;
    }
    Optional<Boolean> published = new NextKeySeen(run.config(), next, shell).isPublished();
    if (published.isEmpty()) {
      shell.line("next", "start the node, see simpul-node doctor, then run this again");
    } else if (!published.get()) {
      Instant now = shell.clock().instant();
      run.ring().waitAnew(now);
      shell.line("stage", "1 of 3: the node does not publish the next key yet");
      shell.line("next", "restart the node; the days count from now");
      shell.line("next", "simpul-node rotate-keys again from " + due(run, now));
    }
    return published.orElse(false);
  }

  private static int remove(Run run, Shell shell) {
    Instant due = due(run, run.ring().since());
    if (!run.now() && shell.clock().instant().isBefore(due)) {
      shell.line("stage", "2 of 3: the old key is still published");
      shell.line("next", "simpul-node rotate-keys again from " + due);
      return DONE;
    }
    run.ring().removePrevious(shell.clock().instant());
    shell.line("stage", "3 of 3: the old key is removed");
    askToForget(run, shell);
    restart(run, shell);
    return DONE;
  }

  private static String stage(Run run, int step) {
    return step + (run.purpose() == Purpose.CREDENTIALS ? " of 2" : " of 3");
  }

  // Until they do, whoever has stolen the old key can speak for this node in chains that came
  // along.
  private static void askToForget(Run run, Shell shell) {
    if (run.federation()) {
      for (EntityId superior : run.config().federation().superiors()) {
        shell.line("next", "simpul-node enrol --superior " + superior + ", with a last letter");
      }
      shell.line("next", "until it is approved, those above still vouch for the old key");
      shell.line("next", "whoever pinned this node as an anchor takes the old key out, too");
    }
  }

  private static void restart(Run run, Shell shell) {
    if (!run.federation()) {
      shell.line("next", "restart the node");
    }
  }

  private static Instant due(Run run, Instant since) {
    return since.plus(run.config().federation().lifetime().lifetime());
  }
}
