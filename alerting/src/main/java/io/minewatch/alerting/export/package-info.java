/** Tables to take along: the same cells as text for programs and as a workbook for people. */
@NullMarked
package io.minewatch.alerting.export;

import org.jspecify.annotations.NullMarked;
