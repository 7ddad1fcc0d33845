package vn.chitieu.observation.plausibility;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.plausibility.References.Identity;
import vn.chitieu.observation.plausibility.References.RowSum;
import vn.chitieu.observation.plausibility.References.Term;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedNumber;
import vn.chitieu.text.Words;

/** What the rows of one column say of each other: totals and parts. */
final class RowChecks {

    private static final Words WORDS = Words.of("observation");

    /** By how much the part of a total that some rows make may move, in shares of the total. */
    private static final double SHARE = 0.15;

    /** What rounding leaves between figures of one table, as a share of the largest. */
    private static final double ROUNDING = 0.001;

    private final Map<String, Map<String, Judged>> columns = new LinkedHashMap<>();
    private final Doubts doubts;

    RowChecks(List<Judged> judged, Doubts doubts) {
        this.doubts = doubts;
        for (Judged figure : judged) {
            columns.computeIfAbsent(figure.figure().columnId(), id -> new LinkedHashMap<>())
                    .put(figure.figure().rowKey(), figure);
        }
    }

    void check(List<RowSum> sums, List<Identity> identities) {
        for (Map<String, Judged> column : columns.values()) {
            for (Identity identity : identities) {
                boolean isDeclared = of(identity.total(), column)
                        .filter(total -> sums.stream()
                                .anyMatch(sum -> sum.areAll()
                                        && sum.total().equals(total.figure().rowKey())))
                        .isPresent();
                if (!isDeclared) {
                    identity(identity, column);
                }
            }
        }
        sums.stream().filter(sum -> !sum.areAll()).forEach(this::shares);
        while (doubtTotals(sums, identities)) {
            // a total may be part of another
        }
    }

    /** Doubts totals that are what doubted parts make, and returns whether there were any. */
    private boolean doubtTotals(List<RowSum> sums, List<Identity> identities) {
        boolean isSome = false;
        for (Map<String, Judged> column : columns.values()) {
            for (Identity identity : identities) {
                Optional<Judged> total = of(identity.total(), column);
                Optional<Made> made = identity.isSum() ? made(identity, column) : Optional.empty();
                if (total.isPresent() && made.isPresent() && agrees(identity, total.get(), made.get())) {
                    boolean isDifference = identity.parts().stream().anyMatch(part -> part.sign() < 0);
                    isSome |= doubtTotal(total.get(), made.get().parts(), isDifference);
                }
            }
            for (RowSum sum : sums) {
                Optional<Judged> total = Optional.ofNullable(column.get(sum.total()));
                if (sum.areAll() && total.isPresent()) {
                    isSome |= doubtTotal(total.get(), parts(sum, column), false);
                }
            }
        }
        return isSome;
    }

    /** Two parts that were exchanged still make their sum, but not their difference. */
    private boolean doubtTotal(Judged total, List<Judged> parts, boolean isDifference) {
        List<Judged> doubted = parts.stream()
                .filter(part -> doubts.find(part)
                        .filter(doubt -> isDifference || doubt.comparison() != Comparison.OTHER_ROW)
                        .isPresent())
                .toList();
        if (doubted.isEmpty() || doubts.has(total)) {
            return false;
        }
        doubts.addAny(
                List.of(total),
                WORDS.text("plausible.right_parts", Doubts.cell(total), cells(parts)),
                WORDS.text("slip.doubted_parts", PrintedNumber.exact(total.value()), cells(doubted)));
        return true;
    }

    private void identity(Identity identity, Map<String, Judged> column) {
        Optional<Judged> total = of(identity.total(), column);
        if (total.isEmpty()) {
            return;
        }
        if (identity.isSum()) {
            Optional<Made> made = made(identity, column);
            boolean agrees = made.isEmpty() || agrees(identity, total.get(), made.get());
            if (!agrees && !isAnyDoubted(total.get(), made.get().parts())) {
                add(
                        total.get(),
                        made.get().parts(),
                        signed(identity, made.get()),
                        made.get().sum(),
                        "plausible.sum");
            }
        } else {
            for (Term term : identity.parts()) {
                of(term, column)
                        .filter(part ->
                                part.value().subtract(total.get().value()).doubleValue()
                                        > allowed(identity.share(), total.get(), List.of(part)))
                        .filter(part -> !isAnyDoubted(total.get(), List.of(part)))
                        .ifPresent(part -> add(
                                total.get(), List.of(part), Doubts.cell(part), part.value(), "plausible.part_of_sum"));
            }
        }
    }

    /** What the parts of an identity make. */
    private record Made(List<Judged> parts, BigDecimal sum) {}

