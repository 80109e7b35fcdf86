/** Who is still inside, worst first. A silent tag is a person inside. */
import {bothTimes, duration, mineTime, since, span} from './clock.js';
import {html, nothing, repeat} from './lib.js';
import {state} from './store.js';
import {t, zoneName} from './words.js';

const SHAPES = {SILENT: '✕', NEVER_MOVED: '■', MOVING: '➜'};

function person(one) {
  return html`<tr class="p-${one.state}">
    <td><b class="pstate"><span aria-hidden="true">${SHAPES[one.state] ?? '?'}</span> ${t(`person.${one.state}`)}</b></td>
    <td class="card">${one.card}</td>
    <td>${zoneName(one.zone)}</td>
    <td class="num" title=${bothTimes(one.inZoneSince)}>${span(since(one.inZoneSince))}</td>
    <td class="num" title=${bothTimes(one.lastSeen)}>${span(since(one.lastSeen))}</td>
  </tr>`;
}

function list(people) {
  return html`<table class="remaining">
    <thead>
      <tr>
        <th>${t('person.state')}</th><th>${t('person.card')}</th><th>${t('person.zone')}</th>
        <th class="num">${t('person.there')}</th><th class="num">${t('person.seen')}</th>
      </tr>
    </thead>
    <tbody>${repeat(people, (one) => one.card, person)}</tbody>
  </table>`;
}

function order(one) {
  return html`<p class="order">
    <b>${t(`grade.${one.grade}`)}</b> · ${one.zones.map(zoneName).join(t('comma'))} ·
    ${t(`reason.${one.reason}`)}<br />
    <span class="quiet">“${one.text}” ${one.issuedBy} ${mineTime(one.issued)}
      ${one.lifted ? t('order.lifted', mineTime(one.lifted)) : nothing}</span>
  </p>`;
}

/** The newest position: an incident keeps the count that changed it, the mine's count goes on. */
function newestFix(incident) {
  const now = incident.mine === state.mine ? state.muster : null;
  const counts = incident.orders.some((own) => now?.orders.some((one) => one.order === own.id));
  const fixes = [incident.muster?.lastFix, counts ? now.lastFix : null].filter(Boolean);
  return fixes.sort((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null;
}

/** Positions that old prove nothing about now. */
function doubt(incident) {
  const fix = newestFix(incident);
  if (!incident.muster || !fix) {
    return t('remaining.nofix');
  }
  const limit = Math.max(60_000, 2 * duration(state.plan?.tagPeriod));
  return since(fix) > limit ? t('remaining.oldfix', span(since(fix))) : '';
}

export function remaining(incident) {
  const {muster} = incident;
  const open = incident.orders.some((one) => !one.lifted);
  const left = muster?.remaining ?? [];
  const uncertain = open ? doubt(incident) : '';
  const out = muster?.emptiedAt && left.length === 0;
  return html`<section class="block people ${out ? 'out' : left.length > 0 ? 'inside' : ''}">
    <h3>${t('remaining.title')}</h3>
    <div class="tally" role="status">
      <b class="big">${muster ? left.length : '?'}</b>
      <span>${muster ? t('remaining.of', muster.listed) : t('remaining.unknown')}</span>
      ${out ? html`<b class="allout">✓ ${t('remaining.out', mineTime(muster.emptiedAt))}</b>` : nothing}
      ${uncertain ? html`<b class="warn">⚠ ${uncertain}</b>` : nothing}
    </div>
    ${left.length > 0 ? list(left) : nothing} ${incident.orders.map(order)}
  </section>`;
}
