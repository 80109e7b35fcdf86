/** Which points of the mine in view some rule of its plan judges for danger; the others are only recorded. */
import {state} from './store.js';

/** Kinds of rules to which points refer, and that judge what is measured: a trend needs a limit to head for. */
const REFERRED = new Set(['LIMIT', 'CHANGE', 'SLOPE', 'VELOCITY']);

/** The points that a rule of another kind names itself. */
const NAMED = {
  COMPOUND: (rule) => rule.operands.map((one) => one.point),
  DRAIN: (rule) => [rule.inflow, ...rule.pumps.map((one) => one.running)],
  INTERLOCK: (rule) => [...rule.switches.map((one) => one.point), ...rule.gas],
  LEVEL: (rule) => [rule.level],
  POND: (rule) => rule.levels.map((one) => one.point),
  SLOPE: (rule) => (rule.resultants ?? []).flatMap((one) => one.axes),
  RAIN: (rule) => [rule.gauge],
};

let known = null;
let of = null;

function points(plan) {
  const all = new Set(plan.rules.flatMap((rule) => NAMED[rule.kind]?.(rule) ?? []));
  const judging = new Set(plan.rules.filter((rule) => REFERRED.has(rule.kind)).map((rule) => rule.id));
  plan.points.filter((point) => point.rules.some((id) => judging.has(id))).forEach((point) => all.add(point.id));
  return all;
}

/** Whether the plan has a rule that judges the point. */
export function ruled(point) {
  if (known !== state.plan) {
    known = state.plan;
    of = points(known);
  }
  return of.has(point);
}
