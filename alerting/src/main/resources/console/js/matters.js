/** All that is open in a scope at one time, as one shift hands it to the next. */
import {countdown, mineStamp, mineTime, now, since, span} from './clock.js';
import {html, nothing} from './lib.js';
import {table, when} from './page.js';
import {openIncident} from './records.js';
import {badge} from './severity.js';
import {state} from './store.js';
import {aboutOf, t} from './words.js';

/** A name of the server's in the reader's language. */
const named = ({id, chinese, english}) => (state.lang === 'en' && english) || chinese || id;

/** The rule's own name, else the word for what is measured or judged. */
const whatOf = (what) => (state.lang === 'en' && what.english) || what.chinese || (what.id ? t(what.id) : '');

function figure(word, value, isBad) {
  return html`<div class="figure ${isBad ? 'bad' : ''}"><b>${value}</b><small>${t(word)}</small></div>`;
}

const bad = (count, text = count) => (count > 0 ? html`<b class="warn">${text}</b>` : '0');

/** A count of which not all is known: alone it would read as the whole. */
const part = (count, isPart) => (isPart ? `${count} + ?` : count);

export function mattersFigures(matters) {
  return html`<div class="figures">
    ${figure('shift.incidents', matters.incidentsTotal, matters.incidentsTotal > 0)}
    ${figure('shift.inside', part(matters.inside, matters.insideUnknown), matters.inside > 0 || matters.insideUnknown)}
    ${figure('shift.points', part(matters.pointsTotal, matters.unheard > 0), matters.pointsTotal + matters.unheard > 0)}
    ${figure('shift.gateways', part(matters.gatewaysTotal, matters.unheard > 0), matters.gatewaysTotal + matters.unheard > 0)}
    ${figure('shift.gaps', matters.gapsTotal, matters.gapsTotal > 0)}
    ${figure('shift.troubles', matters.troubles.length, matters.troubles.length > 0)}
  </div>`;
}

/** A clock that runs while what is shown is of now; of a kept handover the time itself. */
function due(one, live) {
  if (!one.due) {
    return '—';
  }
  const left = Date.parse(one.dueAt) - now();
  return live ? html`<span class="due ${left < 0 ? 'late' : ''}"><small>${t(`due.${one.due}`)} ${t(left < 0 ? 'due.late' : 'due.left')}</small>
    <b class="clock">${countdown(left)}</b></span>` : html`${t(`due.${one.due}`)} ${when(one.dueAt)}`;
}

function incidents(matters, live, fresh) {
  return table([
    ['archive.severity', (one) => badge(one.severity)],
    ['archive.matter', (one) => html`${fresh?.has(one.id) ? html`<b class="tag bad">${t('shift.new')}</b> ` : nothing}
      ${one.drill ? html`<b class="drill">${t('drill')}</b> ` : nothing}<b>${named(one.place)}</b> ${whatOf(one.what)}
      ${state.mines.length > 1 ? html`<small class="quiet">${named(one.mine)}</small>` : nothing}
      <small class="quiet">${t('onset')} ${mineTime(one.onset)}</small>`],
    ['archive.stage', (one) => t(`stage.${one.stage}`)],
    ['shift.due', (one) => due(one, live)],
    ['shift.inside', (one) => (one.orders === 0 ? '—' : one.inside === null ? '?' : bad(one.inside)), 'num'],
    ['shift.shelved', (one) => (one.shelved ? html`${when(one.shelved)} ${one.shelvedBy}` : '—')],
    ['archive.acts', (one) => html`<button @click=${() => openIncident(one.id)} aria-label=${`${t('archive.look')} ${one.id}`}>${t('archive.look')}</button>`],
  ], matters.incidents, 'shift.none', t('shift.incidents'));
}

function mines(matters) {
  const doubt = (one) => (one.heard ? '' : ' ?');
  return table([
    ['archive.mine', (one) => named(one.mine)],
    ['shift.underground', (one) => (one.underground === null ? '?' : `${one.underground}${one.placed ? doubt(one) : ' ?'}`), 'num'],
    ['shift.all', (one) => one.points, 'num'],
    ['area.dark', (one) => html`${bad(one.dark)}${doubt(one)}`, 'num'],
    ['area.blind', (one) => html`${bad(one.blind)}${doubt(one)}`, 'num'],
    ['area.missing', (one) => html`${bad(one.missing)}${doubt(one)}`, 'num'],
    ['shift.unjudged', (one) => bad(one.notJudged), 'num'],
    ['gateway.heard', (one) => (one.said ? html`${when(one.said)}${one.heard ? nothing : html` <b class="warn">⚠</b>`}` : html`<b class="warn">${t('quality.NEVER')}</b>`)],
  ], matters.mines, 'shift.well', t('shift.feeds'));
}

function points(matters, live) {
  return matters.points.length === 0 ? nothing : table([
    ['shift.point', (one) => html`${named(one.point)} <small class="quiet">${one.point.id}</small>`],
    ['shift.why', (one) => html`<b class="warn">${t(`quality.${one.why}`)}</b>`],
    ['shift.last', (one) => (one.measured ? html`${when(one.measured)} ${live ? html`<small class="quiet">${t('ago', span(since(one.measured)))}</small>` : nothing}` : t('quality.NEVER'))],
  ], matters.points, 'shift.none', t('shift.points'));
}

function others(matters) {
  return html`<div class="side-by-side">
    <div>${matters.unheard > 0 ? html`<p class="warn"><b>⚠ ${t('shift.unheard', matters.unheard)}</b></p>` : nothing}${table([
      ['archive.mine', (one) => named(one.mine)],
      ['gateway.id', (one) => one.gateway],
      ['gateway.state', (one) => html`<b class="warn">${t(`presence.${one.state}`)}</b>`],
      ['gateway.heard', (one) => when(one.heard)],
    ], matters.gateways, matters.unheard > 0 ? 'shift.none' : 'shift.nogateway', t('shift.gateways'))}</div>
    <div>${table([
      ['archive.mine', (one) => named(one.mine)],
      ['roster.rung', (one) => named(one.position)],
      ['roster.from', (one) => when(one.from)],
      ['roster.until', (one) => when(one.until)],
    ], matters.gaps, 'roster.full', t('shift.gaps'))}</div>
  </div>`;
}

function troubles(matters) {
  return matters.troubles.length === 0 ? html`<p>✓ ${t('platform.fine')}</p>`
    : html`<ul class="dots">${matters.troubles.map((one) => html`<li><b class="warn">${t(`platform.${one.kind}`, one.count, aboutOf(one))}</b> ${when(one.since)}</li>`)}</ul>`;
}

const left = (shown, all) => (all > shown ? html`<p class="quiet">${t('shift.more', all - shown)}</p>` : nothing);

/**
 * Draws it.
 *
 * @param live whether it is of now: then clocks run
 * @param fresh ids of incidents that were not there or not so before, or null
 */
export function mattersOf(matters, live, fresh = null) {
  return html`<p class="quiet">${t(live ? 'shift.asof.now' : 'shift.asof', mineStamp(matters.at))}</p>
    ${mattersFigures(matters)}
    ${incidents(matters, live, fresh)} ${left(matters.incidents.length, matters.incidentsTotal)}
    ${mines(matters)} ${points(matters, live)} ${matters.pointsNamed ? left(matters.points.length, matters.pointsTotal) : nothing}
    ${others(matters)} ${left(matters.gaps.length, matters.gapsTotal)} ${troubles(matters)}`;
}
