/** The feeds of the mine in view: points by the hours of a day, each in a word; a row opens its curve. */
import {mineStamp} from './clock.js';
import {curve} from './curve.js';
import {use} from './fetched.js';
import {html, nothing} from './lib.js';
import {page, shown} from './page.js';
import {feedHealth} from './records.js';
import {change, state} from './store.js';
import {nameOf, pointById, t} from './words.js';

const EVERY_MS = 60_000;
const HOUR_MS = 3_600_000;
const MARGIN_MS = 600_000; // as much as a curve shows around what it is about

/** Never by colour alone: a sign in the cell, words for who hears it or points at it, and a key below. */
const SIGNS = {FULL: '✓', PARTLY: '', UNMEASURED: '?', SILENT: '✕', AHEAD: '·'};

let asked = {mine: null, day: '', from: 0, point: null};

function ask(patch) {
  asked = {...asked, ...patch};
  change({});
}

function words(cell) {
  const what = cell.state === 'PARTLY' ? t('health.PARTLY.of', cell.percent) : t(`health.${cell.state}`);
  return cell.quality ? `${what}, ${t(`quality.${cell.quality}`)}` : what;
}

const cell = (one, hour) => html`<td class="h-${one.state}" title=${`${hour} ${words(one)}`}>
  <span aria-hidden="true">${one.state === 'PARTLY' ? one.percent : SIGNS[one.state]}</span><span class="spoken">${words(one)}</span></td>`;

function table(health) {
  const hours = health.hours.map((at) => mineStamp(at).slice(11, 13));
  return html`<div class="wide" tabindex="0" data-scrolls role="region" aria-label=${t('health.table')}>
    <table class="health">
      <caption>${t('health.caption', health.day, health.timeZone)}</caption>
      <thead><tr><th scope="col">${t('shift.point')}</th>${hours.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
      <tbody>${health.rows.map((row) => html`<tr>
        <th scope="row"><button class="plain" aria-pressed=${row.point === asked.point} title=${row.point}
          @click=${() => ask({point: row.point === asked.point ? null : row.point})}>${nameOf(row, row.point)}</button></th>
        ${row.cells.map((one, at) => cell(one, hours[at]))}</tr>`)}</tbody>
    </table></div>
    <p class="key">${['FULL', 'PARTLY', 'UNMEASURED', 'SILENT', 'AHEAD'].map((one) => html`<span><b class="h-${one}">${one === 'PARTLY' ? '83' : SIGNS[one]}</b> ${t(`health.${one}`)}</span>`)}</p>`;
}

/** The curve of the day, drawn as evidence is: what is silent stays a gap. */
function dayCurve(health) {
  const point = asked.point && pointById(asked.point);
  if (!point) {
    return nothing;
  }
  const from = Date.parse(health.hours[0]);
  const to = Date.parse(health.hours.at(-1)) + HOUR_MS;
  const about = {mine: health.mine, onset: new Date(from + MARGIN_MS).toISOString(), stage: 'CLOSED',
    timeline: [{at: new Date(to - MARGIN_MS).toISOString()}]};
  const rule = state.plan.limits.find((one) => point.rules.includes(one.id));
  const finding = {point: point.id, measure: point.measure, unit: t(`measure.${point.measure}`), rule: rule?.id, limit: 0,
    onset: new Date(0).toISOString(), blind: false};
  return html`<section class="card-box"><h2>${nameOf(point)} <span class="quiet">${point.id} · ${health.day}</span></h2>${curve(about, finding)}</section>`;
}

const turn = (health) => html`<div class="line-of">
  ${asked.from > 0 ? html`<button @click=${() => ask({from: Math.max(0, asked.from - 50), point: null})}>← ${t('health.before')}</button>` : nothing}
  ${health.next !== null ? html`<button @click=${() => ask({from: health.next, point: null})}>${t('health.next', health.points)} →</button>` : nothing}
</div>`;

export function healthPage() {
  if (asked.mine !== state.mine) {
    asked = {...asked, mine: state.mine, from: 0, point: null};
  }
  if (!state.mine) {
    return page('health', nothing, html`<p class="empty">${t('page.loading')}</p>`);
  }
  const query = `${asked.day ? `day=${asked.day}&` : ''}from=${asked.from}`;
  const found = use(`health ${state.mine} ${query}`, () => feedHealth(state.mine, query), EVERY_MS);
  const day = html`<label class="pick">${t('health.day')}
    <input type="date" .value=${asked.day || (found.value?.day ?? '')} @change=${(event) => ask({day: event.target.value, point: null})} /></label>`;
  return page('health', day, shown(found, (health) => html`${dayCurve(health)}
    <section class="card-box">${table(health)} ${turn(health)}</section>`));
}
