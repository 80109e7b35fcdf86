package io.minewatch.domain.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.minewatch.domain.plan.AppraisalRule;
import io.minewatch.domain.plan.ChangeRule;
import io.minewatch.domain.plan.ChatterRule;
import io.minewatch.domain.plan.CompoundRule;
import io.minewatch.domain.plan.DrainRule;
import io.minewatch.domain.plan.FlatRule;
import io.minewatch.domain.plan.InterlockRule;
import io.minewatch.domain.plan.LevelRule;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.LostRule;
import io.minewatch.domain.plan.OutageRule;
import io.minewatch.domain.plan.OwnAlarmRule;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.PlausibleRule;
import io.minewatch.domain.plan.PondRule;
import io.minewatch.domain.plan.RainRule;
import io.minewatch.domain.plan.SilenceRule;
import io.minewatch.domain.plan.SlopeRule;
import io.minewatch.domain.plan.TrendRule;
import io.minewatch.domain.plan.VelocityRule;

/** Which kind of rule a row of a plan's rules is: its field {@code kind} says it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LimitRule.class, name = "LIMIT"),
  @JsonSubTypes.Type(value = PeopleRule.class, name = "PEOPLE"),
  @JsonSubTypes.Type(value = SilenceRule.class, name = "SILENCE"),
  @JsonSubTypes.Type(value = AppraisalRule.class, name = "APPRAISAL"),
  @JsonSubTypes.Type(value = CompoundRule.class, name = "COMPOUND"),
  @JsonSubTypes.Type(value = DrainRule.class, name = "DRAIN"),
  @JsonSubTypes.Type(value = InterlockRule.class, name = "INTERLOCK"),
  @JsonSubTypes.Type(value = LevelRule.class, name = "LEVEL"),
  @JsonSubTypes.Type(value = OutageRule.class, name = "OUTAGE"),
  @JsonSubTypes.Type(value = OwnAlarmRule.class, name = "OWN_ALARM"),
  @JsonSubTypes.Type(value = PondRule.class, name = "POND"),
  @JsonSubTypes.Type(value = RainRule.class, name = "RAIN"),
  @JsonSubTypes.Type(value = SlopeRule.class, name = "SLOPE"),
  @JsonSubTypes.Type(value = VelocityRule.class, name = "VELOCITY"),
  @JsonSubTypes.Type(value = ChangeRule.class, name = "CHANGE"),
  @JsonSubTypes.Type(value = TrendRule.class, name = "TREND"),
  @JsonSubTypes.Type(value = LostRule.class, name = "LOST"),
  @JsonSubTypes.Type(value = FlatRule.class, name = "FLAT"),
  @JsonSubTypes.Type(value = PlausibleRule.class, name = "PLAUSIBLE"),
  @JsonSubTypes.Type(value = ChatterRule.class, name = "CHATTER"),
})
public interface RuleKinds {}
