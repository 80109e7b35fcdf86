/** The four lines (断网、断线、平线、缺线) of each point, mine, county and day: how often and how long. */
@NullMarked
package io.minewatch.alerting.fourline;

import org.jspecify.annotations.NullMarked;
