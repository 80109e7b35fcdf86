/** How heavy the load of alarms is on those who must answer, in the figures of ISA-18.2. */
@NullMarked
package io.minewatch.alerting.load;

import org.jspecify.annotations.NullMarked;
