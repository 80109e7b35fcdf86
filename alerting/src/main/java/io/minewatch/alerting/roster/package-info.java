/** Who is on duty at an instant, and where nobody is. */
@NullMarked
package io.minewatch.alerting.roster;

import org.jspecify.annotations.NullMarked;
