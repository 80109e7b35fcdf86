/** What can be known of the console's files without a browser. */
@NullMarked
package io.minewatch.alerting.console;

import org.jspecify.annotations.NullMarked;
