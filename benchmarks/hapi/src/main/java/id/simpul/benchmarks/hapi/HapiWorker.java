package id.simpul.benchmarks.hapi;

import id.simpul.benchmarks.fhir.FhirQuestions;
import id.simpul.benchmarks.identity.IdentityWorker;
import java.io.IOException;

/** HAPI as a contender, in a process of its own class path. */
public final class HapiWorker {
  private HapiWorker() {}

  /**
   * Measures.
   *
   * @param args the question and the contender
   * @throws IOException when its input fails
   */
  public static void main(String[] args) throws IOException {
    IdentityWorker.serve(FhirQuestions.work(args[0]).open(new Hapi()));
  }
}
