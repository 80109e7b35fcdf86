/** The points of one curve: history once, then what comes live. Gaps stay gaps. */
import {now, silentAfter} from './clock.js';
import {AHEAD_MS} from './newer.js';
import {change, state} from './store.js';
import {gapOf, recorded} from './stored.js';
import {pointById} from './words.js';

/** A curve starts this long before the onset. */
const BEFORE_MS = 10 * 60_000;
/** The curve of what is closed ends this long after it. */
const AFTER_MS = 10 * 60_000;
/** Live values kept behind the history; at one per second more than a shift. */
const MOST = 40_000;

const TRUSTED = new Set(['GOOD', 'OVER_RANGE']);

let kept = {key: ''};

/** The series of a finding's point; loads it when it is new or when the line came back. */
export function seriesOf(incident, finding) {
  const key = [incident.mine, finding.point, incident.onset, incident.stage === 'CLOSED', state.loads].join('|');
  if (kept.key !== key) {
    const from = Date.parse(incident.onset) - BEFORE_MS;
    kept = {key, point: finding.point, from, to: endOf(incident), t: [], v: [], low: null, high: null, windows: 0, loading: true, problem: null};
    load(kept, incident.mine, finding.point);
  }
  if (kept.to === null) {
    append(kept, state.live.get(finding.point));
  }
  return kept;
}

/** Where the curve of a closed incident ends; null while it goes on. */
function endOf(incident) {
  const last = Math.max(...incident.timeline.map((step) => Date.parse(step.at)));
  return incident.stage === 'CLOSED' && Number.isFinite(last) ? Math.min(now(), last + AFTER_MS) : null;
}

async function load(series, mine, point) {
  try {
    const history = await recorded(mine, point, series.from, series.to ?? now());
    const last = history.t.at(-1) ?? 0;
    const later = series.t.findIndex((at) => at > last);
    const tail = later < 0 ? [[], []] : [series.t.slice(later), series.v.slice(later)];
    series.t = [...history.t, ...tail[0]];
    series.v = [...history.v, ...tail[1]];
    // What comes live is one value: its own least and most.
    series.windows = history.windows;
    series.low = history.low && [...history.low, ...tail[1]];
    series.high = history.high && [...history.high, ...tail[1]];
  } catch (problem) {
    series.problem = problem;
  }
  series.loading = false;
  change({});
}

function append(series, reading) {
  const at = Date.parse(reading?.measured ?? '');
  takeBack(series, at, Date.parse(reading?.received ?? ''));
  if (!(at > (series.t.at(-1) ?? 0))) {
    return;
  }
  series.t.push(at);
  const value = TRUSTED.has(reading.quality) ? reading.value : null;
  for (const each of [series.v, series.low, series.high]) {
    each?.push(value);
  }
  if (series.t.length > MOST) {
    for (const each of [series.t, series.v, series.low, series.high]) {
      each?.splice(0, MOST / 10);
    }
    series.windows = Math.max(0, series.windows - MOST / 10);
  }
}

/** What stands after the coming of a later reading was measured by a clock that was ahead: no moment of the curve. */
function takeBack(series, measured, received) {
  const ahead = series.t.at(-1) > measured ? series.t.findIndex((at) => at > received + AHEAD_MS) : -1;
  if (ahead >= 0) {
    for (const each of [series.t, series.v, series.low, series.high]) {
      each?.splice(ahead);
    }
    series.windows = Math.min(series.windows, ahead);
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
  const silent = silentAfter(pointById(pointId));
  const xs = [];
  const columns = series.low ? [series.v, series.low, series.high] : [series.v];
  const drawn = columns.map(() => []);
  series.t.forEach((at, i) => {
    if (i > 0 && at - series.t[i - 1] > gapOf(series, i, silent)) {
      xs.push((series.t[i - 1] + 1) / 1000);
      drawn.forEach((each) => each.push(null));
    }
    xs.push(at / 1000);
    drawn.forEach((each, n) => each.push(columns[n][i] ?? null));
  });
  return [xs, ...drawn];
}
