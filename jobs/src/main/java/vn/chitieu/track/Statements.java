package vn.chitieu.track;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.chitieu.attainment.TargetAttainment;
import vn.chitieu.attainment.TargetForecast;
import vn.chitieu.attainment.VerdictThresholds;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.programme.ExpertJudgement;
import vn.chitieu.projection.Quantiles;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.area.KnowledgeRank;
import vn.chitieu.projection.backtest.PastProjection;
import vn.chitieu.projection.backtest.PastProjection.VintageKind;
import vn.chitieu.projection.backtest.UsualYear;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.track.Statement.ErrorUnit;

/** What a run, and the rules in daily use beside it, say of every open year. */
public final class Statements {

    private static final Set<String> RATES = Set.of("pct", "pct_points");
    private static final String RULE = "rule";

    private Statements() {}

    /**
     * Returns what a run says of series. Nothing is stated of a year that is known.
     *
     * @param isRealTime whether the recent figures of a series were those of the day
     */
    public static List<Statement> ofSeries(
            Collection<SeriesProjection> projections, LocalDate day, Predicate<SeriesId> isRealTime) {
        List<Statement> statements = new ArrayList<>();
        for (SeriesProjection projection : projections) {
            PredictiveDistribution distribution = projection.distribution();
            if (distribution != null && !isCertain(Quantiles.of(distribution))) {
                int month = KnowledgeRank.of(projection).month();
                Occasion occasion = new Occasion(
                        Occasion.RUN,
                        day,
                        cutoff(projection, month),
                        isRealTime.test(projection.id()) ? VintageKind.REAL_TIME : VintageKind.PSEUDO);
                statements.addAll(of(
                        projection,
                        occasion,
                        UsualYear.typicalChange(projection, projection.point()),
                        UsualYear.growthRule(projection, month),
                        UsualYear.planRule(projection, month),
                        UsualYear.target(projection)));
            }
        }
        return statements;
    }

    /** Returns what a projection of the past says, and how it came out. */
    public static List<TrackEntry> ofPast(PastProjection past) {
        Occasion occasion = new Occasion(
                Occasion.REPLAY, past.known().day(), past.cutoff(), past.known().kind());
        return of(
                        past.projection(),
                        occasion,
                        past.typicalChange(),
                        past.growthRulePoint(),
                        past.planRulePoint(),
                        past.target())
                .stream()
                .map(statement -> new TrackEntry(
                        statement,
                        new Outturn(
                                past.outturn(), past.outturnKnownOn(), isReached(statement.stake(), past.outturn()))))
                .toList();
    }

    /** Returns whether an outturn of a series reaches what was at stake. */
    static @Nullable Boolean isReached(@Nullable Stake stake, double outturn) {
        return stake == null ? null : Boolean.valueOf(outturn >= stake.target());
    }

    static boolean isCertain(Quantiles quantiles) {
        return quantiles.p2_5() == quantiles.p97_5();
    }

    private static Period cutoff(SeriesProjection projection, int month) {
        Period last = projection.lastPeriod();
        return month == 0 || last == null ? Period.ofYear(projection.year() - 1) : last;
    }

    private static List<Statement> of(
            SeriesProjection projection,
            Occasion occasion,
            double typicalChange,
            @Nullable Double growthRule,
            @Nullable Double planRule,
            @Nullable Double target) {
        PredictiveDistribution distribution = projection.distribution();
        boolean isRatio = !RATES.contains(projection.unitCode())
                && projection.history().stream().allMatch(past -> past.annual() > 0);
        Statement own = new Statement(
                Subject.of(projection.id(), projection.year(), projection.unitCode()),
                occasion,
                Sources.OWN,
                projection.point(),
                distribution == null ? null : Quantiles.of(distribution),
                target == null || distribution == null ? null : stake(target, distribution.probabilityAtLeast(target)),
                new ErrorUnit(typicalChange, isRatio),
                projection.method().code(),
                projection.method().historyYears());
        List<Statement> statements = new ArrayList<>(List.of(own));
        addRule(statements, own, Sources.GROWTH_RULE, growthRule, target);
        addRule(statements, own, Sources.PLAN_RULE, planRule, target);
        return statements;
    }

    private static void addRule(
            List<Statement> statements, Statement own, String source, @Nullable Double value, @Nullable Double target) {
        if (value != null && Double.isFinite(value)) {
            Stake stake = target == null ? null : stake(target, value >= target ? 1 : 0);
            statements.add(own.of(source, value, stake, RULE));
        }
    }

    private static Stake stake(double target, double probability) {
        return new Stake(target, probability, VerdictThresholds.usual().verdict(probability));
    }

