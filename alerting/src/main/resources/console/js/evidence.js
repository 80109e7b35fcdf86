/** What was measured, against which limit, from which clause, and how sure we are. */
import {bothTimes, mineTime, since, span} from './clock.js';
import {outlookOf, valueNow, valueText} from './condition.js';
import {curve} from './curve.js';
import {html, nothing} from './lib.js';
import {worstFinding} from './queue.js';
import {lastSeen, peakOf} from './series.js';
import {shape} from './severity.js';
import {change, state} from './store.js';
import {matterOf, subjectName, t, unitOf, wordOr} from './words.js';

/** Findings shown at once; the rest is counted. */
const SHOWN = 6;

function reading(incident, finding) {
  if (finding.blind) {
    const seen = lastSeen(finding);
    return html`<span class="value unseen">${t('blind')}</span>
      ${seen
        ? html`<small>${t('blind.last', valueText(finding.measure, seen.value), unitOf(finding), mineTime(seen.at))}</small>`
        : nothing}`;
  }
  const {value, at, quality, last} = valueNow(incident, finding);
  const age = t('ago', span(since(at)));
  if (value === null) {
    return html`${quality ? html`<span class="value unseen">${t(`quality.${quality}`)}</span>` : nothing}
      <small>${age}</small>
      ${last && last.value !== null
        ? html`<small>${t('blind.last', valueText(finding.measure, last.value), unitOf(finding), mineTime(last.at))}</small>` : nothing}`;
  }
  return html`<span class="value ${quality ? 'doubted' : ''}">${valueText(finding.measure, value)}</span>
    <small>${unitOf(finding)} · ${quality ? html`<b class="warn">${t(`quality.${quality}`)}</b> · ` : nothing}${age}</small>`;
}

function confidence(finding) {
  const own = finding.confidence === 'PROPOSAL';
  return html`<span class="confidence ${own ? 'own' : ''}">
    ${t(`confidence.${finding.confidence}`)}</span>`;
}

function stateOf(finding) {
  if (!finding.open) {
    return t('kind.CLEARED');
  }
  return t(finding.kind === 'OPENED' && finding.check !== 'LIMIT' ? 'kind.FOUND' : `kind.${finding.kind}`);
}

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Lists of how many are of which colour, and of which item has which: each part is a word of its own. */
const COLOURED = new Set(['items', 'points']);

const coloured = (part) => wordOr(`colour.${part}`, wordOr(`detail.item.${part.toUpperCase()}`, part));

/** A detail as people read it: a word of ours, a time of the mine, or as it came. */
function detailText(name, text) {
  if (INSTANT.test(text)) {
    return mineTime(text);
  }
  return COLOURED.has(name)
    ? text.split(', ').map((one) => one.split(' ').map(coloured).join(' ')).join(t('comma'))
    : wordOr(`detail.${name}.${text}`, text);
}

/** What lies ahead of an open finding's point, if its forecasts deserve to be shown. */
function ahead(finding) {
  const words = finding.open && finding.point ? outlookOf(finding.point) : null;
  return words
    ? html`<div class="wide"><dt>${t('outlook')}</dt><dd>${words}</dd></div>`
    : nothing;
}

/** What the check has to say beyond its numbers. */
function detail(finding) {
  return Object.entries(finding.detail ?? {}).map(([name, text]) =>
    html`<div class="wide"><dt>${t(`detail.${name}`)}</dt><dd>${detailText(name, text)}</dd></div>`);
}

/** Found after what was answered to: nobody has said to have seen it. */
const isUnseen = (incident, finding) => incident.answer?.unseen.includes(finding.id) ?? false;

function row(incident, finding, current) {
  const peak = peakOf(finding, state.plan?.limits.find((one) => one.id === finding.rule)?.side);
  return html`<li class="finding ${finding.open ? '' : 'over'}" aria-current=${current}>
    <button class="pick" @click=${() => change({point: finding.point})}>
      ${shape(finding.severity)}<b>${subjectName(incident, finding)}</b>
      <small>${finding.point ?? ''} ${finding.point ? '·' : ''} ${matterOf(incident, finding)}</small>
      <span class="state">${stateOf(finding)}</span>
      ${isUnseen(incident, finding) ? html`<b class="warn">${t('finding.unseen')}</b>` : nothing}
    </button>
    <div class="now">${reading(incident, finding)}</div>
    <dl>
      <div><dt>${t('limit')}</dt><dd>${valueText(finding.measure, finding.limit)} ${unitOf(finding)}</dd></div>
      <div><dt>${t('peak')}</dt>
        <dd title=${bothTimes(peak.at)}>${valueText(finding.measure, peak.value)} · ${mineTime(peak.at)}</dd></div>
      <div><dt>${t('onset')}</dt><dd title=${bothTimes(finding.onset)}>${mineTime(finding.onset)}</dd></div>
      ${finding.cleared
        ? html`<div><dt>${t('cleared')}</dt><dd>${mineTime(finding.cleared)}</dd></div>`
        : nothing}
      ${ahead(finding)} ${detail(finding)}
      <div class="wide"><dt>${t('clause')}</dt><dd>${finding.clause} ${confidence(finding)}</dd></div>
      <div class="wide times"><dt>${t('times')}</dt>
        <dd>${t('times.three', mineTime(finding.measured), mineTime(finding.received), mineTime(finding.judged))}
          · ${t('plan', finding.planVersion)}</dd></div>
    </dl>
  </li>`;
}

export function evidence(incident) {
  const worst = worstFinding(incident);
  if (!worst) {
    return nothing;
  }
  const current = incident.findings.find((one) => one.point && one.point === state.point) ?? worst;
  const ordered = [current, ...incident.findings.filter((one) => one !== current)];
  const rest = (incident.findingsTotal ?? ordered.length) - SHOWN;
  return html`<section class="block evidence">
    <h3>${t('evidence.title')}</h3>
    ${incident.answer?.foundSince > 0
      ? html`<p class="warn unseen-count">${t('evidence.unseen', incident.answer.foundSince, incident.answer.by)}</p>`
      : nothing}
    ${current.point ? curve(incident, current) : nothing}
    <ul>
      ${ordered.slice(0, SHOWN).map((one) => row(incident, one, one === current && ordered.length > 1))}
    </ul>
    ${rest > 0 ? html`<p class="quiet">${t('evidence.more', rest)}</p>` : nothing}
  </section>`;
}
