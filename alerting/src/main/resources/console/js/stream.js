/**
 * The line to the server. Nothing is trusted once the server's ticks stay away: the loss is shown,
 * a new line is opened, and behind it everything is fetched again, so that no gap remains. What left the
 * person's sight meanwhile, a mine or an incident, leaves the page too.
 */
import * as api from './api.js';
import {attend} from './attendance.js';
import {learn} from './clock.js';
import {change, forgetClosed, forgetIncident, goOn, state, takeIncident, takeReadings} from './store.js';

/** Ticks come every 2 s; two missed ones are a loss. Shown within 5 s of the last. */
const SILENCE_MS = 4000;
const RETRY_MS = 3000;
/** With up to so many mines one line carries all of them; with more, the one in view, and the others' incidents come by the look round. */
const ALL_ON_ONE_LINE = 8;
/** All incidents are looked over this often: what the line has told already, or could not. */
const LOOK_ROUND_MS = 10_000;
/** What is known of a mine that was not in view until now. */
const NOTHING_KNOWN = () => ({plan: null, live: new Map(), muster: null, past: [], point: null});

let source = null;
let heard = 0;
let opened = 0;
let looked = 0;
let selectFirst = () => {};

export function startStream(afterLoad) {
  selectFirst = afterLoad;
  setInterval(watch, 1000); // starved where nobody looks, and then the worker's pulse and the ticks go on
  new Worker('/js/pulse.js').addEventListener('message', watch);
  reconnect();
}

/** Shows another mine: its plan, values and head counts are fetched anew. */
export function showMine(code) {
  change({mine: code, ...NOTHING_KNOWN()});
  reconnect();
}

export function reconnect() {
  closeLine();
  opened = Date.now();
  if (state.mine) {
    openLine();
  } else {
    loadAll(true); // finds a mine to show
  }
}

function closeLine() {
  source?.close();
  source = null;
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
      change({link: {up: true, since: Date.now(), ever: true}, refused: null});
    }
    change({});
    watch();
  });
  on('incident', takeIncident);
  on('summary', (summary) => {
    state.summaries.set(summary.mine, summary);
    goOn({});
  });
  on('muster', (muster) => muster.mine === state.mine && goOn({muster}));
  on('live', (live) => live.mine === state.mine && takeReadings(live.readings));
  line.addEventListener('open', () => line === source && loadAll());
  line.addEventListener('error', () => line === source && line.readyState === EventSource.CLOSED && refused(line.url));
}

/** A browser does not say why a line was refused: the server is asked. Until it gives one, all is fetched. */
async function refused(address) {
  closeLine();
  const problem = await api.whyRefused(address);
  if (problem?.status === 401) {
    failed(problem);
  } else if (problem && problem.status !== 0) {
    const isNew = !state.refused || !state.plan;
    change({refused: problem});
    if (isNew) {
      loadAll();
    }
  }
}

/** The pulse of the page: what is lost is said, and what is missing is asked for. */
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
  if ((state.link.up || state.refused) && current - looked > LOOK_ROUND_MS) {
    lookAround();
  }
}

async function stillSignedIn() {
  try {
    await api.me();
  } catch (problem) {
    if (problem.status === 401) {
      closeLine();
      change({me: null});
    }
  }
}

/** What is open; with no mine in view, whether there is one by now. */
function lookAround() {
  looked = Date.now();
  return state.mine ? lookRound() : loadAll();
}

/**
 * Fetches everything there is to show. With no mine to show, a line is opened all the same: incidents may come. One
 * that was refused is asked for by the next try alone, or each refusal would ask for another one at once.
 */
async function loadAll(isTry = false) {
  try {
    const mines = await api.mines();
    mines.forEach((mine) => mine.summary && state.summaries.set(mine.mine, mine.summary));
    change({mines});
    if (!mines.some((mine) => mine.mine === state.mine)) {
      change({mine: null, ...NOTHING_KNOWN()}); // none yet, or it has left the registry, or this person's scope
    }
    await lookRound();
    if (!state.mine) {
      if (mines.length > 0) {
        showMine(mines[0].mine);
      } else if (source === null && (isTry || !state.refused)) {
        openLine();
      }
      return;
    }
    await loadMine(state.mine);
    change({loads: state.loads + 1});
  } catch (problem) {
    // The line is down, or will be found down by the missing ticks; tried again.
    closeLine();
    const since = state.link.up ? Date.now() : state.link.since;
    change({link: {...state.link, up: false, since}});
    failed(problem);
  }
}

function failed(problem) {
  if (problem.status === 401) {
    closeLine();
    change({me: null});
  } else {
    change({trouble: problem.status === 0 ? state.trouble : problem});
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
  const past = code ? await whereSeen(api.pastOf(code)) : [];
  if (past === null && code === state.mine) {
    reconnect(); // the mine has left this person's sight: another one is to be shown
  } else if (code === state.mine) {
    change({past});
  }
}

/** What is answered; null where the server knows of no such thing in this person's sight. */
async function whereSeen(answer) {
  try {
    return await answer;
  } catch (problem) {
    if (problem.status === 404) {
      return null;
    }
    throw problem;
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
        const known = await whereSeen(api.incident(view.id));
        if (known) {
          takeIncident(known);
        } else {
          forgetIncident(view.id);
        }
      }
    }
    forgetClosed(Date.now());
    await lookBack(state.mine);
    const {troubles, terms} = await api.platform();
    change({trouble: null, troubles, terms});
    selectFirst();
  } catch (problem) {
    failed(problem);
  }
}