    /** Returns what a run says of the headline of each target that has an interval, in the target's own measure. */
    public static List<Statement> ofTargets(
            Collection<TargetAttainment> attainments, LocalDate day, Predicate<SeriesId> isRealTime) {
        List<Statement> statements = new ArrayList<>();
        for (TargetAttainment attainment : attainments) {
            Double point = attainment.forecast().point();
            Quantiles quantiles = attainment.forecast().quantiles();
            Double value = attainment.targetValue();
            Double probability = attainment.judgement().pAttain();
            if (attainment.isHeadline()
                    && point != null
                    && quantiles != null
                    && value != null
                    && probability != null
                    && !isCertain(quantiles)) {
                Statement own = new Statement(
                        subject(attainment),
                        occasion(attainment, day, isRealTime),
                        Sources.OWN,
                        point,
                        quantiles,
                        new Stake(value, probability, attainment.judgement().verdict()),
                        unit(attainment, value),
                        attainment.provenance().methodCode(),
                        historyYears(attainment));
                statements.add(own);
                Double growth = attainment.forecast().growthToDateRulePoint();
                if (growth != null && Double.isFinite(growth)) {
                    statements.add(own.of(Sources.GROWTH_RULE, growth, stakeOf(attainment, value, growth), RULE));
                }
            }
        }
        return statements;
    }

    /**
     * Returns what persons say of targets beside the program: of the headlines that have a value, each judgement in
     * force on the day that the target is evaluated on.
     */
    public static List<Statement> ofJudgements(
            Collection<ExpertJudgement> judgements, Collection<TargetAttainment> attainments, LocalDate day) {
        List<Statement> statements = new ArrayList<>();
        for (TargetAttainment attainment : attainments) {
            Double target = attainment.targetValue();
            for (ExpertJudgement judgement : judgements) {
                boolean isOfTarget = attainment.isHeadline()
                        && judgement.programmeId().equals(attainment.programmeId())
                        && judgement.targetId().equals(attainment.targetId())
                        && judgement.isInForce(attainment.evaluatedOn());
                if (isOfTarget && target != null && !isOver(attainment)) {
                    statements.add(new Statement(
                            subject(attainment),
                            occasion(attainment, day, series -> true),
                            Sources.JUDGEMENT + ":" + judgement.role(),
                            judgement.value(),
                            null,
                            stakeOf(attainment, target, judgement.value()),
                            unit(attainment, target),
                            Sources.JUDGEMENT,
                            0));
                }
            }
        }
        return statements;
    }

    private static boolean isOver(TargetAttainment attainment) {
        Quantiles quantiles = attainment.forecast().quantiles();
        return quantiles != null && isCertain(quantiles);
    }

    /** Returns what a value, taken for certain, says of a target. */
    static Stake stakeOf(TargetAttainment attainment, double targetValue, double value) {
        boolean isMet =
                attainment.target().band(attainment.version(), targetValue).isMetBy(value);
        return stake(targetValue, isMet ? 1 : 0);
    }

    static Subject subject(TargetAttainment attainment) {
        return new Subject(
                series(attainment),
                attainment.programme().year(),
                attainment.target().unitCode(),
                attainment.programmeId(),
                attainment.targetId());
    }

    private static SeriesId series(TargetAttainment attainment) {
        return new SeriesId(
                attainment.programme().areaCode(),
                attainment.target().indicatorCode(),
                attainment.target().activityCode(),
                PriceBasis.NONE);
    }

    private static Occasion occasion(TargetAttainment attainment, LocalDate day, Predicate<SeriesId> isRealTime) {
        Period period = attainment.known().period();
        int year = attainment.programme().year();
        SeriesId read = attainment.forecast().seriesId();
        return new Occasion(
                Occasion.RUN,
                day,
                period != null && period.year() == year ? period : Period.ofYear(year - 1),
                isRealTime.test(read == null ? series(attainment) : read) ? VintageKind.REAL_TIME : VintageKind.PSEUDO);
    }

    /** Returns what every error of a target is measured in, whoever states it. */
    private static ErrorUnit unit(TargetAttainment attainment, double target) {
        TargetForecast forecast = attainment.forecast();
        Double change = forecast.typicalChange();
        Double point = forecast.point();
        boolean isRate = RATES.contains(attainment.target().unitCode());
        return new ErrorUnit(
                change == null ? UsualYear.typicalChange(target) : change,
                !isRate && (point == null ? target : point) > 0);
    }

    private static int historyYears(TargetAttainment attainment) {
        Integer years = attainment.forecast().historyYears();
        return years == null ? 0 : years;
    }
}
