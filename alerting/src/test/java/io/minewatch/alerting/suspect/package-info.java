/** Tests of what a machine suspects. */
@NullMarked
package io.minewatch.alerting.suspect;

import org.jspecify.annotations.NullMarked;
