/** What was recorded of a point: single readings of a short time, the statistics of five minutes of a long one. */
import * as api from './api.js';

/** From here on a screen has fewer pixels than there are readings: the least and the most of each five minutes are drawn. */
const LONG_MS = 6 * 3_600_000;
/** The longest time of one question. */
const MOST_MS = 92 * 86_400_000;
const WINDOW_MS = 300_000;

/**
 * Reads it: times, values and, of a long time, the lowest and highest value beside each; the means are the values then.
 * Where there are no statistics, single readings come, thinned by the server.
 */
export async function recorded(mine, point, from, to) {
  if (to - from > LONG_MS) {
    const {windows} = await api.statisticsOf(mine, point, Math.max(from, to - MOST_MS), to);
    if (windows.some((one) => one.measured > 0)) {
      // A window is told when it is over and safe: what came since is single readings, the newest minutes never a guess.
      const end = Date.parse(windows.at(-1).from) + WINDOW_MS;
      const tail = end < to ? await api.historyOf(mine, point, end, to) : {t: [], v: []};
      return {
        t: [...windows.map((one) => Date.parse(one.from) + WINDOW_MS / 2), ...tail.t],
        v: [...windows.map((one) => one.mean), ...tail.v],
        low: [...windows.map((one) => one.min), ...tail.v],
        high: [...windows.map((one) => one.max), ...tail.v],
        windows: windows.length,
      };
    }
  }
  const {t, v} = await api.historyOf(mine, point, from, to);
  return {t, v, low: null, high: null, windows: 0};
}

/** How long without a word is a gap before a drawn value: windows stand five minutes apart, readings as the plan says. */
export const gapOf = (series, at, silent) => (at < series.windows ? Math.max(silent, 2 * WINDOW_MS)
  : at === series.windows && at > 0 ? Math.max(silent, WINDOW_MS) : silent);
