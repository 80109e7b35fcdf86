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

/** What is open decides; where nothing is any more, all that was found. */
function meant(incident) {
  const open = incident.findings.filter((one) => one.open);
  return open.length > 0 ? open : incident.findings;
}

function advice(incident, all) {
  const findings = meant(incident);
  const rank = RANK[incident.severity];
  return all.filter((one) => rank >= RANK[one.from] && (!one.to || rank <= RANK[one.to])
    && findings.some(({hazard, measure}) => hazard === one.hazard && (one.measures.length === 0 || one.measures.includes(measure))));
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
  const found = use(`guidance ${incident.mine}`, () => fetchGuidance(incident.mine), EVERY_MS);
  const rows = advice(incident, found.value ?? []);
  return rows.length === 0 ? nothing : html`<section class="block guidance">
    <h3>${t('guidance.title')} <span class="quiet">${t('guidance.what')}</span></h3>
    <ol>${rows.map(row(incident))}</ol>
  </section>`;
}
