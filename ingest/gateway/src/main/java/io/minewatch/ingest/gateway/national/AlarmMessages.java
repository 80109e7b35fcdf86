package io.minewatch.ingest.gateway.national;

import io.minewatch.domain.feed.OwnAlarms;
import io.minewatch.domain.finding.OwnAlarm;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Name;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.files.found.AlarmRecord;
import io.minewatch.ingest.files.found.FileHead;
import io.minewatch.ingest.files.words.AlarmKind;
import io.minewatch.ingest.gateway.message.WireMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Alarm records of files as messages. Of what a record tells only codes and numbers go on: names of
 * persons, and texts that a person wrote, stay at the mine.
 */
final class AlarmMessages {
  /** Alarms in one message: below what a message may have in bytes, whatever they tell. */
  static final int A_MESSAGE = 100;

  /** Where the field says the place of a card. */
  private static final String AREA = "area";

  private static final Set<String> TOLD =
      Set.of(
          "max",
          "min",
          "mean",
          "cutArea",
          "abnormal",
          "level",
          "limit",
          "count",
          "station",
          "limit_displacement",
          "limit_velocity",
          "limit_acceleration",
          "limit_duration",
          "displacement",
          "velocity",
          "acceleration",
          "duration");

  private final FileHead head;

  /** Those of one file. */
  AlarmMessages(FileHead head) {
    this.head = head;
  }

  /** Adds the messages; what cannot be told of them is refused with its reason. */
  void add(List<AlarmRecord> records, List<WireMessage> into, List<String> refused) {
    List<OwnAlarm> alarms = new ArrayList<>();
    for (AlarmRecord record : records) {
      String what = record.kind() + " of " + record.begin();
      if (!Name.isValid(record.code())) {
        refused.add(what + " is of a code that is no name");
        continue;
      }
      OwnAlarm alarm = alarm(record);
      if (alarm.endsBeforeItBegins(head.time())) {
        refused.add(what + " ends before it begins");
      } else {
        alarms.add(alarm);
      }
    }
    for (int from = 0; from < alarms.size(); from += A_MESSAGE) {
      List<OwnAlarm> some = alarms.subList(from, Math.min(alarms.size(), from + A_MESSAGE));
      into.add(
          new WireMessage(
              Topic.Kind.OWN_ALARMS,
              ContentTypes.JSON,
              Messages.write(new OwnAlarms(some, head.time())),
              some.size()));
    }
  }

  private OwnAlarm alarm(AlarmRecord record) {
    return new OwnAlarm(
        kind(record.kind()),
        new Subject(subject(record), record.code()),
        zone(record.told().get(AREA)),
        record.begin(),
        record.end(),
        detail(record));
  }

  private static @Nullable ZoneId zone(@Nullable String area) {
    return area != null && Name.isValid(area) ? new ZoneId(area) : null;
  }

  private static Map<String, String> detail(AlarmRecord record) {
    Map<String, String> detail = new TreeMap<>();
    record
        .told()
        .forEach(
            (field, text) -> {
              if (TOLD.contains(field)) {
                detail.put(field, text);
              }
            });
    return detail;
  }

  private Subject.Kind subject(AlarmRecord record) {
    return switch (record.kind()) {
      case OVER_LIMIT,
          POWER_CUT,
          FEED_ABNORMAL,
          SENSOR_LINE_BROKEN,
          CALIBRATION,
          OVER_RANGE,
          UPPER_WARNING,
          LOWER_WARNING,
          WATER,
          SLOPE,
          SLOPE_CLEARED ->
          Subject.Kind.POINT;
      case SUBSTATION_POWER_CUT, SUBSTATION_SILENT -> Subject.Kind.SUBSTATION;
      case OVERTIME, RESTRICTED_AREA, SPECIAL_WORKER, DISTRESS -> Subject.Kind.CARD;
      case OVERSTAFFED ->
          record.code().equals(head.mine().value()) ? Subject.Kind.MINE : Subject.Kind.ZONE;
    };
  }

  private static OwnAlarm.Kind kind(AlarmKind told) {
    return switch (told) {
      case OVER_LIMIT -> OwnAlarm.Kind.OVER_LIMIT;
      case POWER_CUT -> OwnAlarm.Kind.POWER_CUT;
      case FEED_ABNORMAL -> OwnAlarm.Kind.FEED_ABNORMAL;
      case SENSOR_LINE_BROKEN -> OwnAlarm.Kind.SENSOR_LINE_BROKEN;
      case SUBSTATION_POWER_CUT -> OwnAlarm.Kind.SUBSTATION_POWER_CUT;
      case SUBSTATION_SILENT -> OwnAlarm.Kind.SUBSTATION_SILENT;
      case CALIBRATION -> OwnAlarm.Kind.CALIBRATION;
      case OVER_RANGE -> OwnAlarm.Kind.OVER_RANGE;
      case UPPER_WARNING -> OwnAlarm.Kind.UPPER_WARNING;
      case LOWER_WARNING -> OwnAlarm.Kind.LOWER_WARNING;
      case OVERTIME -> OwnAlarm.Kind.OVERTIME;
      case OVERSTAFFED -> OwnAlarm.Kind.OVERSTAFFED;
      case RESTRICTED_AREA -> OwnAlarm.Kind.RESTRICTED_AREA;
      case SPECIAL_WORKER -> OwnAlarm.Kind.SPECIAL_WORKER;
      case DISTRESS -> OwnAlarm.Kind.DISTRESS;
      case WATER -> OwnAlarm.Kind.WATER;
      case SLOPE, SLOPE_CLEARED -> OwnAlarm.Kind.SLOPE;
    };
  }
}
