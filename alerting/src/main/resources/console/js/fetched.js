/** What pages beside the home have fetched: kept under a key, fetched anew when it is older than asked. */
import {change} from './store.js';

const kept = new Map(); // key -> {value, problem, at, loading}

/** What is known under the key; starts to fetch it when it is too old. Never blocks, never throws. */
export function use(key, fetcher, everyMs) {
  const known = kept.get(key) ?? {value: null, problem: null, at: 0, loading: false};
  kept.set(key, known);
  if (!known.loading && Date.now() - known.at > everyMs) {
    known.loading = true;
    load(known, fetcher);
  }
  return known;
}

async function load(known, fetcher) {
  try {
    known.value = await fetcher();
    known.problem = null;
  } catch (problem) {
    known.problem = problem;
    if (problem.status === 401) {
      change({me: null});
    }
  }
  known.at = Date.now();
  known.loading = false;
  change({});
}

/** What begins so is fetched again at the next look, because it was just changed. */
export function forget(prefix) {
  for (const [key, known] of kept) {
    if (key.startsWith(prefix)) {
      known.at = 0;
    }
  }
  change({});
}
