package id.simpul.benchmarks.fhir;

import id.simpul.benchmarks.identity.Contender;
import id.simpul.benchmarks.identity.Question;
import id.simpul.benchmarks.identity.Target;
import id.simpul.benchmarks.measure.Program;
import java.util.List;

/**
 * A piece of work with health records, beside HAPI FHIR in a process of its own class path.
 *
 * @param name its name
 * @param title what is asked
 * @param work the work
 * @param factor operations we want to do while HAPI does one
 */
record FhirQuestion(String name, String title, RecordWork work, double factor) implements Question {
  static final String SIMPUL = "simpul";
  static final String HAPI = "hapi";

  @Override
  public List<String> contenders() {
    return List.of(SIMPUL, HAPI);
  }

  @Override
  public List<Target> targets() {
    return List.of(new Target.Speed(SIMPUL, HAPI, factor));
  }

  @Override
  public Program program(String contender) {
    return contender.equals(HAPI) ? HapiPath.worker() : Question.super.program(contender);
  }

  /** Opens ours; HAPI's own program opens the other. */
  @Override
  public Contender open(String contender) {
    return work.open(new Ours());
  }
}
