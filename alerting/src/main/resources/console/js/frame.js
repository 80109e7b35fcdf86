/** The home: head, what to do next, the incident in view, the mine; before an operator a call that waits. */
import {unanswered} from './acts.js';
import {callNow, callPart} from './call.js';
import {head} from './head.js';
import {incidentPart} from './incident.js';
import {html, nothing} from './lib.js';
import {minePart} from './mine.js';
import {pageNow, sheet} from './pages.js';
import {part} from './parts.js';
import {queue} from './queue.js';
import {change, state} from './store.js';
import {bothTimes, countdown, mineStamp, now} from './clock.js';
import {wall} from './wall.js';
import {aboutOf, saidOf, t} from './words.js';

function lineLost() {
  if (state.link.up) {
    return state.trouble
      ? html`<div class="lost starting" role="alert">⚠ ${t('link.trouble', saidOf(state.trouble))}</div>`
      : nothing;
  }
  if (state.refused) {
    return html`<div class="lost" role="alert"><b>${t('link.refused', saidOf(state.refused))}</b> ${t('link.distrust')}</div>`;
  }
  if (!state.link.ever) {
    return html`<div class="lost starting" role="status">${t('link.connecting')}</div>`;
  }
  // Its clock stands outside of what is read out, or each second would interrupt whoever listens.
  return html`<div class="lost">
    <span role="alert"><b>${t('link.lost')}</b> ${t('link.distrust')}</span>
    <span class="clock" aria-hidden="true">${countdown(Date.now() - state.link.since)}</span>
  </div>`;
}

/** A sign-in ends at a time, however busy the person is: said before, with the way to go on. */
const SAID_BEFORE_MS = 15 * 60_000;
/** Ways of signing in by a name and a password; of a server that tells none it is the provider's. */
const BY_PASSWORD = new Set(['DESK', 'WALL']);

function signInEnds() {
  const left = state.me.until ? Date.parse(state.me.until) - now() : Infinity;
  return left > SAID_BEFORE_MS ? nothing : html`<div class="lost starting" role="alert">
    ⚠ ${t('signin.ends', mineStamp(state.me.until))} ${BY_PASSWORD.has(state.me.way)
      ? html`<button @click=${() => change({me: null})}>${t('signin.renew')}</button>`
      : html`<a href="/api/oidc/start">${t('signin.renew')}</a>`}</div>`;
}

/** What is wrong with the platform itself; everybody is told, an administrator can act. */
function platformTroubles() {
  return state.troubles.map(
    (one) => html`<div class="lost starting" role="alert">
      ⚠ ${t(`platform.${one.kind}`, one.count, aboutOf(one))} <span class="quiet">${bothTimes(one.since)}</span>
    </div>`
  );
}

function tab(name, count) {
  return html`<button
    aria-pressed=${state.tab === name}
    @click=${() => change({tab: name})}
  >
    ${t(`tab.${name}`)}${count ? html`<b class="count">${count}</b>` : nothing}
  </button>`;
}

function home(calls) {
  return html`<main class="frame ${state.link.up ? '' : 'distrusted'}" data-tab=${state.tab}>
    ${part(queue)} ${part(incidentPart)} ${part(minePart)}
  </main>
  <nav class="tabs" aria-label=${t('tab.parts')}>
    ${tab('next', calls)} ${tab('incident')} ${tab('mine')}
  </nav>`;
}

export function frame() {
  const calls = unanswered().length;
  const call = callNow();
  if (!call && pageNow() === 'wall') { // an operator's call comes before every page
    return html`<p class="spoken" aria-live="assertive">${calls > 0 ? t('aria.calls', calls) : nothing}</p> ${part(wall)}`;
  }
  return html`
  <p class="spoken" aria-live="assertive">${calls > 0 ? t('aria.calls', calls) : nothing}</p>
  ${part(head)} ${part(lineLost)} ${part(signInEnds)} ${part(platformTroubles)}
  ${part(() => (call ? callPart(call) : sheet() ?? home(calls)))}
`;
}
