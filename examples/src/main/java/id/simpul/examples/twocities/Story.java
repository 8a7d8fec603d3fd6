package id.simpul.examples.twocities;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.reporting.Report;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportQuery;
import id.simpul.reporting.ReportingClient;
import id.simpul.reporting.ServiceCode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The whole story, chapter by chapter. */
final class Story {
  private static final int WORKERS = 8;

  private final Terminal terminal;
  private final Nodes nodes;
  private final Cast cast;
  private final City jambi;
  private final City jakarta;
  private final long startedAt = System.nanoTime();

  Story(Terminal terminal, Nodes nodes, Cast cast) {
    this.terminal = terminal;
    this.nodes = nodes;
    this.cast = cast;
    this.jambi = cast.jambi();
    this.jakarta = cast.jakarta();
  }

  /**
   * Tells it.
   *
   * @throws StoryException when a promise was not kept
   */
  void tell() {
    open();
    try (Chains chains = new Chains(cast.anchor());
        Apps apps = new Apps(jambi, jakarta, chains.trust())) {
      chains.tell(terminal, jambi);
      tell(apps, chains);
    }
  }

  private void open() {
    terminal.chapter("Four nodes start");
    for (Office office : List.of(cast.anchor(), cast.province())) {
      terminal.step(office.name(), office.baseUrl() + ", process " + nodes.start(office).pid());
    }
    for (City city : List.of(jambi, jakarta)) {
      terminal.step(
          city.name(),
          city.baseUrl()
              + ", process "
              + nodes.start(city).pid()
              + ", signs with "
              + city.signingKey().algorithm().joseName());
    }
    for (City city : List.of(jambi, jakarta)) {
      terminal.step("ready", city.name() + " after " + Terminal.time(nodes.awaitReady(city)));
    }
    nodes.awaitReady(cast.anchor());
    nodes.awaitReady(cast.province());
    terminal.chapter("Each is taken in by who stands above it");
    nodes
        .enrol()
        .forEach((name, letter) -> terminal.step(name, "approved by the letter " + letter));
    terminal.step("trust", "each has the anchor's public key, and nothing of the other city");
  }

  private void tell(Apps apps, Chains chains) {
    List<SampleReport> samples = SampleReports.jambi();
    Set<ServiceCode> needed =
        samples.stream().map(SampleReport::service).collect(Collectors.toSet());
    Set<ServiceCode> asksWhen = new Asking(terminal, apps.jakartaAtJambi(), jambi).tell(needed);
    Gate gate = new Gate(NodeProcess.START_LIMIT);
    try (Filing filing = new Filing(apps.jakartaAtJambi(), asksWhen, gate, WORKERS)) {
      int half = samples.size() / 2;
      List<Filed> filed =
          new ArrayList<>(
              new QuietFiling(terminal, apps.jakartaAtJambi(), filing)
                  .tell(samples.subList(0, half)));
      int repeated = filed.size();
      SignedPost captured = apps.wiretap().captured();
      Forgeries forgeries = forge(captured, chains);
      Crash.Outcome crash =
          new Crash(terminal, nodes, jambi, apps.jakartaAtJambi(), gate)
              .tell(filing, samples.subList(half, samples.size()));
      filed.addAll(crash.filed());
      int refused = forgeries.tellAfterRestart(captured);
      close(apps, filed, new Numbers(samples.size(), repeated, refused, crash));
    }
  }

  private record Numbers(int samples, int repeated, int refused, Crash.Outcome crash) {}

  private Forgeries forge(SignedPost captured, Chains chains) {
    SigningKey strange = SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());
    Forgeries forgeries =
        new Forgeries(terminal, Apps.exchange(jakarta, strange, jambi, chains.trust()));
    forgeries.tell(captured);
    try (ReportingClient misled = Apps.misled(jambi, jakarta, strange)) {
      forgeries.tellOfFalseNode(misled);
    }
    return forgeries;
  }

  private void close(Apps apps, List<Filed> filed, Numbers numbers) {
    int closed = new Working(terminal, apps.officersOfJambi(), apps.jakartaAtJambi()).tell(filed);
    int otherWay =
        new OtherWay(terminal, apps.jambiAtJakarta(), jakarta).tell(SampleReports.jakarta());
    vaccinate();
    terminal.chapter("What was acknowledged against what Jambi holds");
    Tally tally = compare(apps, filed);
    Latencies times = new Latencies(filed.stream().map(Filed::took).toList());
    Duration whole = Duration.ofNanos(System.nanoTime() - startedAt);
    terminal.lines(
        new ClosingTable()
            .row("reports to file at Jambi's node", numbers.samples())
            .row("acknowledged", tally.acknowledged())
            .row("   half of them within (p50)", Terminal.time(times.percentile(50)))
            .row("   99 of 100 within (p99)", Terminal.time(times.percentile(99)))
            .row("sent again with the same key, same receipt", numbers.repeated())
            .row("replayed, forged or unsigned, refused", numbers.refused())
            .row("Jambi's node killed, answers again after", Terminal.time(numbers.crash().away()))
            .row("sent again because the answer was missing", numbers.crash().sentAgain())
            .row("held by Jambi, compared one by one", tally.stored())
            .row("worked on and followed to closed", closed)
            .row("filed the other way round, at Jakarta's node", otherWay)
            .row("the whole run", Terminal.time(whole))
            .close(tally));
    StoryException.require(
        tally.holds() && tally.acknowledged() == numbers.samples(),
        jambi.name(),
        tally.acknowledged()
            + " acknowledged, "
            + tally.verdict()
            + ", "
            + tally.changed().size()
            + " changed",
        "closing table");
  }

  private void vaccinate() {
    InstantSource clock = InstantSource.system();
    terminal.chapter("A citizen of Jambi is vaccinated in Jakarta");
    Vaccinated dose;
    try (Clinic clinic = new Clinic(terminal, jakarta)) {
      dose = clinic.tell(clock.instant());
    }
    terminal.chapter("Jambi looks at the certificate, offline");
    new Paper(terminal, clock).tell(dose);
    terminal.chapter("The registers of both are laid together");
    new Registers(terminal).tell(dose, clock.instant());
  }

  private Tally compare(Apps apps, List<Filed> filed) {
    for (Filed f : filed) {
      // Throws when a receipt leads nowhere.
      apps.jakartaAtJambi().getReport(new ReportId(f.id()));
    }
    List<Report> held = apps.jakartaAtJambi().listReports(ReportQuery.RECENT);
    return Tally.of(
        filed.stream().map(Filed::item).toList(),
        held.stream()
            .map(r -> new Tally.Item(r.id().value(), r.description().orElse("")))
            .toList());
  }
}
