/** Who is still inside, worst first. A silent tag is a person inside, so is one that nobody can place. */
import {bothTimes, mineTime, since, span} from './clock.js';
import {isPlaced, positionsAge} from './fresh.js';
import {html, nothing, repeat} from './lib.js';
import {markButton} from './rescuer.js';
import {state} from './store.js';
import {t, zoneOf} from './words.js';

const SHAPES = {UNKNOWN_PLACE: '?', SILENT: '✕', NEVER_MOVED: '■', MOVING: '➜'};

const WAYS = {CLOSER: '↑', FARTHER: '↓', SAME: '↔'};

/** By the last two zones: towards the way out or away from it, and whether towards the danger. */
function direction(incident, one) {
  const way = (incident.muster?.headings ?? []).find((each) => each.card === one.card);
  if (!way || way.from === one.zone) {
    return html`<span class="quiet">${t('unknown')}</span>`;
  }
  const away = way.exit === 'FARTHER' || way.danger === 'CLOSER';
  return html`<span class=${away ? 'warn' : ''} title=${t('heading.from', zoneOf(incident, way.from))}>
    ${WAYS[way.exit] ?? '?'} ${t(`heading.exit.${way.exit}`)}${way.danger === 'CLOSER'
      ? html`<br /><b>⚠ ${t('heading.danger')}</b>` : nothing}</span>`;
}

const person = (incident) => (one) => {
  return html`<tr class="p-${one.state}">
    <td><b class="pstate"><span aria-hidden="true">${SHAPES[one.state] ?? '·'}</span> ${t(`person.${one.state}`)}</b></td>
    <td class="card">${one.card} ${one.rescuer ? html`<b>${t('person.rescuer')}</b>` : nothing}</td>
    <td>${one.zone ? zoneOf(incident, one.zone) : t('unknown')}</td>
    <td class="way">${direction(incident, one)}</td>
    <td class="num there" title=${bothTimes(one.inZoneSince)}>${span(since(one.inZoneSince))}</td>
    <td class="num" title=${bothTimes(one.lastSeen)}>${span(since(one.lastSeen))}</td>
    <td>${markButton(incident, one)}</td>
  </tr>`;
};

function list(incident, people) {
  return html`<table class="remaining">
    <thead>
      <tr>
        <th>${t('person.state')}</th><th>${t('person.card')}</th><th>${t('person.zone')}</th><th class="way">${t('person.heading')}</th>
        <th class="num there">${t('person.there')}</th><th class="num">${t('person.seen')}</th><th><span class="spoken">${t('rescuer.mark')}</span></th>
      </tr>
    </thead>
    <tbody>${repeat(people, (one) => one.card, person(incident))}</tbody>
  </table>`;
}

const order = (incident) => (one) => {
  return html`<p class="order">
    <b>${t(`grade.${one.grade}`)}</b> · ${one.zones.map((id) => zoneOf(incident, id)).join(t('comma'))} ·
    ${t(`reason.${one.reason}`)}<br />
    <span class="quiet">“${one.text}” ${one.issuedBy} ${mineTime(one.issued)}
      ${one.lifted ? t('order.lifted', mineTime(one.lifted)) : nothing}</span>
    ${(one.receipts ?? []).map((each) => html`<br /><span class="${each.state === 'FAILED' ? 'warn' : 'quiet'}">
      ${t(`receipt.${each.by}`)} ${each.system}: ${t(`receipt.${each.state}`)} ${each.detail} ${mineTime(each.at)}</span>`)}
  </p>`;
};

/**
 * The newest count. An incident keeps the one that last changed it; the count of the mine goes on
 * and tells when each card was last seen. Only the incident says that the zones are proven empty.
 */
function countOf(incident) {
  const kept = incident.muster;
  const now = incident.mine === state.mine ? state.muster : null;
  const open = incident.orders.filter((one) => !one.lifted).map((one) => one.id);
  const mine = (now?.orders ?? []).filter((one) => open.includes(one.order));
  const newer = mine.length === open.length && open.length > 0;
  if (!newer || (kept && Date.parse(now.at) < Date.parse(kept.at))) {
    return kept;
  }
  const people = new Map(mine.flatMap((one) => one.remaining).map((one) => [one.card, one]));
  const rank = Object.keys(SHAPES);
  return {
    lastFix: now.lastFix,
    listed: Math.max(...mine.map((one) => one.listed)),
    remaining: [...people.values()].sort((a, b) => rank.indexOf(a.state) - rank.indexOf(b.state)),
    emptiedAt: kept?.emptiedAt,
  };
}

/** Positions that old prove nothing about now. */
function doubt(muster) {
  if (!muster || !muster.lastFix) {
    return t('remaining.nofix');
  }
  return isPlaced(muster) ? '' : t('remaining.oldfix', span(positionsAge(muster)));
}

export function remaining(incident) {
  const muster = countOf(incident);
  const open = incident.orders.some((one) => !one.lifted);
  const rescuers = new Set(incident.rescuers ?? []);
  const left = (muster?.remaining ?? []).map((one) => ({...one, rescuer: rescuers.has(one.card)}))
    .sort((a, b) => a.rescuer - b.rescuer); // who is to come out first of all
  const apart = left.filter((one) => one.rescuer).length;
  const uncertain = open ? doubt(muster) : '';
  const out = muster?.emptiedAt && left.length === 0;
  return html`<section class="block people ${out ? 'out' : left.length > 0 ? 'inside' : ''}">
    <h3>${t('remaining.title')}</h3>
    <div class="tally" role="status">
      <b class="big">${muster ? left.length : '?'}</b>
      <span>${muster ? t('remaining.of', muster.listed) : t('remaining.unknown')}</span>
      ${apart > 0 ? html`<b>${t('remaining.rescuers', apart)}</b>` : nothing}
      ${out ? html`<b class="allout">✓ ${t('remaining.out', mineTime(muster.emptiedAt))}</b>` : nothing}
    </div>
    ${uncertain ? html`<p><b class="warn">⚠ ${uncertain}</b></p>` : nothing}
    ${left.length > 0 ? list(incident, left) : nothing} ${incident.orders.map(order(incident))}
  </section>`;
}
