package vn.chitieu.observation.rule;

import vn.chitieu.observation.Finding.Severity;
import vn.chitieu.text.LocalizedText;

/**
 * One failure of a rule.
 *
 * @param place the key of the figure, or file and line of a row
 * @param series what findings count once a year: the key with the year instead of the period
 * @param size how far it fails, to find the largest of a series
 */
public record CheckResult(
        String ruleCode,
        Severity severity,
        String place,
        String areaCode,
        String indicatorCode,
        String period,
        String series,
        double size,
        LocalizedText message,
        LocalizedText advice) {}
