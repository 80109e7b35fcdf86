/** Definition files of a mine's monitoring system become proposals of changes of its registry. */
@NullMarked
package io.minewatch.alerting.filing;

import org.jspecify.annotations.NullMarked;
