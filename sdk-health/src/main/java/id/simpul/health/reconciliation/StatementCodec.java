package id.simpul.health.reconciliation;

import id.simpul.health.internal.reconciliation.RowReader;
import id.simpul.health.internal.reconciliation.RowWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements as rows of bytes: register and record first, then the time of the version. */
final class StatementCodec {
  private static final List<Register> REGISTERS = List.of(Register.NATIONAL, Register.REGIONAL);
  private static final List<DoseStatus> STATUSES =
      List.of(DoseStatus.COMPLETED, DoseStatus.NOT_DONE, DoseStatus.ENTERED_IN_ERROR);

  private StatementCodec() {}

  static void write(DoseStatement s, RowWriter row) {
    row.clear();
    row.small(REGISTERS.indexOf(s.register())).text(s.recordId());
    Instant updated = s.version().lastUpdated();
    row.number(updated.getEpochSecond()).number(updated.getNano()).text(s.version().tag());
    row.small(STATUSES.indexOf(s.status()));
    row.small(s.originator().map(r -> REGISTERS.indexOf(r) + 1).orElse(0));
    row.text(s.group().code()).number((int) s.date().toEpochDay());
    row.small(s.doseNumber().orElse(0)).text(s.lot().orElse(null));
    date(s.expiry(), row);
    row.text(s.location().orElse(null)).small(s.identifiers().size());
    for (DoseIdentifier identifier : s.identifiers()) {
      row.text(identifier.system()).text(identifier.value());
    }
    row.text(s.person().nik().map(WrittenNik::reveal).orElse(null)).text(s.person().name());
    date(s.person().birthDate(), row);
  }

  private static void date(Optional<LocalDate> date, RowWriter row) {
    row.small(date.isPresent() ? 1 : 0);
    date.ifPresent(d -> row.number((int) d.toEpochDay()));
  }

  static DoseStatement read(RowReader row) {
    Register register = REGISTERS.get(row.small());
    String recordId = text(row);
    Instant updated = Instant.ofEpochSecond(row.longNumber(), row.number());
    RecordVersion version = new RecordVersion(text(row), updated);
    DoseStatus status = STATUSES.get(row.small());
    int originator = row.small();
    VaccineGroup group = new VaccineGroup(text(row));
    LocalDate date = LocalDate.ofEpochDay(row.number());
    int number = row.small();
    String lot = row.text();
    LocalDate expiry = date(row);
    String location = row.text();
    List<DoseIdentifier> identifiers = new ArrayList<>();
    for (int i = row.small(); i > 0; i--) {
      identifiers.add(new DoseIdentifier(text(row), text(row)));
    }
    Vaccinee person = person(row);
    DoseStatement.Builder statement =
        DoseStatement.builder(register, recordId, version, person)
            .group(group)
            .date(date)
            .status(status)
            .lot(lot)
            .expiry(expiry)
            .location(location)
            .originator(originator == 0 ? null : REGISTERS.get(originator - 1))
            .identifiers(identifiers);
    return (number == 0 ? statement : statement.doseNumber(number)).build();
  }

  private static Vaccinee person(RowReader row) {
    String nik = row.text();
    return nik == null
        ? Vaccinee.withoutNik(text(row), date(row))
        : Vaccinee.of(WrittenNik.of(nik), text(row), date(row));
  }

  private static String text(RowReader row) {
    return Objects.requireNonNull(row.text(), "text");
  }

  private static @Nullable LocalDate date(RowReader row) {
    return row.small() == 0 ? null : LocalDate.ofEpochDay(row.number());
  }
}
