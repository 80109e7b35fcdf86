/** The archive of incidents: search, pages from the server, and the way to each one and its report. */
import {mineStamp, mineZone, span, startOfDay} from './clock.js';
import {valueText} from './condition.js';
import {forget, use} from './fetched.js';
import {html, nothing} from './lib.js';
import {choose, failure, page, table} from './page.js';
import {archive, downloads, openIncident, reportOf} from './records.js';
import {badge} from './severity.js';
import {change, state} from './store.js';
import {nameOf, t} from './words.js';

/** A search stands until it is made again: what comes meanwhile would shift the pages. What failed is asked again soon. */
const KEPT_MS = 86_400_000;
const AGAIN_MS = 5000;
const DAY_MS = 86_400_000;

const SEVERITIES = ['RED', 'ORANGE', 'YELLOW', 'BLUE'];
const HAZARDS = ['GAS', 'VENTILATION', 'WATER', 'SLOPE', 'TAILINGS', 'PEOPLE', 'POWER', 'FEED', 'OTHER'];
const STAGES = ['CLOSED', 'APPROACHING', 'WARNED', 'CALLED', 'ACKNOWLEDGED', 'RESPONDING', 'WITHDRAWING', 'WITHDRAWN'];
const ENDS = ['ON_EVIDENCE', 'FORCED', 'HARMLESS', 'FELL_BACK'];

const NOTHING = {area: '', mine: '', stage: 'CLOSED', severity: '', hazard: '', how: '', occasion: '', from: '', to: '', text: ''};
let asked = {...NOTHING};
let marks = ['']; // where each page that is shown begins
let problem = null; // of opening one

/** Another search begins at its first page. */
function ask(patch) {
  asked = {...asked, ...patch};
  if (asked.how && asked.stage !== 'CLOSED') {
    asked.stage = 'CLOSED'; // only what is closed was closed somehow
  }
  marks = [''];
  problem = null;
  forget('archive ');
}

function query() {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value && name !== 'from' && name !== 'to') {
      said.set(name, value);
    }
  }
  if (asked.from) {
    said.set('from', new Date(startOfDay(asked.from)).toISOString());
  }
  if (asked.to) {
    said.set('to', new Date(startOfDay(asked.to) + DAY_MS).toISOString()); // the day itself included
  }
  return said.toString();
}

/** Areas of the mines in scope, by the path of their codes. */
function areas() {
  const all = new Set();
  for (const {jurisdiction = []} of state.mines) {
    jurisdiction.forEach((_, at) => all.add(jurisdiction.slice(0, at + 1).join('/')));
  }
  return [...all].sort();
}

const any = (word, values, of) => [['', t(word)], ...values.map((one) => [one, of(one)])];
const pick = (name, word, options) => choose(t(word), options, asked[name], (value) => ask({[name]: value}));

function day(name, word) {
  return html`<label class="pick">${t(word)}
    <input type="date" name=${name} .value=${asked[name]} @change=${(event) => ask({[name]: event.target.value})} /></label>`;
}

function search(event) {
  event.preventDefault();
  ask({text: new FormData(event.target).get('text').trim()});
}

function form() {
  const many = state.mines.length > 1;
  return html`<form class="search card-box" role="search" @submit=${search}>
    ${many ? pick('area', 'archive.area', any('archive.all', areas(), (one) => one)) : nothing}
    ${many ? pick('mine', 'archive.mine', any('archive.all', state.mines.map((one) => one.mine),
      (code) => nameOf(state.mines.find((one) => one.mine === code), code))) : nothing}
    ${pick('stage', 'archive.stage', any('archive.all', STAGES, (one) => t(`stage.${one}`)))}
    ${pick('how', 'archive.how', any('archive.all', ENDS, (one) => t(`closing.${one}`)))}
    ${pick('severity', 'archive.severity', any('archive.all', SEVERITIES, (one) => t(`severity.${one}`)))}
    ${pick('hazard', 'archive.hazard', any('archive.all', HAZARDS, (one) => t(`hazard.${one}`)))}
    ${pick('occasion', 'archive.occasion', any('archive.all', ['REAL', 'DRILL'], (one) => t(`occasion.${one}`)))}
    ${day('from', 'archive.from')} ${day('to', 'archive.to')}
    <label class="pick grow">${t('archive.text')}
      <input name="text" type="search" maxlength="100" .value=${asked.text} placeholder=${t(many && !asked.mine ? 'archive.text.what' : 'archive.text.names')} /></label>
    <button class="primary">${t('archive.search')}</button>
    <button type="button" @click=${() => ask(NOTHING)}>${t('archive.reset')}</button>
  </form>`;
}

