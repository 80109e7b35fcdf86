package io.minewatch.ingest.files.found;

import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.ingest.files.define.PersonDefinition;
import io.minewatch.ingest.files.define.PointDefinition;
import io.minewatch.ingest.files.define.StationDefinition;
import io.minewatch.ingest.files.define.ZoneDefinition;
import java.util.ArrayList;
import java.util.List;

/** What a file holds, in the order of its records. */
public sealed interface Content {
  /** How many values were taken. */
  int size();

  record Points(List<PointDefinition> points) implements Content {
    public Points {
      points = List.copyOf(points);
    }

    @Override
    public int size() {
      return points.size();
    }
  }

  record Zones(List<ZoneDefinition> zones) implements Content {
    public Zones {
      zones = List.copyOf(zones);
    }

    @Override
    public int size() {
      return zones.size();
    }
  }

  record People(List<PersonDefinition> people) implements Content {
    public People {
      people = List.copyOf(people);
    }

    @Override
    public int size() {
      return people.size();
    }
  }

  record Stations(List<StationDefinition> stations) implements Content {
    public Stations {
      stations = List.copyOf(stations);
    }

    @Override
    public int size() {
      return stations.size();
    }
  }

  /**
   * Readings.
   *
   * @param told numbers that came with them and are no measure of ours
   */
  record Readings(List<FileReading> readings, List<ToldValue> told) implements Content {
    public Readings {
      readings = List.copyOf(readings);
      told = List.copyOf(told);
    }

    @Override
    public int size() {
      return readings.size();
    }

    /** The readings as messages carry them, in order; as many packs as are needed. */
    public List<ReadingPack> packs() {
      List<ReadingPack> packs = new ArrayList<>();
      for (int from = 0; from < readings.size(); from += ReadingBatch.MAX_READINGS) {
        int to = Math.min(readings.size(), from + ReadingBatch.MAX_READINGS);
        packs.add(pack(readings.subList(from, to)));
      }
      return packs;
    }

    private static ReadingPack pack(List<FileReading> readings) {
      ReadingBatch batch = new ReadingBatch();
      for (FileReading reading : readings) {
        batch.add(
            reading.point().value(),
            reading.value(),
            reading.unit(),
            reading.at().toEpochMilli(),
            reading.quality());
      }
      return new ReadingPack(batch, readings.stream().map(FileReading::rawState).toList());
    }
  }

  record Positions(List<PersonFix> fixes) implements Content {
    public Positions {
      fixes = List.copyOf(fixes);
    }

    @Override
    public int size() {
      return fixes.size();
    }
  }

  record Alarms(List<AlarmRecord> alarms) implements Content {
    public Alarms {
      alarms = List.copyOf(alarms);
    }

    @Override
    public int size() {
      return alarms.size();
    }
  }

  record StationStates(List<StationState> states) implements Content {
    public StationStates {
      states = List.copyOf(states);
    }

    @Override
    public int size() {
      return states.size();
    }
  }
}
