/** Copies the embedded database while it is in use, checks the copy, and puts one back. */
@NullMarked
package io.minewatch.alerting.backup;

import org.jspecify.annotations.NullMarked;
