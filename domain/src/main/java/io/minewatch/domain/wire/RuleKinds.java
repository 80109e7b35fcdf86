package io.minewatch.domain.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.SilenceRule;

/** Which kind of rule a row of a plan's rules is: its field {@code kind} says it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LimitRule.class, name = "LIMIT"),
  @JsonSubTypes.Type(value = SilenceRule.class, name = "SILENCE"),
})
public interface RuleKinds {}
