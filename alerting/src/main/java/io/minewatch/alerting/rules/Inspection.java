package io.minewatch.alerting.rules;

import io.minewatch.alerting.clue.ClueClocks;
import io.minewatch.alerting.fourline.FourLineRules;

/**
 * The numbers of remote inspection, from the platform's pack.
 *
 * @param fourLine when cuts of the network are the region's
 * @param clues how long a clue may wait at each stage
 */
public record Inspection(FourLineRules fourLine, ClueClocks clues) {}