    private static Optional<Made> made(Identity identity, Map<String, Judged> column) {
        List<Judged> parts = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Term term : identity.parts()) {
            Optional<Judged> part = of(term, column);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
            sum = sum.add(part.get().value().multiply(BigDecimal.valueOf(term.sign())));
        }
        return Optional.of(new Made(parts, sum));
    }

    private static boolean agrees(Identity identity, Judged total, Made made) {
        return Math.abs(total.value().subtract(made.sum()).doubleValue())
                <= allowed(identity.share(), total, made.parts());
    }

    /**
     * Returns whether a figure is the difference of two others of its column, as a balance is: the others tell whether
     * it is right, and its own past says little.
     */
    boolean isDifferenceOfOthers(Judged figure, List<Identity> identities) {
        Map<String, Judged> column = columns.getOrDefault(figure.figure().columnId(), Map.of());
        return identities.stream()
                .filter(identity ->
                        identity.isSum() && identity.parts().stream().anyMatch(part -> part.sign() < 0))
                .filter(identity ->
                        of(identity.total(), column).filter(figure::equals).isPresent())
                .anyMatch(identity -> made(identity, column)
                        .filter(made -> agrees(identity, figure, made))
                        .filter(made -> made.parts().stream()
                                .noneMatch(part -> doubts.has(part)
                                        || part.violated(part.value()).isPresent()))
                        .isPresent());
    }

    private static double allowed(double share, Judged total, List<Judged> parts) {
        double largest = Math.abs(total.value().doubleValue());
        for (Judged part : parts) {
            largest = Math.max(largest, Math.abs(part.value().doubleValue()));
        }
        return Math.max(share * Math.abs(total.value().doubleValue()), ROUNDING * largest);
    }

    /** Returns {@code E11 − E12}. */
    private static String signed(Identity identity, Made made) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < made.parts().size(); i++) {
            boolean isMinus = identity.parts().get(i).sign() < 0;
            text.append(isMinus ? " − " : i == 0 ? "" : " + ")
                    .append(Doubts.cell(made.parts().get(i)));
        }
        return text.toString().strip();
    }

    private void add(Judged total, List<Judged> parts, String cells, BigDecimal made, String key) {
        Slip slip = Slip.of(total.value(), made.doubleValue(), Band.FLOOR / 10);
        LocalizedText expected = WORDS.text(key, Doubts.cell(total), cells, PrintedNumber.exact(made));
        LocalizedText likely = slip == Slip.SIGN
                ? WORDS.text("slip.sign_or_rows", PrintedNumber.exact(total.value()), PrintedNumber.exact(made))
                : WORDS.text("slip.wrong_sum", PrintedNumber.exact(total.value()), PrintedNumber.exact(made));
        List<Judged> all = new ArrayList<>(parts);
        all.add(0, total);
        doubts.addAny(all, expected, likely);
    }

    /** The rows that are named under a total, as a share of it, against the shares known. */
    private void shares(RowSum sum) {
        for (Map<String, Judged> column : columns.values()) {
            Optional<Judged> total = Optional.ofNullable(column.get(sum.total()));
            List<Judged> parts = parts(sum, column);
            boolean isKnown = total.isPresent()
                    && parts.size() == sum.parts().size()
                    && total.get().value().signum() > 0
                    && !isAnyDoubted(total.get(), parts);
            if (isKnown) {
                shareBefore(total.get(), parts)
                        .filter(before -> Math.abs(share(total.get(), parts) - before.share()) > SHARE)
                        .ifPresent(before -> add(total.get(), parts, before));
            }
        }
    }

    /** What part of a total some rows made in a year. */
    private record Share(MonthSpan span, double share) {}

    private static double share(Judged total, List<Judged> parts) {
        return sum(parts).doubleValue() / total.value().doubleValue();
    }

    /** Returns the last known share of an earlier year, of the same months or of the whole year. */
    private static Optional<Share> shareBefore(Judged total, List<Judged> parts) {
        MonthSpan span = total.figure().span();
        for (int back = 1; back <= 5; back++) {
            for (MonthSpan before : List.of(
                    new MonthSpan(span.year() - back, span.firstMonth(), span.lastMonth()),
                    new MonthSpan(span.year() - back, 1, 12))) {
                Optional<BigDecimal> whole = total.history().flow(before);
                List<BigDecimal> known = parts.stream()
                        .map(part -> part.history().flow(before))
                        .flatMap(Optional::stream)
                        .toList();
                if (whole.isPresent() && whole.get().signum() > 0 && known.size() == parts.size()) {
                    double made =
                            known.stream().mapToDouble(BigDecimal::doubleValue).sum();
                    return Optional.of(new Share(before, made / whole.get().doubleValue()));
                }
            }
        }
        return Optional.empty();
    }

    private void add(Judged total, List<Judged> parts, Share before) {
        BigDecimal meant =
                BigDecimal.valueOf(total.value().doubleValue() * before.share()).round(new MathContext(4));
        LocalizedText expected = WORDS.text(
                "plausible.share",
                cells(parts),
                Doubts.cell(total),
                percent(before.share()),
                PrintedSpan.in(before.span()));
        LocalizedText likely =
                WORDS.text("slip.wrong_sum", PrintedNumber.exact(sum(parts)), PrintedNumber.exact(plain(meant)));
        List<Judged> all = new ArrayList<>(parts);
        all.add(0, total);
        doubts.addAny(all, expected, likely);
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    private static LocalizedText percent(double share) {
        return PrintedNumber.pct(100 * share, 0);
    }

    private static List<Judged> parts(RowSum sum, Map<String, Judged> column) {
        return sum.parts().stream()
                .filter(column::containsKey)
                .map(key -> Objects.requireNonNull(column.get(key)))
                .toList();
    }

    private static Optional<Judged> of(Term term, Map<String, Judged> column) {
        return column.values().stream()
                .filter(judged -> judged.figure().key().indicatorCode().equals(term.indicatorCode())
                        && judged.figure().key().activityCode().equals(term.activityCode()))
                .findFirst();
    }

    private boolean isAnyDoubted(Judged total, List<Judged> parts) {
        return doubts.has(total) || parts.stream().anyMatch(doubts::has);
    }

    private static BigDecimal sum(List<Judged> figures) {
        return figures.stream().map(Judged::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String cells(List<Judged> figures) {
        return String.join(" + ", figures.stream().map(Doubts::cell).toList());
    }
}
