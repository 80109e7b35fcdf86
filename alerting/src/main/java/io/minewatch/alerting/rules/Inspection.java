package io.minewatch.alerting.rules;

import io.minewatch.alerting.clue.ClueClocks;
import io.minewatch.alerting.fourline.FourLineRules;
import io.minewatch.alerting.reconcile.ReconcileRules;
import io.minewatch.alerting.seal.SealRules;
import io.minewatch.alerting.suspect.SuspicionRules;

/**
 * The numbers of remote inspection, from the platform's pack.
 *
 * @param fourLine when cuts of the network are the region's
 * @param clues how long a clue may wait at each stage
 * @param suspicions when what repeats is suspected
 * @param seal when a mine that is declared stopped is suspected to work
 * @param books when what the shifts of a mine took does not fit what they say they did
 */
public record Inspection(
    FourLineRules fourLine,
    ClueClocks clues,
    SuspicionRules suspicions,
    SealRules seal,
    ReconcileRules books) {}
