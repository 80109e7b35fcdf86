/** What to do next, worst first, with running clocks. */
import {may} from './acts.js';
import {countdown, now, since, span} from './clock.js';
import {html, nothing, repeat} from './lib.js';
import {listed, select} from './selection.js';
import {isJudged} from './fresh.js';
import {badge} from './severity.js';
import {state} from './store.js';
import {matterOf, mineNameOf, subjectName, t, unitOf, zoneOf} from './words.js';
import {valueNow, valueText} from './condition.js';

/** The finding that decides how bad an incident is: blind before seen, then the worst. */
export function worstFinding(incident) {
  const rank = {RED: 4, ORANGE: 3, YELLOW: 2, BLUE: 1};
  return [...incident.findings].sort(
    (a, b) => b.open - a.open || b.blind - a.blind || rank[b.severity] - rank[a.severity],
  )[0];
}

/** The running clock of what is due. */
export function due(incident) {
  if (!incident.due) {
    return nothing;
  }
  const left = Date.parse(incident.due.at) - now();
  const late = left < 0;
  return html`<span class="due ${late ? 'late' : left < 60_000 ? 'soon' : ''}">
    <small>${t(`due.${incident.due.what}`)}</small>
    <small>${t(late ? 'due.late' : 'due.left')}</small>
    <b class="clock">${countdown(left)}</b>
  </span>`;
}

/** Where an incident is: its zones, or what it is about when that is in no zone. */
export function placeOf(incident) {
  const finding = worstFinding(incident);
  return incident.zones.length > 0 || !finding
    ? incident.zones.map((id) => zoneOf(incident, id)).join(t('comma')) : subjectName(incident, finding);
}

/** The newest value of what is found, with its age; what is doubted or gone is said in words. */
export function newest(incident, finding) {
  if (finding.blind) {
    return html`<b>${t('blind')}</b>`;
  }
  const {value, at, quality} = valueNow(incident, finding);
  const age = html`<small class="quiet">${t('ago', span(since(at)))}</small>`;
  const doubt = quality ? html`<b class="warn">${t(`quality.${quality}`)}</b>` : nothing;
  return value === null ? html`${doubt} ${age}`
    : html`<b class=${quality ? 'doubted' : ''}>${valueText(finding.measure, value)}</b> ${unitOf(finding)} ${doubt} ${age}`;
}

function item(incident) {
  const finding = worstFinding(incident);
  const current = incident.id === state.selected;
  return html`<li>
    <button
      class="item e-${incident.severity} ${may(incident, 'ACKNOWLEDGE') ? 'calling' : ''} ${incident.stage === 'CLOSED' ? 'done' : ''}"
      aria-current=${current}
      @click=${() => select(incident, 'incident')}
    >
      <span class="row">
        ${badge(incident.severity)}
        <b class="stage">${t(`stage.${incident.stage}`)}</b>
        ${incident.drill ? html`<b class="drill">${t('drill')}</b>` : nothing} ${due(incident)}
      </span>
      <span class="title">${placeOf(incident)}</span>
      <span class="row quiet">
        ${finding
          ? html`${matterOf(incident, finding)} <small>${finding.point ?? subjectName(incident, finding)}</small>
              ${newest(incident, finding)}`
          : nothing}
        ${state.mines.length > 1 ? html`<span>${mineNameOf(incident)}</span>` : nothing}
        ${incident.stage === 'CLOSED' ? nothing : html`<span class="age">${t('since', span(since(incident.onset)))}</span>`}
      </span>
    </button>
  </li>`;
}

function nothingOpen() {
  const summary = state.summaries.get(state.mine);
  if (!state.link.up || !summary) {
    return html`<p class="empty">${t('queue.unknown')}</p>`;
  }
  if (!isJudged(state.mine)) {
    return html`<p class="empty"><b class="warn">⚠ ${t('judge.silent', span(since(summary.at)))}</b></p>`;
  }
  return html`<p class="empty">
    <b>${t('queue.none')}</b><br />${t('queue.heard', summary.heard, summary.points)}
    ${summary.dark > 0 ? html`<br /><b class="warn">${t('queue.dark', summary.dark)}</b>` : nothing}
  </p>`;
}

export function queue() {
  const all = listed();
  const open = all.filter((one) => one.stage !== 'CLOSED').length;
  const beat = Math.floor(now() / 1000) % 2 === 0; // calls flash with the clocks
  return html`<section class="part queue ${beat ? 'beat' : ''}" id="part-next" tabindex="-1">
    <h2>${t('queue.title')} ${open > 0 ? html`<span class="quiet">${open}</span>` : nothing}</h2>
    <ul>
      ${repeat(all, (one) => one.id, item)}
    </ul>
    ${open === 0 ? nothingOpen() : nothing}
  </section>`;
}
