package vn.chitieu.observation.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.form.SimulatedOffice.Sheet;

/**
 * A typing hand: correct forms of every department over the shipped history, and the same forms with one slip each.
 *
 * <p>A slip is caught if the form is refused or a cell that it spoils is held back. Slips fall on rows of which an
 * earlier figure or a plan is known; one that changes no figure by a tenth or more is drawn again.
 */
@NullUnmarked
class SimulatedTypingTest {

    private static final long SEED = 20250630;

    /** How often a slip is tried that some forms have no room for, such as an exchange of rows in a form of one row. */
    private static final int ATTEMPTS = 20;

    private enum Slip {
        TIMES_10,
        TIMES_100,
        TIMES_1000,
        BY_10,
        BY_100,
        BY_1000,
        MISSING_DIGIT,
        DOUBLED_DIGIT,
        REVERSED_SIGN,
        SWAPPED_COLUMNS,
        EXCHANGED_ROWS,
        WRONG_SUM
    }

    private record Typed(Sheet sheet, Set<String> cells) {}

    private static final class Count {
        private int caught;
        private int all;

        void add(boolean isCaught) {
            caught += isCaught ? 1 : 0;
            all++;
        }

        double share() {
            return all == 0 ? 0 : 100.0 * caught / all;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d/%d=%.1f%%", caught, all, share());
        }
    }

    @Test
    @Tag("full")
    void slipsAreCaughtAndCorrectFormsPass() {
        assertRates(500, 300);
    }

    @Test
    void slipsOfASmallerSampleAreCaughtAndCorrectFormsPass() {
        assertRates(24, 18);
    }

    private static void assertRates(int slips, int forms) {
        Count caught = new Count();
        Count alarms = new Count();
        Map<String, Count> byForm = new TreeMap<>();
        Map<Slip, Count> bySlip = new TreeMap<>();
        Map<String, Count> alarmsByForm = new TreeMap<>();
        for (Form form : SimulatedOffice.forms()) {
            SimulatedOffice office =
                    new SimulatedOffice(form, SEED + form.code().hashCode());
            Random random = new Random(SEED);
            List<Period> periods = periods(form, office);
            if (periods.isEmpty()) {
                continue;
            }
            for (int i = 0; i < forms; i++) {
                Sheet sheet = office.correct(periods.get(random.nextInt(periods.size())));
                boolean isAlarm = !office.heldBack(sheet).equals(Optional.of(List.of()));
                alarms.add(isAlarm);
                alarmsByForm.computeIfAbsent(form.code(), code -> new Count()).add(isAlarm);
            }
            for (int i = 0, draw = 0; i < slips; draw++) {
                Slip slip = Slip.values()[draw % Slip.values().length];
                Optional<Typed> typed = Optional.empty();
                for (int attempt = 0; attempt < ATTEMPTS && typed.isEmpty(); attempt++) {
                    Sheet sheet = office.correct(periods.get(random.nextInt(periods.size())));
                    typed = typed(form, office, sheet, slip, random);
                }
                if (typed.isEmpty()) {
                    continue;
                }
                i++;
                Optional<Collection<String>> held = office.heldBack(typed.get().sheet());
                boolean isCaught = held.isEmpty()
                        || held.get().stream().anyMatch(typed.get().cells()::contains);
                caught.add(isCaught);
                byForm.computeIfAbsent(form.code(), code -> new Count()).add(isCaught);
                bySlip.computeIfAbsent(slip, s -> new Count()).add(isCaught);
            }
        }
        String told = "caught " + caught + " " + bySlip + " " + byForm + "; alarms " + alarms + " " + alarmsByForm;
        assertThat(caught.share()).as(told).isGreaterThanOrEqualTo(95);
        assertThat(alarms.share()).as(told).isLessThan(2);
    }

    /** From the third year of which something is known; of a form that has a plan only, the year of the plan. */
    private static List<Period> periods(Form form, SimulatedOffice office) {
        List<Period> periods = new ArrayList<>();
        for (int year = 2014; year <= 2025; year++) {
            for (Period period : form.periods(year)) {
                boolean isOfNation = form.areaCode().equals("VN");
                boolean isKnown = isOfNation ? period.compareTo(new Period(2025, Frequency.M, 6)) <= 0 : year == 2025;
                if (isKnown && !office.comparable(period).isEmpty()) {
                    periods.add(period);
                }
            }
        }
        return periods;
    }

