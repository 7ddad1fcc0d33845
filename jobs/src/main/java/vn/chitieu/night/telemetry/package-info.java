/** How a night went, for machines that watch: its result, metrics for Prometheus and events of OpenLineage. */
@NullMarked
package vn.chitieu.night.telemetry;

import org.jspecify.annotations.NullMarked;
