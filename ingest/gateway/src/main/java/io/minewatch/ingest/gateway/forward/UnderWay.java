package io.minewatch.ingest.gateway.forward;

import io.minewatch.domain.reading.Lane;
import io.minewatch.ingest.gateway.span.Spans;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was handed to the broker's connection and is neither confirmed nor failed. */
final class UnderWay {
  private final Map<Long, Parcel> parcels = new TreeMap<>();
  private final Set<Long> aside = new HashSet<>();
  private int backfill;

  /** One message under way; when it came in, if that may still make it live. */
  record Parcel(Lane lane, @Nullable Instant since) {}

  void add(long sequence, Lane lane, @Nullable Instant since) {
    parcels.put(sequence, new Parcel(lane, since));
    backfill += lane == Lane.BACKFILL ? 1 : 0;
  }

  @Nullable Parcel remove(long sequence) {
    Parcel parcel = parcels.remove(sequence);
    boolean counted = !aside.remove(sequence) && parcel != null;
    backfill -= counted && parcel.lane() == Lane.BACKFILL ? 1 : 0;
    return parcel;
  }

  /** It has not gone after all, and counts no more until it is removed. */
  void setAside(long sequence) {
    Parcel parcel = parcels.get(sequence);
    if (parcel != null && aside.add(sequence)) {
      backfill -= parcel.lane() == Lane.BACKFILL ? 1 : 0;
    }
  }

  /** Of what is aside, these wait for nothing any more. */
  void gaveUp(Spans spans) {
    parcels.keySet().removeIf(sequence -> aside.contains(sequence) && spans.contains(sequence));
    aside.removeIf(spans::contains);
  }

  int aside() {
    return aside.size();
  }

  boolean contains(long sequence) {
    return parcels.containsKey(sequence);
  }

  Iterable<Long> sequences() {
    return parcels.keySet();
  }

  int size() {
    return parcels.size() - aside.size();
  }

  int backfill() {
    return backfill;
  }
}
