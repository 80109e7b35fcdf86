/**
 * The part of Grafana's dashboard JSON that we use: each record is one JSON object, name for name.
 */
@NullMarked
package io.minewatch.dashboards.grafana;

import org.jspecify.annotations.NullMarked;
