import {isOlder} from './newer.js';

/** What the page knows. Views read it, everything else changes it through `change`. */
export const state = {
  me: undefined, // undefined: not yet asked; null: signed out
  lastUser: null, // who was signed in last on this page
  lang: localStorage.getItem('lang') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en'),
  theme: localStorage.getItem('theme') ?? 'auto',
  page: '', // which page, by its name in the address; empty for the home of the role
  menu: false, // whether the list of pages is open
  tab: 'next', // which part a phone shows: next, incident, mine
  mines: [],
  mine: null, // code of the mine in view
  plan: null,
  sources: {},
  live: new Map(), // point -> latest reading
  muster: null,
  past: [], // what was found in data that came late
  summaries: new Map(), // mine -> Summary
  incidents: new Map(), // id -> IncidentView
  selected: null,
  looking: false, // somebody chose to look at a mine, not at an incident
  trouble: null, // the problem with which the server last failed
  troubles: [], // what is wrong with the platform itself
  terms: null, // how old what is known may be, by the rule pack; null until they are told
  point: null, // point whose curve is shown, or null for the worst one
  link: {up: false, since: Date.now(), ever: false},
  refused: null, // the problem with which the server refuses the line, or null
  broken: false, // whether the page could not be drawn as things are now
  sound: {armed: false, ringing: false},
  dialog: null, // what asks for an answer: order, respond, close, release, force, help
  marking: null, // card that is to be marked, and as what
  answers: new Map(), // incident -> what the server said to the last act
  sending: null, // act on its way
  loads: 0, // how often everything was fetched; a curve loads again when it grows
};

const listeners = new Set();
let scheduled = false;

/** One that fails does not silence the others: what rings must ring though nothing can be drawn. */
function tellAll() {
  scheduled = false;
  for (const listener of listeners) {
    try {
      listener(state);
    } catch (failure) {
      console.error(failure);
    }
  }
}

const behind = new MessageChannel();
behind.port1.onmessage = tellAll;

export function onChange(listener) {
  listeners.add(listener);
}

export function change(patch) {
  Object.assign(state, patch);
  if (!scheduled) {
    scheduled = true;
    // Not an animation frame, and behind other windows no timer either, which is starved there: a hidden page must go on.
    if (document.hidden) {
      behind.port2.postMessage(0);
    } else {
      setTimeout(tellAll, 16);
    }
  }
}

/** So long a closed incident stays on a page that is open for weeks; the one in view stays as long as it is. */
const CLOSED_STAYS_MS = 5 * 60_000;
const closedSeen = new Map(); // incident -> when this page heard that it is closed

/** Takes an incident in, unless a newer one is known. Answers whether it was taken. */
export function takeIncident(view) {
  const known = state.incidents.get(view.id);
  if (known && known.version > view.version) {
    return false;
  }
  state.incidents.set(view.id, view);
  if (view.stage === 'CLOSED' && !closedSeen.has(view.id)) {
    closedSeen.set(view.id, Date.now());
  }
  change({});
  return true;
}

/** Forgets an incident that is not this person's to see any more. */
export function forgetIncident(id) {
  state.incidents.delete(id);
  state.answers.delete(id);
  closedSeen.delete(id);
  change(state.selected === id ? {selected: null, dialog: null} : {});
}

/** Forgets what has been closed for some minutes; who opens it again, from the archive, fetches it. */
export function forgetClosed(now) {
  for (const [id, since] of closedSeen) {
    if (state.incidents.get(id)?.stage !== 'CLOSED') {
      closedSeen.delete(id); // known no more
    } else if (id !== state.selected && now - since > CLOSED_STAYS_MS) {
      forgetIncident(id);
    }
  }
}

/** Takes readings in; an older reading never replaces a newer one. */
export function takeReadings(readings) {
  for (const reading of readings) {
    const known = state.live.get(reading.point);
    if (!known || !isOlder(reading, known)) {
      state.live.set(reading.point, reading);
    }
  }
  goOn({});
}

/** Values, head counts and running clocks wait so long for each other: a page of a thousand rows is not drawn for each. */
const TOGETHER_MS = 500;
let waits = null;

onChange(() => {
  clearTimeout(waits); // drawn together with what could not wait
  waits = null;
});

/** The same as `change`, for what comes all the time and rings nobody. */
export function goOn(patch) {
  if (document.hidden) {
    change(patch); // timers of a hidden page are starved
    return;
  }
  Object.assign(state, patch);
  waits ??= setTimeout(() => change({}), TOGETHER_MS);
}
