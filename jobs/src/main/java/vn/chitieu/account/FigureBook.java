package vn.chitieu.account;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import vn.chitieu.observation.PriceBasis;

/** The figures of one area, each once, in the order in which tables print them. */
final class FigureBook {

    private static final Comparator<AccountFigure> ORDER = Comparator.comparing(AccountFigure::account)
            .thenComparing(AccountFigure::itemCode)
            .thenComparing(AccountFigure::priceBasis)
            .thenComparing(AccountFigure::period)
            .thenComparing(AccountFigure::accumulation)
            .thenComparing(AccountFigure::measure);

    private final String areaCode;
    private final TreeSet<AccountFigure> figures = new TreeSet<>(ORDER);

    FigureBook(String areaCode) {
        this.areaCode = areaCode;
    }

    List<AccountFigure> toList() {
        return List.copyOf(figures);
    }

    /** Adds a figure unless one of the same account, item, prices, period and measure is there. */
    void add(AccountFigure figure) {
        figures.add(figure);
    }

    void add(
            AccountFigure.Account account,
            String item,
            PriceBasis basis,
            PeriodName name,
            AccountFigure.Measure measure,
            String unitCode,
            Reading reading) {
        figures.add(new AccountFigure(
                account,
                areaCode,
                item,
                name.period(),
                name.accumulation(),
                basis,
                measure,
                reading.value(),
                unitCode,
                reading.origin(),
                reading.status(),
                reading.date(),
                reading.methodCode()));
    }
}
