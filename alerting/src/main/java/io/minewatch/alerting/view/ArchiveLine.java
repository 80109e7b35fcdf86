package io.minewatch.alerting.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One incident in the archive. Times are wall time, the peak's excepted.
 *
 * @param closed null while it is open
 * @param how it was closed: a name of {@code Closing}; null while it is open
 * @param people who were inside at or after the onset
 * @param subject what its worst finding is about, in Chinese; empty before there is one
 * @param what is wrong there, in Chinese
 * @param peak of that finding, in {@code unit}; null where it has none
 * @param peakAt its measured time
 */
public record ArchiveLine(
    String id,
    String mine,
    String mineName,
    String mineNameEnglish,
    Instant opened,
    @Nullable Instant closed,
    String stage,
    String severity,
    List<String> hazards,
    @Nullable String how,
    boolean drill,
    int people,
    String subject,
    String subjectEnglish,
    String what,
    String whatEnglish,
    @Nullable String measure,
    @Nullable Double peak,
    String unit,
    @Nullable Instant peakAt) {}
