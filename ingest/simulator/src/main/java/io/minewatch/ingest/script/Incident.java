package io.minewatch.ingest.script;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong. Every incident begins {@code after} the start of a round of its script
 * and {@code lasts} a while; at its end the mine is as before.
 */
public sealed interface Incident {
  /** More has not been measured in an hour anywhere, by the order of it. */
  double HEAVIEST_RAIN = 500;

  /** Time from the start of the round. */
  Duration after();

  /** How long it can be noticed at most. */
  Duration lasts();

  /** What ends the hold of a {@link Drive}. */
  enum Until {
    /** The hold is as long as written. */
    TIME,
    /** The hold also ends when an order has emptied the zone of the point. */
    WITHDRAWN
  }

  /**
   * A value is driven away from its quiet mean: a gas rise, a fan that slows, a pump that fails.
   *
   * @param peak in the unit of the point's measure
   * @param within straight from the quiet mean to the peak
   * @param hold at the peak
   * @param fall straight back
   */
  record Drive(
      Duration after,
      PointId point,
      double peak,
      Duration within,
      Duration hold,
      Until until,
      Duration fall)
      implements Incident {
    public Drive {
      if (!Double.isFinite(peak)) {
        throw new IllegalArgumentException("a drive needs a finite peak, was " + peak);
      }
    }

    @Override
    public Duration lasts() {
      return within.plus(hold).plus(fall);
    }
  }

  /**
   * The cable of a point is cut.
   *
   * @param quality what its substation says of it, or null when nothing at all comes any more
   */
  record Cut(Duration after, Duration lasts, PointId point, @Nullable Quality quality)
      implements Incident {}

  /**
   * A probe shows this value whatever happens: it is wrapped or in fresh air (then it calls it
   * good), or calibration gas is blown on it (then it says so).
   */
  record Mask(Duration after, Duration lasts, PointId point, double shows, Quality quality)
      implements Incident {}

  /** A probe goes on showing what it showed at the beginning. */
  record Freeze(Duration after, Duration lasts, PointId point) implements Incident {}

  /** Heavy rain, in mm an hour. */
  record Rain(Duration after, Duration lasts, double rate) implements Incident {
    public Rain {
      if (!(rate > 0 && rate <= HEAVIEST_RAIN)) {
        throw new IllegalArgumentException(
            "rain is above 0 and at most " + HEAVIEST_RAIN + " mm/h, was " + rate);
      }
    }
  }

  /**
   * A slope accelerates as before a failure: the inverse of its velocity falls in a straight line
   * to nothing at {@code failing}; the incident must be over before.
   *
   * @param from velocity at the beginning, in mm an hour
   * @param failing when it would fail, from the beginning
   */
  record Slide(Duration after, Duration lasts, PointId point, double from, Duration failing)
      implements Incident {
    public Slide {
      if (!(from > 0) || lasts.compareTo(failing) >= 0) {
        throw new IllegalArgumentException(
            "a slide starts above 0 mm/h and ends before it fails, was "
                + (from + " for " + lasts + " failing " + failing));
      }
    }

    /** What has moved so many seconds after the beginning, in mm. */
    public double moved(double seconds) {
      double life = failing.toMillis() / 1_000.0;
      return -from / 3_600 * life * Math.log(1 - seconds / life);
    }
  }

  /** Nobody works: all go up, but those whom a {@link Crowd} calls. A mine that is stopped. */
  record Stand(Duration after, Duration lasts) implements Incident {}

  /** A person of the shift on duty (counted from 1; the first is its leader) is not underground. */
  record Absent(Duration after, Duration lasts, int person) implements Incident {
    public Absent {
      requirePositive("a person's number", person);
    }
  }

  /** A person of the shift on duty (counted from 1) presses the distress button of the card. */
  record Distress(Duration after, Duration lasts, int person) implements Incident {
    public Distress {
      requirePositive("a person's number", person);
    }
  }

  /** More people than usual are sent to work in one zone. */
  record Crowd(Duration after, Duration lasts, ZoneId zone, int people) implements Incident {
    public Crowd {
      requirePositive("a crowd", people);
    }
  }

  /** The card of a person of the shift on duty (counted from 1) is not heard; the person walks. */
  record Hush(Duration after, Duration lasts, int person) implements Incident {
    public Hush {
      requirePositive("a person's number", person);
    }
  }

  /** A person of the shift on duty (counted from 1) who, ordered out, stays for some time. */
  record Linger(Duration after, Duration lasts, int person, Duration stays) implements Incident {
    public Linger {
      requirePositive("a person's number", person);
    }
  }

  /**
   * A person of the shift on duty (counted from 1) who works at one place goes to and fro between
   * it and a zone beside it: at {@code after} it is there, {@code every} so long it is at the
   * other.
   */
  record Pace(Duration after, Duration lasts, int person, ZoneId zone, Duration every)
      implements Incident {
    public Pace {
      requirePositive("a person's number", person);
      if (every.isNegative() || every.isZero()) {
        throw new IllegalArgumentException("who paces turns after some time, was " + every);
      }
    }
  }

  /**
   * The card of one person of the shift on duty is in the pocket of another (一人多卡): it is read with
   * the carrier's, and its owner not at all.
   *
   * @param card the number of its owner
   * @param carrier the number of who has it
   */
  record Carry(Duration after, Duration lasts, int card, int carrier) implements Incident {
    public Carry {
      requirePositive("a person's number", Math.min(card, carrier));
      if (card == carrier) {
        throw new IllegalArgumentException("everybody carries the own card, was " + card);
      }
    }
  }

  /**
   * The card of a person of the shift on duty was copied (一卡两处): one step after each time that it
   * is read at its place, it is read in another zone.
   */
  record Copy(Duration after, Duration lasts, int person, ZoneId zone) implements Incident {
    public Copy {
      requirePositive("a person's number", person);
    }
  }

  /** The card of a person of the shift on duty hangs on a nail in some zone. */
  record Hang(Duration after, Duration lasts, int person, ZoneId zone) implements Incident {
    public Hang {
      requirePositive("a person's number", person);
    }
  }

  /**
   * A probe is disturbed (干扰): it shows a value that is far from all that it shows otherwise, and
   * calls it good.
   */
  record Spike(Duration after, Duration lasts, PointId point, double shows) implements Incident {
    public Spike {
      if (!Double.isFinite(shows)) {
        throw new IllegalArgumentException("a spike shows a finite value, was " + shows);
      }
    }
  }

  /** The line from the mine to the outside is cut: no message leaves. */
  record Disconnect(Duration after, Duration lasts) implements Incident {}

  private static void requirePositive(String what, int number) {
    if (number < 1) {
      throw new IllegalArgumentException(what + " starts at 1, was " + number);
    }
  }
}
