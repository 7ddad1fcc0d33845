package vn.chitieu.notebook.chart;

import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.rows.MartRow;

/** A number that a chart of a target names, and its name with the number. */
record Mark(Role role, double value, String label) {

    /** What the number is to the target. */
    enum Role {
        ESTIMATE,
        GOAL,
        OTHER_GOAL,
        LAST_YEAR
    }

    static Mark estimate(double value, int decimals, TargetTexts texts) {
        return new Mark(Role.ESTIMATE, value, texts.texts().text("chart.estimate", number(value, decimals, texts)));
    }

    static Mark lastYear(int year, double value, int decimals, TargetTexts texts) {
        String label = texts.texts().text("chart.last_year", year, number(value, decimals, texts));
        return new Mark(Role.LAST_YEAR, value, label);
    }

    static Mark goal(double value, int decimals, TargetTexts texts) {
        return new Mark(Role.GOAL, value, texts.texts().text("chart.target", number(value, decimals, texts)));
    }

    /** Returns the level of a version that the programme is not judged by. */
    static Mark otherGoal(MartRow version, double value, int decimals, TargetTexts texts) {
        return new Mark(Role.OTHER_GOAL, value, texts.levelLabel(version, number(value, decimals, texts)));
    }

    private static String number(double value, int decimals, TargetTexts texts) {
        return texts.numbers().number(value, decimals);
    }
}
