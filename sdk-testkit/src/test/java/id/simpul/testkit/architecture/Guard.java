package id.simpul.testkit.architecture;

import com.tngtech.archunit.lang.ArchRule;

/**
 * A rule, and the class of the broken house that it has to find.
 *
 * @param name the rule in a few words
 * @param rule the rule
 * @param culprit the end of the name of the class that breaks it
 */
record Guard(String name, ArchRule rule, String culprit) {
  @Override
  public String toString() {
    return name + " (" + culprit + ")";
  }
}