const english = (zh, en) => (state.lang === 'en' && en) || zh;

function matter(one) {
  return html`${one.drill ? html`<b class="drill">${t('drill')}</b> ` : nothing}
    <b>${english(one.subject, one.subjectEnglish) || t('archive.nothing')}</b> ${english(one.what, one.whatEnglish)}
    ${one.peak === null ? nothing : html`<span class="quiet">${t('peak')} ${valueText(one.measure, one.peak)} ${one.unit}</span>`}
    ${state.mines.length > 1 ? html`<br /><small class="quiet">${english(one.mineName, one.mineNameEnglish)}</small>` : nothing}`;
}

function end(one) {
  if (one.stage !== 'CLOSED') {
    return html`<span class="tag bad">${t(`stage.${one.stage}`)}</span>`;
  }
  const odd = one.how === 'FORCED' || one.how === 'HARMLESS';
  return html`<span class="tag ${odd ? 'bad' : ''}">${odd ? '⚠ ' : ''}${t(`closing.${one.how}`)}</span>`;
}

async function look(one) {
  problem = await openIncident(one.id);
  change({});
}

const COLUMNS = [
  ['archive.severity', (one) => badge(one.severity)],
  ['archive.opened', (one) => html`<span class="clock nowrap">${mineStamp(one.opened)}</span>`],
  ['archive.matter', matter],
  ['archive.how', end],
  ['archive.took', (one) => (one.closed ? span(Date.parse(one.closed) - Date.parse(one.opened)) : '—'), 'num'],
  ['archive.people', (one) => one.people || '—', 'num'],
  ['archive.acts', (one) => html`<span class="nowrap"><button @click=${() => look(one)} aria-label=${`${t('archive.look')} ${one.id}`}>${t('archive.look')}</button>
    <a href=${reportOf(one.id)} target="_blank" rel="noopener">${t('report.print')}</a></span>`],
];

export function archivePage() {
  const said = query();
  const pages = marks.map((mark) => {
    const key = `archive ${said} ${mark}`;
    const fetcher = () => archive(mark ? `${said}&after=${encodeURIComponent(mark)}` : said);
    const known = use(key, fetcher, KEPT_MS);
    return known.problem ? use(key, fetcher, AGAIN_MS) : known;
  });
  const [first] = pages;
  const last = pages.at(-1);
  const lines = pages.flatMap((one) => one.value?.lines ?? []);
  const more = () => {
    marks = [...marks, last.value.next];
    change({});
  };
  return page('archive', html`<span class="quiet">${t('archive.zone', mineZone())}</span> ${downloads('/api/archive', said, mineZone())}`, html`${form()}
    ${failure(problem, 'page.silent')} ${failure(last.problem, 'page.silent')}
    <section class="card-box" aria-live="polite">
      ${first.value === null ? first.problem ? nothing : html`<p class="empty" role="status">${t('page.loading')}</p>`
        : table(COLUMNS, lines, 'archive.none', t('archive.found', first.value.found, lines.length))}
      ${last.value?.next ? html`<button class="large" @click=${more}>${t('archive.more')}</button>`
        : last.loading && marks.length > 1 ? html`<p class="quiet" role="status">${t('page.loading')}</p>` : nothing}
    </section>`);
}
