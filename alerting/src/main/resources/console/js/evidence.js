/** What was measured, against which limit, from which clause, and how sure we are. */
import {bothTimes, mineTime, since, span} from './clock.js';
import {outlookOf, valueText} from './condition.js';
import {curve} from './curve.js';
import {html, nothing} from './lib.js';
import {worstFinding} from './queue.js';
import {lastSeen, peakOf} from './series.js';
import {shape} from './severity.js';
import {change, state} from './store.js';
import {matterOf, subjectName, t, unitOf} from './words.js';

/** Findings shown at once; the rest is counted. */
const SHOWN = 6;

function reading(finding) {
  const latest = finding.check === 'LIMIT' ? state.live.get(finding.point) : null;
  if (finding.blind) {
    const seen = lastSeen(finding);
    return html`<span class="value unseen">${t('blind')}</span>
      ${seen
        ? html`<small>${t('blind.last', valueText(finding.measure, seen.value), unitOf(finding), mineTime(seen.at))}</small>`
        : nothing}`;
  }
  const value = latest?.value ?? finding.value;
  if (value === null || value === undefined) {
    return html`<small>${t('ago', span(since(finding.measured)))}</small>`;
  }
  const age = since(latest?.measured ?? finding.measured);
  return html`<span class="value">${valueText(finding.measure, value)}</span>
    <small>${unitOf(finding)} · ${t('ago', span(age))}</small>`;
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

/** Details that are words of ours, and those that are times. */
const WORDED = new Set(['against', 'verdict', 'lost', 'flag']);
const TIMED = new Set(['earliest', 'likely', 'latest']);

function detailText(name, text) {
  return WORDED.has(name) ? t(`detail.${name}.${text}`) : TIMED.has(name) ? mineTime(text) : text;
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

function row(finding, current) {
  const peak = peakOf(finding, state.plan?.limits.find((one) => one.id === finding.rule)?.side);
  return html`<li class="finding ${finding.open ? '' : 'over'}" aria-current=${current}>
    <button class="pick" @click=${() => change({point: finding.point})}>
      ${shape(finding.severity)}<b>${subjectName(finding)}</b>
      <small>${finding.point ?? ''} ${finding.point ? '·' : ''} ${matterOf(finding)}</small>
      <span class="state">${stateOf(finding)}</span>
    </button>
    <div class="now">${reading(finding)}</div>
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
    ${current.point ? curve(incident, current) : nothing}
    <ul>
      ${ordered.slice(0, SHOWN).map((one) => row(one, one === current && ordered.length > 1))}
    </ul>
    ${rest > 0 ? html`<p class="quiet">${t('evidence.more', rest)}</p>` : nothing}
  </section>`;
}
