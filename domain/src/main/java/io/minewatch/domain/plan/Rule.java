package io.minewatch.domain.plan;

import io.minewatch.domain.reading.PointId;
import java.util.List;

/**
 * One rule of a plan, of one kind of judging. Each kind is a record of its own; a plan holds all of
 * them in one list, and points refer to those that apply to them by id.
 */
public sealed interface Rule
    permits AppraisalRule,
        CompoundRule,
        DrainRule,
        InterlockRule,
        LevelRule,
        LimitRule,
        OutageRule,
        OwnAlarmRule,
        PeopleRule,
        PointRule,
        PondRule,
        RainRule,
        SilenceRule,
        SlopeRule,
        VelocityRule {
  /** The same for the same row of the same pack, for ever; part of every finding id. */
  String id();

  /** Where its numbers come from. */
  Source source();

  /** What it is called in Chinese; empty where measure and place say it. */
  default String name() {
    return "";
  }

  /** The same in English. */
  default String nameEnglish() {
    return "";
  }

  /** The points that the rule names itself; empty for one to which points refer. */
  default List<PointId> points() {
    return List.of();
  }
}
