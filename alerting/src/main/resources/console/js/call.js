/**
 * An operator's call fills the screen until it is answered: what, where, since when, and one button. Then, on the
 * same screen, what was done, the order to withdraw, and who is still inside.
 */
import {acknowledge, ask, may, unanswered} from './acts.js';
import {since, countdown} from './clock.js';
import {answer} from './incident.js';
import {html, nothing} from './lib.js';
import {due, newest, placeOf, worstFinding} from './queue.js';
import {remaining} from './remaining.js';
import {measures} from './respond.js';
import {select} from './selection.js';
import {badge, worstFirst} from './severity.js';
import {change, state} from './store.js';
import {matterOf, mineNameOf, t} from './words.js';

let shown = null; // id of the call that was shown last: once it is answered, its next steps stay on the screen

/** The call that an operator's screen shows now: the worst that waits, else the one before it; or null. */
export function callNow() {
  if (state.me.role !== 'OPERATOR') {
    return null;
  }
  const [worst] = unanswered().sort(worstFirst);
  shown = worst?.id ?? shown;
  const here = state.incidents.get(shown);
  return here && here.stage !== 'CLOSED' ? here : null;
}

async function take(incident) {
  select(incident, 'incident');
  await acknowledge(incident);
}

function leave() {
  shown = null;
  change({tab: 'incident'});
}

function order(incident) {
  select(incident, 'incident');
  ask(incident, 'order');
}

function headline(incident) {
  const finding = worstFinding(incident);
  return html`<header>
    <p class="row">${badge(incident.severity)} ${incident.drill ? html`<b class="drill">${t('drill')}</b>` : nothing}
      <span class="quiet">${mineNameOf(incident)}</span> ${due(incident)}</p>
    <h1>${placeOf(incident)}</h1>
    ${finding ? html`<p class="what">${matterOf(incident, finding)} ${newest(incident, finding)}</p>` : nothing}
    <p class="clock">${t('since', countdown(since(incident.onset)))}</p>
  </header>`;
}

/** What follows the answer, as far as it is open to this person. */
function after(incident) {
  return html`<div class="after">
    ${may(incident, 'RESPOND') ? html`<section><h2>${t('dialog.respond')}</h2>${measures(incident)}</section>`
      : html`<p>✓ ${t(`stage.${incident.stage}`)}</p>`}
    ${may(incident, 'ORDER') ? html`<button class="danger large" @click=${() => order(incident)}>${t('act.ORDER')}</button>` : nothing}
    ${incident.orders.length > 0 ? remaining(incident) : nothing}
    <button class="plain" @click=${leave}>${t('call.leave')}</button>
  </div>`;
}

export function callPart(incident) {
  const waits = may(incident, 'ACKNOWLEDGE');
  const others = unanswered().filter((one) => one !== incident).length;
  return html`<main class="call e-${incident.severity} ${state.link.up ? '' : 'distrusted'}" aria-label=${t('tab.incident')}>
    ${headline(incident)}
    ${others > 0 ? html`<p class="warn"><b>${t('call.more', others)}</b></p>` : nothing}
    ${answer(incident)}
    ${waits ? html`<button class="primary take" ?disabled=${state.sending !== null} @click=${() => take(incident)}>
        ${t(state.sending ? 'act.sending' : 'act.ACKNOWLEDGE')}</button>`
      : after(incident)}
  </main>`;
}
