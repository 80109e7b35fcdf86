/**
 * What may be said about a point right now. Nothing is "normal" unless a trusted value came within
 * the silence rule over a line that is up, and the mine's judging was heard lately.
 */
import {now, silentAfter, since} from './clock.js';
import {isJudged} from './fresh.js';
import {isNewer} from './newer.js';
import {ruled} from './ruled.js';
import {RANK} from './severity.js';
import {state} from './store.js';
import {t} from './words.js';

/** A summary comes every five seconds; what an older one foretold is not said any more. */
const OUTLOOK_OLD = 60_000;

/** A summary names no more; where it names so many, others may be unknown too. */
const UNKNOWN_AT_MOST = 500;

const TRUSTED = new Set(['GOOD', 'OVER_RANGE']);
const DOUBTED = new Set(['CALIBRATION', 'UNDER_RANGE', 'SUSPECT']);

const ORDER = ['BLIND', 'EXCEEDED', 'OVER', 'WARNED', 'DARK', 'STALE', 'DOUBTED', 'UNKNOWN', 'UNJUDGED', 'NO_RULE', 'NORMAL'];

/** Reported before any limit is reached. */
const EARLY = new Set(['CHANGE', 'TREND']);

/** About the feed and not about danger: work for maintenance. */
const FEED = new Set(['FLAT', 'PLAUSIBLE', 'CHATTER']);

const weight = (finding) => (FEED.has(finding.check) ? 0 : finding.blind ? 10 : RANK[finding.severity]);

/**
 * The open findings of the mine in view, by point; of several the worst. What is about no point has none. A drill
 * says nothing about what a point reads.
 */
export function openFindings() {
  const found = new Map();
  for (const incident of state.incidents.values()) {
    if (incident.mine === state.mine && incident.stage !== 'CLOSED' && !incident.drill) {
      const open = incident.findings.filter((one) => one.open && one.point);
      for (const finding of [...open, ...(incident.unshown ?? [])]) {
        const known = found.get(finding.point);
        if (!known || weight(finding) > weight(known)) {
          found.set(finding.point, finding);
        }
      }
    }
  }
  return found;
}

/** The worst step of the point's limits that a value has reached, though no finding says so yet. */
function stepReached(point, value) {
  const rules = (state.plan?.limits ?? []).filter((rule) => point.rules.includes(rule.id));
  const reached = rules.flatMap((rule) =>
    rule.steps.filter((step) => (rule.side === 'HIGH' ? value >= step.at : value <= step.at)),
  );
  return reached.sort((a, b) => RANK[b.severity] - RANK[a.severity])[0];
}

/** A point is calm only where a rule judges it, judging is heard, and it says that it knows: else it says why not. */
function calmOrNot(point) {
  if (!isJudged(state.mine)) {
    return {kind: 'UNJUDGED'};
  }
  if (!ruled(point.id)) {
    return {kind: 'NO_RULE'};
  }
  const unknown = state.summaries.get(state.mine).unknown ?? [];
  const found = unknown.find((one) => one.point === point.id);
  if (found || unknown.length >= UNKNOWN_AT_MOST) {
    return {kind: 'UNKNOWN', why: found?.why ?? 'UNSEEN'};
  }
  return {kind: 'NORMAL'};
}

export function conditionOf(point, findings) {
  const reading = state.live.get(point.id);
  const finding = findings.get(point.id);
  // A mine's clock may run ahead: a value is never younger than its coming.
  const age = Math.max(since(reading?.measured), since(reading?.received));
  const stale = age > silentAfter(point);
  const old = stale || !state.link.up;
  const base = {point, reading, finding, age, old, severity: finding?.severity ?? null};
  const feed = finding && FEED.has(finding.check);
  if (finding?.blind && !feed) {
    return {...base, kind: 'BLIND'};
  }
  if (finding && !feed) {
    return {...base, kind: EARLY.has(finding.check) ? 'WARNED' : 'EXCEEDED'};
  }
  if (!reading || reading.value === null || reading.value === undefined) {
    return {...base, kind: 'DARK'};
  }
  if (!TRUSTED.has(reading.quality) && !DOUBTED.has(reading.quality)) {
    return {...base, kind: 'DARK'};
  }
  if (old) {
    return {...base, kind: 'STALE'};
  }
  if (DOUBTED.has(reading.quality) || feed) {
    return {...base, kind: 'DOUBTED'};
  }
  const step = stepReached(point, reading.value);
  if (step) {
    return {...base, kind: 'OVER', severity: step.severity};
  }
  return {...base, ...calmOrNot(point)};
}

/** Every point of the mine in view, most worrying first. */
export function conditions() {
  const findings = openFindings();
  return (state.plan?.points ?? [])
    .map((point) => conditionOf(point, findings))
    .sort(
      (a, b) =>
        ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
        (RANK[b.severity] ?? 0) - (RANK[a.severity] ?? 0),
    );
}

/**
 * The newest value of a finding's point with its own age and what is to be doubted of it: facts come only when
 * something changes. Live values are those of the mine in view; of another mine the fact is the newest there is. A
 * reading without a number is newer all the same: then there is no value, and the fact's stands beside it as `last`.
 */
export function valueNow(incident, finding) {
  const fact = {value: finding.value ?? null, at: finding.measured, quality: null, last: null};
  const live = finding.check === 'LIMIT' && incident.mine === state.mine ? state.live.get(finding.point) : null;
  if (!live || !isNewer(live, finding)) {
    return fact;
  }
  const value = live.value ?? null;
  const quality = TRUSTED.has(live.quality) && value !== null ? null : live.quality;
  return {value, at: live.measured, quality, last: value === null ? fact : null};
}

/**
 * When the point reaches its next limit, in words; null where its forecasts have not beaten "stays as it
 * is", where it does not head there, and where the mine's word is old.
 */
export function outlookOf(point) {
  const summary = state.summaries.get(state.mine);
  const found = summary?.outlooks?.find((one) => one.point === point);
  if (!found || !state.link.up || since(summary.at) > OUTLOOK_OLD) {
    return null;
  }
  const minutes = (iso) => Math.max(0, Math.round((Date.parse(iso) - now()) / 60_000));
  const level = `${valueText(found.measure, found.level)}`;
  const [from, to] = [minutes(found.earliest), found.latest ? minutes(found.latest) : null];
  return to === null ? t('outlook.open', level, from) : t('outlook.within', level, from, to);
}

/** A value as it is written: with the digits its measure deserves. */
export function valueText(measure, value) {
  if (value === null || value === undefined || Number.isNaN(value)) {
    return '—';
  }
  if (measure === 'SWITCH') {
    return t(value >= 0.5 ? 'switch.on' : 'switch.off');
  }
  if (!measure && Number.isInteger(value)) {
    return String(value); // a count
  }
  const digits = {METHANE: 2, CARBON_DIOXIDE: 2, HYDROGEN: 2, AIR_SPEED: 2, WATER_LEVEL: 2}[measure] ?? 1;
  return value.toFixed(digits);
}
