/** What an area and all that is below it looks like now, from the newest word of each mine. */
@NullMarked
package io.minewatch.alerting.overview;

import org.jspecify.annotations.NullMarked;
