package io.minewatch.alerting.evidence;

import io.minewatch.alerting.ledger.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param rows how many were good, up to the first fault
 * @param last number of the last good row
 * @param hash over everything up to it
 * @param fault the first, or null if there is none
 */
public record Checked(long rows, long last, String hash, @Nullable Fault fault) {}
