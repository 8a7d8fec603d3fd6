package id.simpul.health.reconciliation;

import id.simpul.health.internal.reconciliation.Spellings.Likeness;
import id.simpul.health.reconciliation.PersonRelation.BirthRelation;
import id.simpul.health.reconciliation.PersonRelation.NikRelation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Says what a group of statements comes to; looks at values, not at how the group was found. */
final class Judge {
  /** The most statements of a group that are compared with each other. */
  static final int MAX_COMPARED = 64;

  private final Sides sides;
  private final Facts facts;
  private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);
  private boolean identified;
  private boolean nikTypo;

  private Judge(Sides sides, Facts facts) {
    this.sides = sides;
    this.facts = facts;
  }

  static Finding judge(List<DoseStatement> statements, Facts facts) {
    Judge judge = new Judge(new Sides(statements), facts);
    return new Finding(judge.compare());
  }

  /** Some statements of a group with more than are compared: nothing is concluded from them. */
  static Finding tooMany(List<DoseStatement> some) {
    return new Finding(
        new Judgement(
            MatchClass.CONFLICT,
            new Sides(some),
            EnumSet.of(Reason.TOO_MANY_RECORDS),
            List.of(),
            List.of(),
            Facts.NONE));
  }

  private Judgement compare() {
    for (DoseStatement national : sides.live(Register.NATIONAL)) {
      for (DoseStatement regional : sides.live(Register.REGIONAL)) {
        comparePair(national, regional);
      }
    }
    remark();
    List<FieldDecision> decisions = sides.both() ? Decisions.of(sides, facts.counted()) : List.of();
    MatchClass what = classify(decisions);
    List<Suggestion> suggestions =
        sides.both()
            ? Suggestions.patches(sides, facts, decisions)
            : Suggestions.additions(sides, facts, what);
    return new Judgement(what, sides, reasons, decisions, suggestions, facts);
  }

  private MatchClass missing() {
    if (sides.live().stream().noneMatch(s -> s.status() == DoseStatus.COMPLETED)) {
      return MatchClass.NOT_GIVEN;
    }
    return sides.only() == Register.REGIONAL
        ? MatchClass.MISSING_NATIONAL
        : MatchClass.MISSING_REGIONAL;
  }

  private MatchClass classify(List<FieldDecision> decisions) {
    if (wrongPerson()) {
      return MatchClass.WRONG_PERSON;
    }
    if (!sides.both()) {
      return missing();
    }
    if (nikTypo) {
      return MatchClass.LIKELY_NIK_TYPO;
    }
    if (decisions.stream().anyMatch(FieldDecision::conflict)) {
      return MatchClass.CONFLICT;
    }
    return identified ? MatchClass.SAME : MatchClass.SAME_DOSE;
  }

  /** Two persons under one NIK, in two registers or in one. */
  private boolean wrongPerson() {
    List<DoseStatement> live = sides.live();
    for (int i = 0; i < live.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (PersonRelation.of(live.get(i).person(), live.get(j).person()).wrongPerson()) {
          reasons.add(Reason.NIK_SAME);
          reasons.add(Reason.NAME_DIFFERENT);
          reasons.add(Reason.BIRTH_DATE_DIFFERENT);
          return true;
        }
      }
    }
    return false;
  }

  private void comparePair(DoseStatement national, DoseStatement regional) {
    PersonRelation person = PersonRelation.of(national.person(), regional.person());
    boolean shared = facts.identified(national, regional);
    identified |= shared;
    nikTypo |= person.nikTypo();
    note(shared, Reason.IDENTIFIER_SHARED);
    reasons.add(ofNik(person.nik()));
    notePerson(national.person());
    notePerson(regional.person());
    reasons.add(ofName(person.name()));
    note(person.birth() == BirthRelation.SAME, Reason.BIRTH_DATE_SAME);
    note(person.birth() == BirthRelation.ONE_SLIP, Reason.BIRTH_DATE_ONE_SLIP);
    note(person.birth() == BirthRelation.DIFFERENT, Reason.BIRTH_DATE_DIFFERENT);
    note(
        !shared && person.samePersonWithoutNik() && !person.nikTypo(),
        Reason.PERSON_BY_NAME_AND_BIRTH_DATE);
    note(Doses.agree(DoseField.DOSE_NUMBER, national, regional), Reason.DOSE_NUMBER_SAME);
    note(Doses.agree(DoseField.LOT, national, regional), Reason.LOT_SAME);
    boolean sameDay = national.date().equals(regional.date());
    note(sameDay, Reason.DATE_SAME);
    note(!sameDay && Doses.daysNear(national.date(), regional.date()), Reason.DATE_ONE_DAY_APART);
  }

  private void notePerson(Vaccinee person) {
    note(PersonRelation.contradictsBirth(person), Reason.NIK_CONTRADICTS_BIRTH_DATE);
  }

  /** What keeps a dose from being recorded for a person elsewhere. */
  private void noteLonePerson(Vaccinee person) {
    notePerson(person);
    note(person.nikDigits().isEmpty(), Reason.NIK_ABSENT);
    note(person.nikDigits().isPresent() && person.plausibleNik().isEmpty(), Reason.NIK_MALFORMED);
    note(person.birthDate().isEmpty(), Reason.BIRTH_DATE_ABSENT);
  }

  private static Reason ofNik(NikRelation nik) {
    return switch (nik) {
      case EQUAL -> Reason.NIK_SAME;
      case ONE_SLIP -> Reason.NIK_ONE_SLIP;
      case CONTRADICTS_BIRTH, DIFFERENT -> Reason.NIK_DIFFERENT;
      case EQUAL_UNUSABLE, MALFORMED -> Reason.NIK_MALFORMED;
      case ABSENT -> Reason.NIK_ABSENT;
    };
  }

  private static Reason ofName(Likeness name) {
    return switch (name) {
      case SAME -> Reason.NAME_SAME;
      case CLOSE -> Reason.NAME_CLOSE;
      case DIFFERENT -> Reason.NAME_DIFFERENT;
    };
  }

  private void remark() {
    if (!sides.both()) {
      sides.live().forEach(s -> noteLonePerson(s.person()));
      note(facts.doubts().isEmpty(), Reason.ONLY_HERE);
    }
    reasons.addAll(facts.doubts());
    note(sides.recordedTwice(), Reason.RECORDED_TWICE);
    note(sides.replaced(), Reason.RECORD_REPLACED);
    note(sides.live().stream().anyMatch(Sides::isError), Reason.ENTERED_IN_ERROR);
    note(facts.unclear(), Reason.VERSION_UNCLEAR);
    note(
        facts.counted() > 0
            && sides.live().stream()
                .flatMap(s -> s.doseNumber().stream())
                .anyMatch(number -> number != facts.counted()),
        Reason.DOSE_NUMBER_NOT_AS_COUNTED);
  }

  private void note(boolean holds, Reason reason) {
    if (holds) {
      reasons.add(reason);
    }
  }
}
