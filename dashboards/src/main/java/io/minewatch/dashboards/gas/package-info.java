/** The gas dashboard: what a regulator or an engineer looks back at. It never alarms. */
@NullMarked
package io.minewatch.dashboards.gas;

import org.jspecify.annotations.NullMarked;
