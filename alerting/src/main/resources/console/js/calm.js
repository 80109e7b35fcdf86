/** Nothing is open: what is known of the mine in view, and what cannot be seen. */
import {mayAct} from './acts.js';
import {since, span} from './clock.js';
import {conditions} from './condition.js';
import {isJudged, undergroundNow} from './fresh.js';
import {html, nothing} from './lib.js';
import {condition} from './live.js';
import {listed} from './selection.js';
import {arm} from './sound.js';
import {state} from './store.js';
import {nameOf, t} from './words.js';

/** Points named at once; the rest is counted in the table. */
const SHOWN = 8;

function figure(label, value, doubt) {
  return html`<div class="figure ${doubt ? 'doubt' : ''}"><b>${value}</b><span>${label}</span></div>`;
}

export function calm() {
  const summary = state.summaries.get(state.mine);
  if (!state.link.up || !summary || !state.plan) {
    return html`<div class="calm"><h1>${t('queue.unknown')}</h1></div>`;
  }
  const unsure = conditions().filter((one) => one.kind !== 'NORMAL' && one.kind !== 'NO_RULE');
  const people = undergroundNow();
  const judged = isJudged(state.mine);
  return html`<div class="calm">
    ${judged ? html`<h1>${t(listed().length > 0 ? 'calm.choose' : 'queue.none')}</h1>`
      : html`<h1 class="warn">⚠ ${t('judge.silent', span(since(summary.at)))}</h1>`}
    <div class="figures">
      ${figure(t('calm.people'), people.text, !people.sure)}
      ${figure(t('calm.heard'), `${summary.heard}/${summary.points}${judged ? '' : ' ?'}`, !judged || summary.heard < summary.points)}
      ${figure(t('calm.unsure'), unsure.length, unsure.length > 0)}
    </div>
    ${unsure.length > 0
      ? html`<h3>${t('calm.list')}</h3>
          <ul class="unsure">
            ${unsure.slice(0, SHOWN).map(
              (one) => html`<li class="c-${one.kind}"><span class="cond">${condition(one)}</span>
                ${nameOf(one.point)} <span class="quiet">${t(`quality.${one.reading?.quality ?? 'NEVER'}`)} · ${t('ago', span(one.age))}</span></li>`,
            )}
          </ul>`
      : nothing}
    ${summary.notJudged?.length > 0
      ? html`<h3>${t('calm.notJudged')}</h3>
          <ul class="unsure">
            ${summary.notJudged.slice(0, SHOWN).map(
              (one) => html`<li><span class="cond">${one.rule}</span> <span class="quiet">${one.reason}</span></li>`,
            )}
          </ul>`
      : nothing}
    ${state.sound.armed || !mayAct() ? nothing : html`<p class="warn"><b>${t('calm.sound')}</b>
      <button class="primary" @click=${arm}>${t('help.sound')} <kbd>s</kbd></button></p>`}
    <p class="quiet">${t('calm.keys')}</p>
  </div>`;
}
