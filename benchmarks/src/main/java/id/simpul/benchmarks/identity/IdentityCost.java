package id.simpul.benchmarks.identity;

import id.simpul.benchmarks.measure.Results;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What signatures, tokens and credentials cost. Each contender has a process of its own, and they
 * take turns, so that what the machine does weighs on all of them.
 */
public final class IdentityCost {
  private final IdentityPlan plan;
  private final Results results;

  private IdentityCost(IdentityPlan plan, Results results) {
    this.plan = plan;
    this.results = results;
  }

  /**
   * Measures, and says what came of it.
   *
   * @param plan how long
   * @param prefix what the names of the questions begin with; empty for all
   * @param results where to say it
   * @return the raw rounds
   */
  public static JsonArray run(IdentityPlan plan, String prefix, Results results) {
    return run(plan, Questions.beginning(Questions.IDENTITY, prefix), results);
  }

  /**
   * Measures questions of another kind in the same way.
   *
   * @param plan how long
   * @param prefix what the names of the questions about health records begin with; empty for all
   * @param results where to say it
   * @return the raw rounds
   */
  public static JsonArray runHealth(IdentityPlan plan, String prefix, Results results) {
    return run(plan, Questions.beginning(Questions.HEALTH, prefix), results);
  }

  private static JsonArray run(IdentityPlan plan, List<Question> questions, Results results) {
    IdentityCost cost = new IdentityCost(plan, results);
    results.line("Processor time of an operation in microseconds, bytes it allocates, speed of");
    results.line("ours as a multiple (medians of rounds, in brackets the least and the greatest)");
    List<JsonValue> rounds = new ArrayList<>();
    for (Question question : questions) {
      Measured measured = cost.measure(question);
      cost.report(question, measured);
      measured.rounds().forEach(round -> rounds.add(round.toJson(question.name())));
    }
    return new JsonArray(rounds);
  }

  private Measured measure(Question question) {
    results.line("");
    results.line(question.name() + ": " + question.title());
    Map<String, String> remarks = new LinkedHashMap<>();
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < plan.generations(); i++) {
      try (ContenderProcesses processes = new ContenderProcesses(question, List.of())) {
        remarks.putAll(processes.remarks());
        processes.warmUp(plan.warmUpMillis());
        rounds.addAll(rounds(question.contenders(), processes));
      }
    }
    remarks.forEach((name, remark) -> results.line("  " + name + ": " + remark));
    return new Measured(rounds);
  }

  private List<Round> rounds(List<String> contenders, ContenderProcesses processes) {
    int count = contenders.size();
    List<Round> rounds = new ArrayList<>();
    for (int round = 0; round < plan.rounds(); round++) {
      for (int turn = 0; turn < count; turn++) {
        // Each goes first in its turn.
        String contender = contenders.get((round + turn) % count);
        rounds.add(processes.round(contender, plan.roundMillis()));
      }
    }
    return rounds;
  }

  private void report(Question question, Measured measured) {
    String ours = question.contenders().get(0);
    for (String contender : question.contenders()) {
      results.line(
          String.format(
              Locale.ROOT,
              "  %-24s %-28s %8.0f B  x %s",
              contender,
              measured.micros(contender).text(1),
              measured.bytes(contender).median(),
              measured.speed(ours, contender).text(2)));
    }
    question.targets().forEach(target -> results.line("  " + target.verdict(measured)));
  }
}
