/**
 * The line to the server. Nothing is trusted once the server's ticks stay away: the loss is shown,
 * a new line is opened, and behind it everything is fetched again, so that no gap remains.
 */
import * as api from './api.js';
import {attend} from './attendance.js';
import {learn} from './clock.js';
import {goOn} from './store.js';
import {change, state, takeIncident, takeReadings} from './store.js';

/** Ticks come every 2 s; two missed ones are a loss. Shown within 5 s of the last. */
const SILENCE_MS = 4000;
const RETRY_MS = 3000;
/** With up to so many mines one line carries them all; with more, only the one in view. */
const ALL_ON_ONE_LINE = 8;
/** Incidents of mines that are not in view come no later than this. */
const LOOK_ROUND_MS = 10_000;

let source = null;
let heard = 0;
let opened = 0;
let looked = 0;
let selectFirst = () => {};

export function startStream(afterLoad) {
  selectFirst = afterLoad;
  setInterval(watch, 250);
  reconnect();
}

/** Shows another mine: its plan, values and head counts are fetched anew. */
export function showMine(code) {
  change({mine: code, plan: null, live: new Map(), muster: null, past: [], point: null});
  reconnect();
}

export function reconnect() {
  source?.close();
  opened = Date.now();
  if (state.mine) {
    openLine();
  } else {
    loadAll(); // finds a mine to show
  }
}

function openLine() {
  const mine = state.mines.length > ALL_ON_ONE_LINE ? state.mine : '';
  const line = new EventSource(`/api/stream?mine=${encodeURIComponent(mine)}`);
  source = line;
  const on = (name, take) =>
    line.addEventListener(name, (event) => {
      if (line === source) {
        heard = Date.now();
        take(JSON.parse(event.data));
      }
    });
  on('tick', (tick) => {
    learn(tick.at);
    attend();
    if (!state.link.up) {
      change({link: {up: true, since: Date.now(), ever: true}});
    }
    change({});
  });
  on('incident', takeIncident);
  on('summary', (summary) => {
    state.summaries.set(summary.mine, summary);
    goOn({});
  });
  on('muster', (muster) => muster.mine === state.mine && goOn({muster}));
  on('live', (live) => live.mine === state.mine && takeReadings(live.readings));
  line.addEventListener('open', () => line === source && loadAll());
}

function watch() {
  if (!state.me) {
    return;
  }
  const current = Date.now();
  if (state.link.up && current - heard > SILENCE_MS) {
    change({link: {up: false, since: heard, ever: true}});
  }
  if (!state.link.up && current - opened > RETRY_MS) {
    reconnect();
    stillSignedIn();
  }
  if (state.link.up && current - looked > LOOK_ROUND_MS) {
    lookRound();
  }
}

async function stillSignedIn() {
  try {
    await api.me();
  } catch (problem) {
    if (problem.status === 401) {
      source?.close();
      change({me: null});
    }
  }
}

/** Fetches everything there is to show. */
export async function loadAll() {
  try {
    const mines = await api.mines();
    mines.forEach((mine) => mine.summary && state.summaries.set(mine.mine, mine.summary));
    change({mines});
    await lookRound();
    if (!state.mine) {
      if (mines.length > 0) {
        showMine(mines[0].mine);
      } else if (source === null) {
        openLine(); // nothing in scope yet; incidents may come
      }
      return;
    }
    await loadMine(state.mine);
    change({loads: state.loads + 1});
  } catch (problem) {
    // The line is down, or will be found down by the missing ticks; tried again.
    source?.close();
    const since = state.link.up ? Date.now() : state.link.since;
    change({link: {...state.link, up: false, since}});
    failed(problem);
  }
}

function failed(problem) {
  if (problem.status === 401) {
    source?.close();
    change({me: null});
  } else {
    change({trouble: problem.status === 0 ? state.trouble : problem.message});
  }
}

/** A plan with its limits and its silence rule at hand. */
function laidOut(plan) {
  const limits = plan.rules.filter((rule) => rule.kind === 'LIMIT');
  return {...plan, limits, silence: plan.rules.find((rule) => rule.kind === 'SILENCE')};
}

async function loadMine(code) {
  const [mine, live, muster] = await Promise.all([
    api.mineOf(code),
    api.liveOf(code),
    api.musterOf(code),
  ]);
  if (code === state.mine) {
    change({plan: laidOut(mine.plan), sources: mine.sources ?? {}, muster});
    takeReadings(live);
  }
}

/** What was found in data that came late; it may come at any time and rings nobody. */
async function lookBack(code) {
  const past = code ? await api.pastOf(code) : [];
  if (code === state.mine) {
    change({past});
  }
}

/** The open incidents of every mine in scope; one that was closed meanwhile is looked up. */
async function lookRound() {
  looked = Date.now();
  try {
    const open = await api.openIncidents();
    open.forEach(takeIncident);
    const ids = new Set(open.map((view) => view.id));
    for (const view of state.incidents.values()) {
      if (view.stage !== 'CLOSED' && !ids.has(view.id)) {
        takeIncident(await api.incident(view.id));
      }
    }
    await lookBack(state.mine);
    const {troubles, terms} = await api.platform();
    change({trouble: null, troubles, terms});
    selectFirst();
  } catch (problem) {
    failed(problem);
  }
}
