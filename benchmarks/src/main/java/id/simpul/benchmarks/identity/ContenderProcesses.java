package id.simpul.benchmarks.identity;

import id.simpul.benchmarks.measure.Child;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One generation of contenders: a process each, all resting but one. Not thread-safe. */
final class ContenderProcesses implements AutoCloseable {
  private final Map<String, Child> children = new LinkedHashMap<>();

  /** Starts them. */
  ContenderProcesses(Question question, List<String> options) {
    for (String contender : question.contenders()) {
      List<String> arguments = List.of(question.name(), contender);
      children.put(
          contender, Child.start(contender, question.program(contender), options, arguments));
    }
  }

  /** Waits until all are ready, and says what each remarked, if anything. */
  Map<String, String> remarks() {
    Map<String, String> remarks = new LinkedHashMap<>();
    children.forEach((name, child) -> {
      String remark = child.next(IdentityWorker.READY);
      if (!remark.isEmpty()) {
        remarks.put(name, remark);
      }
    });
    return remarks;
  }

  /** All at once, because only the rounds have to be alone. */
  void warmUp(int millis) {
    children.values().forEach(child -> child.tell(Integer.toString(millis)));
    children.values().forEach(child -> child.next(Reading.MARK));
  }

  /** One round of one of them. */
  Round round(String contender, int millis) {
    Child child = Objects.requireNonNull(children.get(contender), "contender");
    child.tell(Integer.toString(millis));
    return new Round(contender, Reading.read(child.next(Reading.MARK)));
  }

  @Override
  public void close() {
    children.values().forEach(Child::close);
  }
}