    private static Optional<Typed> typed(Form form, SimulatedOffice office, Sheet sheet, Slip slip, Random random) {
        List<FormRow> rows = office.comparable(sheet.period());
        FormRow row = rows.get(random.nextInt(rows.size()));
        List<FormColumn> columns = form.columns().stream()
                .filter(column -> SimulatedOffice.isNumber(row, column))
                .toList();
        FormColumn column = columns.get(random.nextInt(columns.size()));
        BigDecimal value = sheet.at(row.key(), column.id());
        String cell = row.key() + " " + column.id();
        return switch (slip) {
            case TIMES_10 -> one(sheet, row, column, value.scaleByPowerOfTen(1));
            case TIMES_100 -> one(sheet, row, column, value.scaleByPowerOfTen(2));
            case TIMES_1000 -> one(sheet, row, column, value.scaleByPowerOfTen(3));
            case BY_10 -> one(sheet, row, column, value.scaleByPowerOfTen(-1));
            case BY_100 -> one(sheet, row, column, value.scaleByPowerOfTen(-2));
            case BY_1000 -> one(sheet, row, column, value.scaleByPowerOfTen(-3));
            case REVERSED_SIGN -> one(sheet, row, column, value.negate());
            case MISSING_DIGIT -> digits(sheet, row, column, random, false);
            case DOUBLED_DIGIT -> digits(sheet, row, column, random, true);
            case SWAPPED_COLUMNS -> {
                FormColumn other = columns.get(random.nextInt(columns.size()));
                boolean isPair = row.priceBasis(other) == row.priceBasis(column);
                yield isPair ? swapped(sheet, cell, row.key() + " " + other.id()) : Optional.empty();
            }
            case EXCHANGED_ROWS -> {
                FormRow other = rows.get(random.nextInt(rows.size()));
                yield SimulatedOffice.isNumber(other, column)
                        ? swapped(sheet, cell, other.key() + " " + column.id())
                        : Optional.empty();
            }
            case WRONG_SUM -> wrongSum(form, sheet, row, column, random);
        };
    }

    private static Optional<Typed> one(Sheet sheet, FormRow row, FormColumn column, BigDecimal value) {
        BigDecimal rounded = value.scale() > 6 ? value.setScale(6, RoundingMode.HALF_UP) : value;
        return isOther(sheet.at(row.key(), column.id()), rounded)
                ? Optional.of(
                        new Typed(sheet.with(row.key(), column.id(), rounded), Set.of(row.key() + " " + column.id())))
                : Optional.empty();
    }

    private static boolean isOther(BigDecimal was, BigDecimal is) {
        return is.subtract(was).abs().doubleValue() >= 0.1 * was.abs().doubleValue() && was.compareTo(is) != 0;
    }

    /** Drops or doubles one digit before the comma. */
    private static Optional<Typed> digits(
            Sheet sheet, FormRow row, FormColumn column, Random random, boolean isDoubled) {
        BigDecimal value = sheet.at(row.key(), column.id());
        String plain = value.toPlainString();
        int start = plain.startsWith("-") ? 1 : 0;
        int end = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        int at = start + random.nextInt(end - start);
        if (!isDoubled && end - start < 2) {
            return Optional.empty();
        }
        String changed = plain.substring(0, at)
                + (isDoubled ? plain.substring(at, at + 1) : "")
                + plain.substring(isDoubled ? at : at + 1);
        return one(sheet, row, column, new BigDecimal(changed));
    }

    private static Optional<Typed> swapped(Sheet sheet, String one, String other) {
        String[] a = one.split(" ", 2);
        String[] b = other.split(" ", 2);
        BigDecimal first = sheet.at(a[0], a[1]);
        BigDecimal second = sheet.at(b[0], b[1]);
        if (one.equals(other) || first == null || second == null || !isOther(first, second)) {
            return Optional.empty();
        }
        Sheet changed = sheet.with(a[0], a[1], second).with(b[0], b[1], first);
        return Optional.of(new Typed(changed, new HashSet<>(List.of(one, other))));
    }

    /** A total added up without one of its parts, or a part that is more than its total. */
    private static Optional<Typed> wrongSum(Form form, Sheet sheet, FormRow row, FormColumn column, Random random) {
        List<FormRow> totals = form.rows().stream()
                .filter(total -> total.parts().contains(row.key()))
                .toList();
        if (totals.isEmpty() || sheet.at(totals.get(0).key(), column.id()) == null) {
            return Optional.empty();
        }
        BigDecimal total = sheet.at(totals.get(0).key(), column.id());
        BigDecimal value = sheet.at(row.key(), column.id());
        Set<String> cells = Set.of(row.key() + " " + column.id(), totals.get(0).key() + " " + column.id());
        BigDecimal wrong = random.nextBoolean() ? total.subtract(value) : total;
        return wrong.compareTo(total) != 0
                ? (isOther(total, wrong)
                        ? Optional.of(new Typed(sheet.with(totals.get(0).key(), column.id(), wrong), cells))
                        : Optional.empty())
                : one(sheet, row, column, total.multiply(new BigDecimal("1.2")))
                        .map(typed -> new Typed(typed.sheet(), cells));
    }
}
