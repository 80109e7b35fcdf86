/** The test reading on its whole way: broker, judge job, broker, alerting, call adapter. */
@NullMarked
package io.minewatch.e2e.canary;

import org.jspecify.annotations.NullMarked;
