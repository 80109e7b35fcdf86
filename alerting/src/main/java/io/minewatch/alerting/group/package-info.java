/** Which findings are of one cause: they become one incident, and one call. */
@NullMarked
package io.minewatch.alerting.group;

import org.jspecify.annotations.NullMarked;
