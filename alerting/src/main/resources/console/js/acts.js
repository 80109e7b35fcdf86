/** What a person does to an incident. The server's answer is always shown, a refusal too. */
import * as api from './api.js';
import {change, state, takeIncident} from './store.js';

/**
 * Sends an act with the version that the person saw. A refusal brings the new state with it.
 * Answers whether it was carried out.
 */
export const send = (incident, act, more = {}) =>
  sent(incident, act, () => api.act(incident.id, {act, version: incident.version, ...more}));

/** The same for an act with an address of its own. */
export async function sent(incident, act, ask) {
  if (state.sending) {
    return false;
  }
  change({sending: act});
  try {
    const view = await ask();
    state.answers.delete(incident.id);
    takeIncident(view);
    return true;
  } catch (problem) {
    refused(incident, act, problem);
    return false;
  } finally {
    change({sending: null});
  }
}

function refused(incident, act, problem) {
  if (problem.status === 401) {
    change({me: null});
    return;
  }
  const {title, detail, english, words, refusal, incident: current} = problem.body ?? {};
  if (current) {
    takeIncident(current);
  }
  state.answers.set(incident.id, {
    act,
    status: problem.status,
    refusal: refusal ?? null,
    words: words || detail || title || problem.message, // in the language of the mine
    text: english || detail || title || problem.message,
    stage: (current ?? incident).stage,
  });
  change({dialog: null});
}

export const dismiss = (incident) => {
  state.answers.delete(incident.id);
  change({});
};

/** Who may act at all; the server refuses everybody else, whatever is open next. */
const ACTING = new Set(['DISPATCHER', 'OPERATOR']);

export const mayAct = () => ACTING.has(state.me?.role) && state.me.way !== 'WALL';

export const may = (incident, act) => mayAct() && Boolean(incident?.next.includes(act));

/** What a person does to handle an incident; who did any of it cannot sign it off. */
const HANDLING = new Set(['ACKNOWLEDGED', 'RESPONDED', 'ORDERED', 'RELEASED', 'SHELVED', 'REVOKED']);

/** What still stands between an incident and its close by this person. */
export function lacking(incident) {
  const left = incident.missingForClose ?? [];
  const mine = (step) => step.who === state.me?.user && HANDLING.has(step.what);
  return incident.stage !== 'CLOSED' && mayAct() && incident.timeline.some(mine)
    ? [...left, 'NEEDS_OTHER_PERSON']
    : left;
}

/** A call that this person may answer and nobody has. */
export const unanswered = () =>
  [...state.incidents.values()].filter((one) => may(one, 'ACKNOWLEDGE'));

export const acknowledge = (incident) => send(incident, 'ACKNOWLEDGE');

/** Opens the dialog in which an act is filled in, if the server allows the act now. */
export function ask(incident, dialog) {
  const acts = {order: 'ORDER', respond: 'RESPOND', close: 'CLOSE', release: 'RELEASE', force: 'FORCE_CLOSE',
    shelve: 'SHELVE', harmless: 'SHOW_HARMLESS', revoke: 'REVOKE_ORDER'};
  if (may(incident, acts[dialog])) {
    change({dialog});
  }
}
