/** Who is there? */
import * as api from './api.js';
import {html, nothing} from './lib.js';
import {switchLanguage} from './look.js';
import {change, state} from './store.js';
import {reconnect} from './stream.js';
import {t} from './words.js';

let trouble = null;
let busy = false;

/** How one may sign in; asked once, and again after a failure. */
let ways = null;

/** What the way to the provider and back came to; it is said once. */
const CAME_TO = new URLSearchParams(location.search).get('signin');
const TOLD = {'unreachable': 'signin.unreachable', 'expired': 'signin.expired', 'refused': 'signin.refused',
  'not-trusted': 'signin.nottrusted', 'not-granted': 'signin.notgranted'};
if (CAME_TO !== null) {
  trouble = {words: TOLD[CAME_TO] ?? 'signin.failed', detail: ''};
  history.replaceState(null, '', location.pathname + location.hash);
}

async function askWays() {
  if (ways === null) {
    ways = {provider: null};
    try {
      ways = await api.ways();
      change({});
    } catch {
      ways = null; // asked again when the page is drawn again
    }
  }
}

/** A local account stays the way in where the provider is away. */
function byProvider() {
  return ways?.provider ? html`<a class="provider" href="/api/oidc/start">${t('signin.provider', ways.provider)}</a>` : nothing;
}

async function submit(event) {
  event.preventDefault();
  const form = event.target;
  busy = true;
  trouble = null;
  change({});
  try {
    await api.signIn(form.user.value.trim(), form.password.value);
    const me = await api.me();
    if (state.lastUser && state.lastUser !== me.user) {
      location.reload(); // another person: nothing of what the last one saw or began may stay
      return;
    }
    state.incidents.clear(); // role and scope may have changed meanwhile
    change({me, link: {up: false, since: Date.now(), ever: false}});
    if (state.mine) {
      reconnect(); // signed in again after the session ran out
    }
  } catch (problem) {
    const words = {0: 'signin.silent', 401: 'signin.wrong'}[problem.status] ?? 'signin.failed';
    // The server says more where it matters: for how long an account is locked.
    trouble = {words, detail: problem.status === 0 ? '' : problem.message};
  }
  busy = false;
  change({});
}

export function signInPage() {
  if (state.me === undefined) {
    return html`<main class="signin"><p class="quiet">${t('signin.asking')}</p></main>`;
  }
  askWays();
  return html`<main class="signin">
    <form @submit=${submit}>
      <h1><img src="/icon.svg" alt="" width="40" height="40" />Minewatch</h1>
      <p class="quiet">${t('signin.what')}</p>
      <label>${t('signin.user')}
        <input name="user" autocomplete="username" autocapitalize="none" required autofocus />
      </label>
      <label>${t('signin.password')}
        <input name="password" type="password" autocomplete="current-password" required />
      </label>
      ${state.link.ever ? html`<p class="trouble" role="alert">${t('signin.ended')}</p>` : nothing}
      ${trouble ? html`<p class="trouble" role="alert">${t(trouble.words)}
            <small>${trouble.detail}</small></p>` : nothing}
      <button class="primary" ?disabled=${busy}>${t(busy ? 'signin.asking' : 'signin.enter')}</button>
      ${byProvider()}
      <button type="button" class="plain" @click=${switchLanguage}>${t('language.other')}</button>
    </form>
  </main>`;
}
