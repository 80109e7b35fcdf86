/** The whole life of one incident on one page. */
import {accident} from './accident.js';
import {acknowledge, ask, dismiss, lacking, may, mayAct, send} from './acts.js';
import {calm} from './calm.js';
import {bothTimes, mineTime, since, span} from './clock.js';
import {evidence} from './evidence.js';
import {guidance} from './guidance.js';
import {html, nothing} from './lib.js';
import {due, placeOf, worstFinding} from './queue.js';
import {remaining} from './remaining.js';
import {selected} from './selection.js';
import {badge} from './severity.js';
import {second} from './second.js';
import {stages} from './stages.js';
import {state} from './store.js';
import {timeline} from './timeline.js';
import {matterOf, mineNameOf, t} from './words.js';

function title(incident) {
  const finding = worstFinding(incident);
  return html`<div class="headline">
    ${badge(incident.severity)}
    ${incident.drill ? html`<b class="drill">${t('drill')}</b>` : nothing}
    <h1>
      ${placeOf(incident)}
      ${finding ? matterOf(incident, finding) : nothing}
    </h1>
    <span class="quiet" title=${bothTimes(incident.onset)}>
      ${mineNameOf(incident)} · ${t('onset')} ${mineTime(incident.onset)}
      ${incident.stage === 'CLOSED' ? nothing : html`· ${t('since', span(since(incident.onset)))}`}
    </span>
  </div>`;
}

function button(incident, act, kind, key, does) {
  if (!may(incident, act)) {
    return nothing;
  }
  const busy = state.sending !== null;
  return html`<button class="act ${kind}" ?disabled=${busy} @click=${does}>
    ${t(state.sending === act ? 'act.sending' : `act.${act}`)} ${key ? html`<kbd>${key}</kbd>` : nothing}
  </button>`;
}

function acts(incident) {
  const open = (dialog) => () => ask(incident, dialog);
  const any = mayAct() && incident.next.length > 0;
  return html`<div class="acts" role="group" aria-label=${t('act.group')}>
    ${due(incident)}
    ${button(incident, 'ACKNOWLEDGE', 'primary', 'a', () => acknowledge(incident))}
    ${button(incident, 'RESPOND', 'primary', 'r', open('respond'))}
    ${button(incident, 'ORDER', 'danger', 'w', open('order'))}
    ${button(incident, 'RELEASE', '', '', open('release'))}
    ${button(incident, 'CLOSE', lacking(incident).length === 0 ? 'primary' : '', 'c', open('close'))}
    ${button(incident, 'SHOW_HARMLESS', 'plain', '', open('harmless'))}
    ${button(incident, 'SHELVE', 'plain', '', open('shelve'))}
    ${button(incident, 'UNSHELVE', '', '', () => send(incident, 'UNSHELVE'))}
    ${button(incident, 'REVOKE_ORDER', 'plain', '', open('revoke'))}
    ${button(incident, 'FORCE_CLOSE', 'plain', '', open('force'))}
    ${any ? nothing : html`<span class="quiet">${t(readOnlyWhy(incident))}</span>`}
  </div>`;
}

const readOnlyWhy = (incident) =>
  incident.stage === 'CLOSED'
    ? 'act.closed'
    : !mayAct()
      ? 'act.readonly'
      : 'act.none';

/** What the server said to the last act, until it is seen. */
export function answer(incident) {
  const said = state.answers.get(incident.id);
  if (!said || (incident.stage === 'CLOSED' && said.stage !== 'CLOSED')) {
    return nothing; // what was refused before the close is of no use after it
  }
  const words =
    said.status === 0 ? 'answer.silent' : said.status === 409 ? 'answer.refused' : 'answer.failed';
  return html`<div class="answer" role="alert">
    <div>
      <b>${t(words, t(`act.${said.act}`))}</b>
      ${said.refusal ? html`<b>${t(`refusal.${said.refusal}`)}</b>` : nothing}
      ${said.status === 0 ? nothing : html`<span>${state.lang === 'en' ? said.text : said.words}</span>`}
      ${said.status === 409
        ? html`<span>${t('answer.now', t(`stage.${said.stage}`))}</span>`
        : nothing}
    </div>
    <button @click=${() => dismiss(incident)}>${t('answer.seen')}</button>
  </div>`;
}

/** What still stands between this incident and an honest close. */
function missing(incident) {
  if (incident.stage === 'CLOSED' || !incident.missingForClose) {
    return nothing;
  }
  const left = lacking(incident);
  return html`<section class="block missing">
    <h3>${t('missing.title')}</h3>
    ${left.length === 0
      ? html`<p>✓ ${t('missing.nothing')}</p>`
      : html`<ul>
          ${left.map((one) => html`<li>☐ ${t(`missing.${one}`)}</li>`)}
        </ul>`}
  </section>`;
}

export function incidentPart() {
  const incident = selected();
  if (!incident) {
    return html`<section class="part incident" id="part-incident" tabindex="-1">
      ${calm()}
    </section>`;
  }
  const ordered = incident.orders.length > 0;
  return html`<section
    class="part incident e-${incident.severity}"
    id="part-incident"
    tabindex="-1"
    aria-label=${t('tab.incident')}
  >
    <div class="sticky">
      ${title(incident)} ${stages(incident)} ${second(incident)} ${acts(incident)} ${answer(incident)}
    </div>
    <div class="life" data-scrolls tabindex="0" aria-label=${t('incident.life')}>
      ${incident.accident ? accident(incident) : nothing}
      ${ordered ? remaining(incident) : nothing} ${evidence(incident)} ${missing(incident)}
      ${incident.stage === 'CLOSED' ? nothing : guidance(incident)}
      ${incident.accident ? nothing : accident(incident)}
      ${timeline(incident)}
    </div>
  </section>`;
}

