/** Evidence that outlives the server: packs of one incident, and the check of ledgers and packs. */
@NullMarked
package io.minewatch.alerting.evidence;

import org.jspecify.annotations.NullMarked;
