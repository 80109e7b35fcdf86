/** What to do at this hazard and level, from the rule packs: shown, with its source; people decide. */
import {may} from './acts.js';
import {use} from './fetched.js';
import {html, nothing} from './lib.js';
import {orderFor} from './order.js';
import {guidance as fetchGuidance} from './records.js';
import {RANK} from './severity.js';
import {state} from './store.js';
import {t} from './words.js';

/** It changes with a start of the server only. */
const EVERY_MS = 600_000;

/** What is open decides; of a closed incident all that was found. */
function hazardsOf(incident) {
  const open = incident.findings.filter((one) => one.open);
  return new Set((open.length > 0 ? open : incident.findings).map((one) => one.hazard));
}

function advice(incident, all) {
  const hazards = hazardsOf(incident);
  return all.filter((one) => hazards.has(one.hazard) && RANK[incident.severity] >= RANK[one.from]);
}

function row(incident) {
  return (one) => html`<li>
    <span>${state.lang === 'en' ? one.textEnglish : one.text}</span>
    ${one.reason && may(incident, 'ORDER')
      ? html`<button class="danger" @click=${() => orderFor(incident, one.reason)}>${t('act.ORDER')}: ${t(`reason.${one.reason}`)}</button>`
      : nothing}
    <small class="quiet">${one.source.clause}
      <span class="confidence ${one.source.confidence === 'PROPOSAL' ? 'own' : ''}">${t(`confidence.${one.source.confidence}`)}</span></small>
  </li>`;
}

export function guidance(incident) {
  const found = use('guidance', fetchGuidance, EVERY_MS);
  const rows = advice(incident, found.value ?? []);
  return rows.length === 0 ? nothing : html`<section class="block guidance">
    <h3>${t('guidance.title')} <span class="quiet">${t('guidance.what')}</span></h3>
    <ol>${rows.map(row(incident))}</ol>
  </section>`;
}
