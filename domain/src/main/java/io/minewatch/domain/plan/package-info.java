/**
 * All that is needed to judge one mine: its zones, its points, and the effective limits with their
 * sources.
 */
@NullMarked
package io.minewatch.domain.plan;

import org.jspecify.annotations.NullMarked;
