/** Tests of the four-line index. */
@NullMarked
package io.minewatch.alerting.fourline;

import org.jspecify.annotations.NullMarked;
