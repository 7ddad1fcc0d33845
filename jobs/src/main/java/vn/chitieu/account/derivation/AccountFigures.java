package vn.chitieu.account.derivation;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.AccountFigure.Account;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.account.BalancedAccount;
import vn.chitieu.account.BalancedFigure;
import vn.chitieu.account.reading.AccountValue;
import vn.chitieu.account.reading.MethodCode;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PeriodName;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.Provenance;

/** The figures of one area, each once, in the order in which tables print them. */
public final class AccountFigures {

    private static final Comparator<AccountFigure> ORDER = Comparator.comparing(AccountFigure::account)
            .thenComparing(AccountFigure::itemCode)
            .thenComparing(AccountFigure::priceBasis)
            .thenComparing(AccountFigure::period)
            .thenComparing(AccountFigure::accumulation)
            .thenComparing(AccountFigure::measure);

    private static final Set<Measure> SHOWN =
            EnumSet.of(Measure.LEVEL, Measure.GROWTH_PCT, Measure.CONTRIBUTION_POINTS, Measure.SHARE_PCT);
    /** The largest standard error of a balanced level that stands in for a published one, as a part of the level. */
    private static final double CLOSE_PART = 0.01;

    private static final double CLOSE_POINTS = 0.3;
    private static final int MONTHS = 12;

    private final String areaCode;
    private final TreeSet<AccountFigure> figures = new TreeSet<>(ORDER);

    public AccountFigures(String areaCode) {
        this.areaCode = areaCode;
    }

    public List<AccountFigure> toList() {
        return List.copyOf(figures);
    }

    /** Adds a figure unless one of the same account, item, prices, period and measure is there. */
    public void add(AccountFigure figure) {
        figures.add(figure);
    }

    public void add(
            Account account,
            String item,
            PriceBasis basis,
            MonthSpan span,
            Measure measure,
            String unitCode,
            AccountValue value) {
        PeriodName name = span.name();
        figures.add(new AccountFigure(
                account,
                areaCode,
                item,
                name.period(),
                name.accumulation(),
                basis,
                measure,
                value.value(),
                unitCode,
                value.provenance()));
    }

    /** Returns a figure of an item over a period, if there is one. */
    Optional<AccountFigure> find(AccountFigure like, Measure measure, Period period) {
        AccountFigure wanted = new AccountFigure(
                like.account(),
                areaCode,
                like.itemCode(),
                period,
                like.accumulation(),
                like.priceBasis(),
                measure,
                0,
                "",
                like.provenance());
        return Optional.ofNullable(figures.ceiling(wanted)).filter(found -> ORDER.compare(found, wanted) == 0);
    }

    /** Adds a figure in the place of the one of the same account, item, prices, period and measure. */
    void replace(AccountFigure figure) {
        figures.remove(figure);
        figures.add(figure);
    }

    /** Adds what only the balance says, as far as it says it closely; what is published or derived stays. */
    public void addBalanced(BalancedAccount balance) {
        for (BalancedFigure figure : balance.figures()) {
            boolean isOfGrdp = SHOWN.contains(figure.measure())
                    && !(figure.measure() == Measure.SHARE_PCT && figure.priceBasis() == PriceBasis.CONSTANT_2010);
            boolean isOfYear = figure.period().months() == MONTHS;
            if (!isClose(figure)) {
                continue;
            }
            if (isOfGrdp) {
                addBalanced(Account.GRDP, figure);
            } else if (figure.measure() == Measure.PER_CAPITA && isOfYear) {
                addBalanced(Account.PER_CAPITA, Measure.LEVEL, figure);
            } else if (figure.measure() == Measure.POPULATION && isOfYear) {
                addBalanced(Account.PER_CAPITA, figure);
            }
        }
    }

    /** Adds a balanced figure to an account if it is determined; what is published or derived stays. */
    public void addBalanced(Account account, BalancedFigure figure) {
        addBalanced(account, figure.measure(), figure);
    }

    private void addBalanced(Account account, Measure measure, BalancedFigure figure) {
        Double value = figure.value();
        if (value != null) {
            figures.add(new AccountFigure(
                    account,
                    areaCode,
                    figure.itemCode(),
                    figure.period(),
                    figure.accumulation(),
                    figure.priceBasis(),
                    measure,
                    value,
                    unitCode(figure.measure()),
                    new Provenance(
                            Origin.BALANCED,
                            ObservationStatus.ESTIMATE,
                            figure.vintageDate(),
                            MethodCode.LEAST_SQUARES),
                    figure.standardError()));
        }
    }

    private static boolean isClose(BalancedFigure figure) {
        Double value = figure.value();
        Double error = figure.standardError();
        return value != null
                && error != null
                && error
                        <= switch (figure.measure()) {
                            case LEVEL, PER_CAPITA, POPULATION -> CLOSE_PART * Math.abs(value);
                            default -> CLOSE_POINTS;
                        };
    }

    private static String unitCode(Measure measure) {
        return switch (measure) {
            case LEVEL, BALANCED_LEVEL, PLAN -> "billion_vnd";
            case PER_CAPITA -> "million_vnd_per_person";
            case POPULATION -> "thousand_persons";
            case CONTRIBUTION_POINTS -> "pct_points";
            default -> "pct";
        };
    }
}
