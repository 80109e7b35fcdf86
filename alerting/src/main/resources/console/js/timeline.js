/** Every step, call attempt and refusal, newest first. */
import {bothTimes, mineTime} from './clock.js';
import {html, nothing, repeat} from './lib.js';
import {reportOf} from './records.js';
import {state} from './store.js';
import {t} from './words.js';

const text = (step) => (state.lang === 'en' && step.textEnglish) || step.text;

/** Only a human's proof is a tick; a machine and a delivery are not. */
const MARKS = {CONFIRMED: '✓', EXPIRED: '✕', FAILED: '✕', DECLINED: '✕', SUPERSEDED: '–'};

function call(one) {
  const mark = MARKS[one.outcome] ?? '…';
  return html`<tr>
    <td class="num">${one.rung}</td>
    <td>${(state.lang === 'en' && one.positionEnglish) || one.position} ${one.name ?? ''}</td>
    <td>${t(`channel.${one.channel}`)}</td>
    <td title=${bothTimes(one.placed)}>${mineTime(one.placed)}</td>
    <td title=${one.reason ?? ''}>${mark} ${t(`outcome.${one.outcome}`)}
      ${one.proof ? t(`proof.${one.proof}`) : nothing}
      ${one.answered ? mineTime(one.answered) : nothing}</td>
  </tr>`;
}

function calls(incident) {
  if (incident.calls.length === 0) {
    return nothing;
  }
  return html`<h3>${t('calls.title')}</h3>
    <table class="calls">
      <thead><tr><th>${t('calls.rung')}</th><th>${t('calls.who')}</th><th>${t('calls.by')}</th>
        <th>${t('calls.placed')}</th><th>${t('calls.outcome')}</th></tr></thead>
      <tbody>${repeat(incident.calls, (one) => one.id, call)}</tbody>
    </table>`;
}

/** Who may take the evidence pack away; the server decides, this only shows the way. */
const TAKES_EVIDENCE = new Set(['OPERATOR', 'REGULATOR', 'ADMINISTRATOR']);

function evidencePack(incident) {
  if (!TAKES_EVIDENCE.has(state.me?.role)) {
    return nothing;
  }
  const path = `/api/incidents/${encodeURIComponent(incident.id)}/evidence`;
  return html`<small><a href=${path} download title=${t('timeline.evidence.what')}
    >${t('timeline.evidence')}</a></small>`;
}

/** Lines of the system, the newest; what people did is shown whatever came since. */
const SHOWN = 60;

function shown(steps) {
  let system = 0;
  return steps.filter((step) => step.who !== 'system' || system++ < SHOWN);
}

export function timeline(incident) {
  const all = [...incident.timeline].sort((a, b) => b.seq - a.seq);
  const steps = shown(all);
  const total = all[0]?.seq ?? 0; // numbered without a gap; of a long record not all are sent
  return html`<section class="block">
    ${calls(incident)}
    <h3>${t('timeline.title')} <small><a href=${reportOf(incident.id)} target="_blank" rel="noopener">${t('report.incident')}</a></small>
      ${evidencePack(incident)}</h3>
    <ol class="timeline">
      ${repeat(
        steps,
        (step) => step.seq,
        (step) => html`<li class="w-${step.what}">
          <time title=${bothTimes(step.at)}>${mineTime(step.at)}</time>
          <b>${t(`what.${step.what}`)}</b>
          <span>${text(step)}</span>
          <small>${step.who === 'system' ? t('system') : step.who}</small>
        </li>`,
      )}
    </ol>
    ${steps.length < total
      ? html`<p class="quiet">${t('timeline.more', total - steps.length, total)}</p>`
      : nothing}
  </section>`;
}
