/** Asks the server. Every failure is a Problem that says what happened. */
import {mineZone} from './clock.js';
import {isAway} from './person.js';

const PATIENCE_MS = 8000;

export class Problem extends Error {
  constructor(status, body) {
    super(body.english || body.detail || body.title || `HTTP ${status}`);
    this.status = status; // 0: no answer came
    this.body = body;
  }
}

function cookie(name) {
  const found = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}

export async function ask(method, path, body) {
  return (await exchange(method, path, body)).body;
}

/** Why the server refuses a line of events; null when it does not any more. */
export async function whyRefused(address) {
  const asked = new AbortController();
  const late = setTimeout(() => asked.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(address, {credentials: 'same-origin', cache: 'no-store', signal: asked.signal});
    const body = answer.ok ? null : await answer.json().catch(() => ({}));
    return body && new Problem(answer.status, body);
  } catch (failure) {
    return new Problem(0, {title: String(failure.message ?? failure)});
  } finally {
    clearTimeout(late);
    asked.abort(); // the events of a line that is given now are not read here
  }
}

/** The answer's body, its version, and the address of the page that follows it, if there is one. */
async function exchange(method, path, body, more = {}) {
  const headers = {Accept: 'application/json, application/problem+json', ...more};
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (isAway()) {
    headers['Minewatch-Unattended'] = '1';
  }
  if (method !== 'GET') {
    headers['X-XSRF-TOKEN'] = cookie('XSRF-TOKEN');
  }
  let answer;
  try {
    answer = await fetch(path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch (failure) {
    throw new Problem(0, {title: String(failure.message ?? failure)});
  }
  const text = await answer.text();
  let parsed = null;
  try {
    parsed = text ? JSON.parse(text) : null;
  } catch {
    throw new Problem(answer.status, {title: `HTTP ${answer.status}: not JSON`});
  }
  if (!answer.ok) {
    throw new Problem(answer.status, parsed ?? {});
  }
  const next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('Link') ?? '');
  return {body: parsed, status: answer.status, tag: answer.headers.get('ETag'), next: next ? next[1] : null};
}

/** All pages of a list. */
async function pages(path) {
  const all = [];
  for (let next = path; next; ) {
    const page = await exchange('GET', next);
    all.push(...page.body);
    next = page.next;
  }
  return all;
}

const mine = (code) => `/api/mines/${encodeURIComponent(code)}`;

/** What was read, with the version to name when it is changed. */
const tagged = async (path) => {
  const {body, tag} = await exchange('GET', path);
  return {...body, tag};
};

/** How one may sign in. */
export const ways = () => ask('GET', '/api/session');
export const signIn = (user, password, wall) => ask('POST', '/api/session', {user, password, wall});
export const signOut = () => ask('DELETE', '/api/session');
export const me = () => ask('GET', '/api/me');
/** The mines in scope, each with its whole path from the province to itself. */
export const mines = async () =>
  (await ask('GET', '/api/mines')).map((one) => ({...one, path: [...one.jurisdiction, one.mine]}));
export const overview = (codes) => ask('GET', `/api/overview?area=${encodeURIComponent(codes.join('/'))}`);
/** This page sounds: a call would be heard here. */
export const attend = () => ask('POST', '/api/attendance');
export const mineOf = (code) => ask('GET', mine(code));
export const liveOf = (code) => ask('GET', `${mine(code)}/live`);
export const gatewaysOf = (code) => ask('GET', `${mine(code)}/gateways`);
export const pastOf = (code) => ask('GET', `${mine(code)}/past-findings`);
export const openIncidents = () => pages('/api/incidents?open=true');
export const platform = () => ask('GET', '/api/platform');
export const incident = (id) => ask('GET', `/api/incidents/${encodeURIComponent(id)}`);
export const act = (id, body) =>
  ask('POST', `/api/incidents/${encodeURIComponent(id)}/acts`, body);

export const declareAccident = (id, what) =>
  ask('POST', `/api/incidents/${encodeURIComponent(id)}/accident`, {what});
export const reportAccident = (id, report, note) =>
  ask('POST', `/api/incidents/${encodeURIComponent(id)}/accident/reports`, {report, note});
export const accidents = (from) => ask('GET', `/api/accidents?from=${encodeURIComponent(from)}`);

/** Head counts, or null when nobody was ever counted. */
export async function musterOf(code) {
  try {
    return await ask('GET', `${mine(code)}/muster`);
  } catch (problem) {
    if (problem.status === 404) {
      return null;
    }
    throw problem;
  }
}

export function historyOf(code, point, from, to) {
  const query = new URLSearchParams({
    point,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
  });
  return ask('GET', `${mine(code)}/history?${query}`);
}

export const statisticsOf = (code, point, from, to) => ask('GET', `${mine(code)}/statistics?${new URLSearchParams({
  point, from: new Date(from).toISOString(), to: new Date(to).toISOString()})}`);

export const dutyOf = (code) => ask('GET', `${mine(code)}/duty`);
const rosterAt = (scope) => `/api/roster?scope=${encodeURIComponent(scope)}`;

/** The roster of a scope, or null when it has none yet. */
export async function rosterOf(scope) {
  try {
    return await tagged(rosterAt(scope));
  } catch (problem) {
    if (problem.status === 404) {
      return {people: [], slots: [], zone: mineZone(), tag: null};
    }
    throw problem;
  }
}

export const saveRoster = (scope, {zone, people, slots}, tag) =>
  exchange('PUT', rosterAt(scope), {zone, people, slots}, tag ? {'If-Match': tag} : {'If-None-Match': '*'});
export const testCall = (scope, person) => ask('POST', '/api/roster/tests', {scope, person});

export const registryOf = (code) => tagged(`${mine(code)}/registry`);
export const registryKeys = () => ask('GET', '/api/registry/keys');
export const versionsOf = (code) => ask('GET', `${mine(code)}/registry/versions`);
export const changesOf = (code) => ask('GET', `${mine(code)}/registry/changes`);
export const saveRegistry = (code, body, tag) => exchange('PUT', `${mine(code)}/registry`, body, {'If-Match': tag});
export const decide = (code, id, decision, reason) =>
  ask('POST', `${mine(code)}/registry/changes/${encodeURIComponent(id)}`, {decision, reason});
export const backTest = (code, body) => ask('POST', `${mine(code)}/backtests`, body);
export const backTestOf = (code, id) => ask('GET', `${mine(code)}/backtests/${encodeURIComponent(id)}`);
export const stopBackTest = (code, id) => ask('DELETE', `${mine(code)}/backtests/${encodeURIComponent(id)}`);

export const drillsOf = (code) => ask('GET', `/api/drills?mine=${encodeURIComponent(code)}`);
export const startDrill = (body) => ask('POST', '/api/drills', body);
export const endDrill = (id) => ask('POST', `/api/drills/${encodeURIComponent(id)}/end`, {});

export const counters = (query) => ask('GET', `/api/counters?${query}`);
export const exceptions = (from) => ask('GET', `/api/exceptions?from=${encodeURIComponent(from)}`);
export const alarmLoad = (code) => ask('GET', `/api/alarm-load?mine=${encodeURIComponent(code ?? '')}`);
export const channels = () => ask('GET', '/api/channels');
export const parked = () => ask('GET', '/api/parked');
export const retryParked = (id) => ask('POST', `/api/parked/${encodeURIComponent(id)}/retry`, {});
export const accounts = () => ask('GET', '/api/accounts');
export const saveAccount = (name, body) => ask('PUT', `/api/accounts/${encodeURIComponent(name)}`, body);
export const removeAccount = (name, tag) => exchange('DELETE', `/api/accounts/${encodeURIComponent(name)}`, undefined, {'If-Match': `"${tag}"`});
