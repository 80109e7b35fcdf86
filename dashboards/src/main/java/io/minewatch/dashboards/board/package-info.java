/** The dashboards of a mine, one for each hazard, made of panels for its measures. */
@NullMarked
package io.minewatch.dashboards.board;

import org.jspecify.annotations.NullMarked;
