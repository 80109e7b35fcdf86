/** The points of one curve: history once, then what comes live. Gaps stay gaps. */
import * as api from './api.js';
import {now, silentAfter} from './clock.js';
import {change, state} from './store.js';
import {pointById} from './words.js';

/** A curve starts this long before the onset. */
const BEFORE_MS = 10 * 60_000;
/** Live values kept behind the history; at one per second more than a shift. */
const MOST = 40_000;

const TRUSTED = new Set(['GOOD', 'OVER_RANGE']);

let kept = {key: ''};

/** The series of a finding's point; loads it when it is new or when the line came back. */
export function seriesOf(incident, finding) {
  const key = [incident.mine, finding.point, incident.onset, state.loads].join('|');
  if (kept.key !== key) {
    const from = Date.parse(incident.onset) - BEFORE_MS;
    kept = {key, point: finding.point, from, t: [], v: [], loading: true, problem: null};
    load(kept, incident.mine, finding.point);
  }
  append(kept, state.live.get(finding.point));
  return kept;
}

async function load(series, mine, point) {
  try {
    const history = await api.historyOf(mine, point, series.from, now());
    const last = history.t.at(-1) ?? 0;
    const later = series.t.findIndex((at) => at > last);
    const tail = later < 0 ? [[], []] : [series.t.slice(later), series.v.slice(later)];
    series.t = [...history.t, ...tail[0]];
    series.v = [...history.v, ...tail[1]];
  } catch (problem) {
    series.problem = problem.message;
  }
  series.loading = false;
  change({});
}

function append(series, reading) {
  const at = Date.parse(reading?.measured ?? '');
  if (!(at > (series.t.at(-1) ?? 0))) {
    return;
  }
  series.t.push(at);
  series.v.push(TRUSTED.has(reading.quality) ? reading.value : null);
  if (series.t.length > MOST) {
    series.t.splice(0, MOST / 10);
    series.v.splice(0, MOST / 10);
  }
}

/** The worst value since the onset of a finding: a fact knows only the peak of its own time. */
export function peakOf(finding, side) {
  let peak = {value: finding.peak, at: finding.peakAt};
  if (!finding.open) {
    return peak;
  }
  const onset = Date.parse(finding.onset);
  const look = (value, at) => {
    const worse = side === 'LOW' ? value < peak.value : value > peak.value;
    peak = typeof value === 'number' && at >= onset && worse ? {value, at} : peak;
  };
  if (kept.point === finding.point) {
    kept.t.forEach((at, i) => look(kept.v[i], at));
  }
  const latest = state.live.get(finding.point);
  if (latest && TRUSTED.has(latest.quality)) {
    look(latest.value, Date.parse(latest.measured));
  }
  return peak;
}

/** The last value that could be trusted, as far as it is known here; or null. */
export function lastSeen(finding) {
  for (let i = kept.point === finding.point ? kept.t.length - 1 : -1; i >= 0; i--) {
    if (typeof kept.v[i] === 'number') {
      return {value: kept.v[i], at: kept.t[i]};
    }
  }
  return null;
}

/** In the form a chart wants: seconds, and an empty value wherever the point was silent. */
export function drawable(series, pointId) {
  const gap = silentAfter(pointById(pointId));
  const xs = [];
  const ys = [];
  series.t.forEach((at, i) => {
    if (i > 0 && at - series.t[i - 1] > gap) {
      xs.push((series.t[i - 1] + 1) / 1000);
      ys.push(null);
    }
    xs.push(at / 1000);
    ys.push(series.v[i] ?? null);
  });
  return [xs, ys];
}
