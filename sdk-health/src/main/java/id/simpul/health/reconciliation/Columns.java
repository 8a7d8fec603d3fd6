package id.simpul.health.reconciliation;

import id.simpul.core.value.Nik;
import id.simpul.health.internal.reconciliation.Hashes;
import id.simpul.health.internal.reconciliation.RowReader;
import id.simpul.health.internal.reconciliation.Rows;
import id.simpul.health.internal.reconciliation.Spellings;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The newest statement of every record, by position, with what they are matched by in arrays of
 * numbers: some 60 bytes a statement. Positions are in the order of the set, so equal sets have
 * equal columns. Not thread-safe until built.
 */
final class Columns {
  /** A birth date that is not known. */
  static final int NO_DAY = Integer.MIN_VALUE;

  /** A key that nothing is found by. */
  static final long NONE = 0;

  private final StatementSet set;
  private final Map<String, Integer> groups = new HashMap<>();
  private final BitSet sameRecord = new BitSet();
  private int size;
  private final int[] rows;
  private final boolean[] national;
  private final DoseStatus[] statuses;
  private final long[] niks;
  private final long[] names;
  private final int[] births;
  private final long[] lots;
  private final int[] groupNumbers;
  private final int[] days;
  private final byte[] numbers;
  private final int[] firstIdentifier;
  private long[] identifiers = new long[64];

  private Columns(StatementSet set) {
    this.set = set;
    int most = set.size();
    rows = new int[most];
    national = new boolean[most];
    statuses = new DoseStatus[most];
    niks = new long[most];
    names = new long[most];
    births = new int[most];
    lots = new long[most];
    groupNumbers = new int[most];
    days = new int[most];
    numbers = new byte[most];
    firstIdentifier = new int[most + 1];
  }

  static Columns of(StatementSet set) {
    Columns columns = new Columns(set);
    Rows all = set.rows();
    int from = 0;
    for (int row = 1; row <= all.size(); row++) {
      if (row == all.size() || !Head.read(all.reader(row)).sameRecord(columns.head(from))) {
        columns.addRecord(from, row);
        from = row;
      }
    }
    return columns;
  }

  private Head head(int row) {
    return Head.read(set.rows().reader(row));
  }

  /** What a row begins with. */
  private record Head(int register, String recordId, long seconds, int nanos) {
    static Head read(RowReader row) {
      return new Head(row.small(), String.valueOf(row.text()), row.longNumber(), row.number());
    }

    boolean sameRecord(Head other) {
      return register == other.register && recordId.equals(other.recordId);
    }
  }

  /** Versions stand in the order of their times, so the newest come last. */
  private void addRecord(int from, int to) {
    Head newest = head(to - 1);
    int first = to - 1;
    while (first > from && head(first - 1).equals(newest)) {
      first--;
    }
    for (int row = first; row < to; row++) {
      if (row > first) {
        sameRecord.set(size);
      }
      add(row);
    }
  }

  private void add(int row) {
    int at = size++;
    rows[at] = row;
    DoseStatement statement = statement(at);
    national[at] = statement.register() == Register.NATIONAL;
    statuses[at] = statement.status();
    niks[at] = statement.person().plausibleNik().map(Nik::reveal).map(Long::parseLong).orElse(NONE);
    names[at] = name(statement.person());
    births[at] = birth(statement.person());
    lots[at] = statement.lot().map(Spellings::code).map(Hashes::of).orElse(NONE);
    groupNumbers[at] = groups.computeIfAbsent(statement.group().code(), code -> groups.size());
    days[at] = (int) statement.date().toEpochDay();
    numbers[at] = statement.doseNumber().orElse(0).byteValue();
    int end = firstIdentifier[at];
    for (DoseIdentifier identifier : statement.identifiers()) {
      if (end == identifiers.length) {
        identifiers = Arrays.copyOf(identifiers, end + (end >> 1));
      }
      identifiers[end++] =
          Hashes.with(Hashes.of(identifier.system()), Hashes.of(identifier.value()));
    }
    firstIdentifier[at + 1] = end;
  }

  private static long name(Vaccinee person) {
    List<String> words = Spellings.words(person.name());
    return words.isEmpty() ? NONE : Hashes.of(String.join(" ", words));
  }

  private static int birth(Vaccinee person) {
    return person.birthDate().map(date -> (int) date.toEpochDay()).orElse(NO_DAY);
  }

  int size() {
    return size;
  }

  int superseded() {
    return set.size() - size;
  }

  DoseStatement statement(int at) {
    return StatementCodec.read(set.rows().reader(rows[at]));
  }

  Vaccinee person(int at) {
    return statement(at).person();
  }

  /** Whether it is of the same record as the one before it: two newest versions. */
  boolean sameRecordAsBefore(int at) {
    return sameRecord.get(at);
  }

  boolean national(int at) {
    return national[at];
  }

  /** Whether the dose was given, as far as this statement says. */
  boolean given(int at) {
    return statuses[at] == DoseStatus.COMPLETED;
  }

  /** Whether the record should never have been made. */
  boolean error(int at) {
    return statuses[at] == DoseStatus.ENTERED_IN_ERROR;
  }

  /** The NIK as a number, or {@link #NONE}. */
  long nik(int at) {
    return niks[at];
  }

  /** Stands for name and birth date, or {@link #NONE}. */
  long personKey(int at) {
    boolean known = names[at] != NONE && births[at] != NO_DAY;
    return known ? Hashes.with(names[at], births[at]) : NONE;
  }

  /** Stands for the words of the name, or {@link #NONE}. */
  long name(int at) {
    return names[at];
  }

  /** The birth date, or {@link #NO_DAY}. */
  int birth(int at) {
    return births[at];
  }

  /** Stands for the lot, or {@link #NONE}. */
  long lot(int at) {
    return lots[at];
  }

  int group(int at) {
    return groupNumbers[at];
  }

  /** The vaccine group and whether it was refused: doses of two kinds are never one. */
  int kind(int at) {
    return 2 * groupNumbers[at] + (statuses[at] == DoseStatus.NOT_DONE ? 1 : 0);
  }

  boolean near(int a, int b) {
    return Math.abs(days[a] - days[b]) <= Doses.MAX_DAYS_APART;
  }

  /** Whether two say the same lot; the keys tell most, the values decide. */
  boolean sameLot(int a, int b) {
    return lots[a] != NONE
        && lots[a] == lots[b]
        && Doses.agree(DoseField.LOT, statement(a), statement(b));
  }

  int day(int at) {
    return days[at];
  }

  /** The dose number, or 0. */
  int number(int at) {
    return numbers[at];
  }

  int identifiers(int at) {
    return firstIdentifier[at + 1] - firstIdentifier[at];
  }

  long identifier(int at, int which) {
    return identifiers[slot(at, which)];
  }

  /** The place of an identifier among all. */
  int slot(int at, int which) {
    return firstIdentifier[at] + which;
  }

  /** Stands for the words of a name, each by itself. */
  long[] words(int at) {
    return Spellings.words(person(at).name()).stream().mapToLong(Hashes::of).toArray();
  }
}
