package vn.chitieu.notebook.chart;

/**
 * What a chart shows, free of any medium: {@link SvgRenderer} draws it for paper and for pages without a script,
 * {@link PlotlyRenderer} for a page whose script runs.
 */
public sealed interface Chart permits CategoryChart, FanChart, IntervalChart, RowChart {}
