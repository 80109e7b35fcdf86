package io.minewatch.judge.watch;

import io.minewatch.domain.finding.OwnAlarm;
import io.minewatch.domain.reading.Lane;

/**
 * An alarm of the mine's own systems, as it was taken in.
 *
 * @param about what it is about, as the plan knows it
 * @param received when it reached us, milliseconds since 1970 UTC
 * @param ahead by how many milliseconds the clock of its times is ahead of ours
 */
public record Reported(OwnAlarm alarm, About about, Lane lane, long received, long ahead) {}
