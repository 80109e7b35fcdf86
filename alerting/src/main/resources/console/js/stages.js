/** The stages of the chain in the regulation's words, and how far this incident is. */
import {html, nothing} from './lib.js';
import {t} from './words.js';

const STAGES = [
  'APPROACHING',
  'WARNED',
  'CALLED',
  'ACKNOWLEDGED',
  'RESPONDING',
  'WITHDRAWING',
  'WITHDRAWN',
  'CLOSED',
];

export function stages(incident) {
  const at = STAGES.indexOf(incident.stage);
  return html`<ol class="stages" aria-label=${t('stage.bar')}>
    ${STAGES.map((stage, i) => {
      const where = i < at ? 'past' : i === at ? 'here' : 'ahead';
      return html`<li class=${where} aria-current=${i === at ? 'step' : nothing}>
        <span aria-hidden="true">${i < at ? '✓' : i === at ? '▶' : ''}</span>${t(`stage.${stage}`)}
      </li>`;
    })}
  </ol>`;
}
