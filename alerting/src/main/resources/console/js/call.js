/**
 * An operator's call fills the screen until it is answered: what, where, since when, and one button. Then, on the
 * same screen, what was done, the order to withdraw, and who is still inside.
 */
import {acknowledge, ask, may, unanswered} from './acts.js';
import {since, countdown} from './clock.js';
import {answer} from './incident.js';
import {html, nothing} from './lib.js';
import {go, pageNow} from './pages.js';
import {due, newest, placeOf, worstFinding} from './queue.js';
import {remaining} from './remaining.js';
import {measures} from './respond.js';
import {select} from './selection.js';
import {RANK, badge, worstFirst} from './severity.js';
import {change, state} from './store.js';
import {matterOf, mineNameOf, t} from './words.js';

/** A press that was meant for what stood here before is none for what stands here now. */
const SETTLES_MS = 1000;

let shown = null; // id of the call on the screen; it stays until it is left, and while it waits nothing takes its place
let swapped = -SETTLES_MS; // when it came, by the page's own clock

const isSettled = () => performance.now() - swapped >= SETTLES_MS;

const others = (incident) => unanswered().filter((one) => one !== incident).sort(worstFirst);

function show(id) {
  if (id !== shown && id !== null) {
    swapped = performance.now();
    setTimeout(() => change({}), SETTLES_MS);
  }
  shown = id;
}

const isWorse = (one, than) =>
  Boolean(one.drill) < Boolean(than.drill)
  || (Boolean(one.drill) === Boolean(than.drill) && RANK[one.severity] > RANK[than.severity]);

/** A call comes before every page; that of a drill waits until the page is left. */
const isBefore = (incident) => pageNow() === 'now' || (may(incident, 'ACKNOWLEDGE') && !incident.drill);

/**
 * Whether what is shown gives way: nothing does while it waits on the screen, and what was answered only to what is
 * worse.
 */
function givesWay(here, worst) {
  return !here || here.stage === 'CLOSED'
    || (worst && (!may(here, 'ACKNOWLEDGE') || !isBefore(here)) && isWorse(worst, here));
}

/**
 * The call on an operator's screen: the worst that waits when none was there, else the one that was; or null. What
 * was answered leaves the other pages free.
 */
export function callNow() {
  if (state.me.role !== 'OPERATOR') {
    return null;
  }
  const here = state.incidents.get(shown);
  const [worst] = others(here);
  if (givesWay(here, worst)) {
    show(worst?.id ?? null);
  }
  const now = state.incidents.get(shown) ?? null;
  return now && isBefore(now) ? now : null;
}

/** Answers the call on the screen, once a person can have seen that it is this one. */
export async function take(incident) {
  if (!isSettled() || !may(incident, 'ACKNOWLEDGE')) {
    return;
  }
  select(incident, 'incident');
  if (pageNow() !== 'now') {
    go('now'); // where its next steps are
  }
  await acknowledge(incident);
}

function leave() {
  show(null);
  change({tab: 'incident'});
}

function next(worst) {
  if (isSettled()) {
    show(worst.id);
    change({});
  }
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

/** How many wait beside this one, the worst of them, and the way to it. */
function more(incident) {
  const waiting = others(incident);
  const [worst] = waiting;
  return worst ? html`<p class="row more">${badge(worst.severity)} ${worst.drill ? html`<b class="drill">${t('drill')}</b>` : nothing}
    <b class="warn">${t('call.more', waiting.length)}</b>
    <button ?disabled=${!isSettled()} @click=${() => next(worst)}>${t('call.next')}</button></p>` : nothing;
}

export function callPart(incident) {
  const waits = may(incident, 'ACKNOWLEDGE');
  return html`<main class="call e-${incident.severity} ${state.link.up ? '' : 'distrusted'}" aria-label=${t('tab.incident')}>
    ${headline(incident)} ${more(incident)} ${answer(incident)}
    ${waits ? html`<button class="primary take" ?disabled=${state.sending !== null || !isSettled()} @click=${() => take(incident)}>
        ${t(state.sending ? 'act.sending' : 'act.ACKNOWLEDGE')}</button>`
      : after(incident)}
  </main>`;
}
