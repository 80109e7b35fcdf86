package io.minewatch.judge.watch;

import io.minewatch.domain.place.Fix;
import io.minewatch.judge.muster.Person;

/**
 * One position of one card, as it was taken in. Times are milliseconds since 1970 UTC.
 *
 * @param person what is known of the card after it
 * @param fix what was said
 * @param gateway who sent it
 * @param event when it was made, by a clock that neither jumps nor is far off
 * @param received when it reached us
 * @param late whether a newer position of this card, or one of the same time, was known: it changed
 *     nothing
 */
public record Sighting(
    Person person, Fix fix, String gateway, long event, long received, boolean late) {}
