/** The registry document of a mine: what it holds, what a change changes, and what lowers it. */
@NullMarked
package io.minewatch.alerting.document;

import org.jspecify.annotations.NullMarked;
