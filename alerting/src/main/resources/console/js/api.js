/** Asks the server. Every failure is a Problem that says what happened. */
const PATIENCE_MS = 8000;

export class Problem extends Error {
  constructor(status, body) {
    super(body.detail || body.title || `HTTP ${status}`);
    this.status = status; // 0: no answer came
    this.body = body;
  }
}

function cookie(name) {
  const found = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}

async function ask(method, path, body) {
  return (await exchange(method, path, body)).body;
}

/** The answer's body, and the address of the page that follows it, if there is one. */
async function exchange(method, path, body) {
  const headers = {Accept: 'application/json, application/problem+json'};
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
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
  return {body: parsed, next: next ? next[1] : null};
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

export const signIn = (user, password) => ask('POST', '/api/session', {user, password});
export const signOut = () => ask('DELETE', '/api/session');
export const me = () => ask('GET', '/api/me');
export const mines = () => ask('GET', '/api/mines');
export const mineOf = (code) => ask('GET', mine(code));
export const liveOf = (code) => ask('GET', `${mine(code)}/live`);
export const openIncidents = () => pages('/api/incidents?open=true');
export const platform = () => ask('GET', '/api/platform');
export const incident = (id) => ask('GET', `/api/incidents/${encodeURIComponent(id)}`);
export const act = (id, body) =>
  ask('POST', `/api/incidents/${encodeURIComponent(id)}/acts`, body);

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
