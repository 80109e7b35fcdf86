/** Marks a card as a rescuer's, or takes the mark away, with a reason. */
import {may, send} from './acts.js';
import {html, nothing} from './lib.js';
import {change, state} from './store.js';
import {t} from './words.js';

/** The button beside a person on the list. */
export function markButton(incident, one) {
  if (!may(incident, 'MARK_CARD')) {
    return nothing;
  }
  const open = () => change({dialog: 'rescuer', marking: {card: one.card, mark: one.rescuer ? 'NONE' : 'RESCUER'}});
  return html`<button class="plain" @click=${open}>${t(one.rescuer ? 'rescuer.take' : 'rescuer.mark')}</button>`;
}

export function rescuerForm(incident) {
  const {card, mark} = state.marking;
  const submit = async (event) => {
    event.preventDefault();
    const note = new FormData(event.target).get('note');
    if (await send(incident, 'MARK_CARD', {card, mark, note})) {
      change({dialog: null});
    }
  };
  return html`<h2>${t(mark === 'RESCUER' ? 'rescuer.mark' : 'rescuer.take')} · ${card}</h2>
    <p class="quote">${t('rescuer.what')}</p>
    <form @submit=${submit}><label class="line">${t('rescuer.why')}
        <textarea name="note" rows="2" maxlength="500" required></textarea></label>
      <div class="foot"><button type="button" @click=${() => change({dialog: null})}>${t('cancel')}</button>
        <button class="primary large" ?disabled=${state.sending !== null}>${t('rescuer.do')}</button></div></form>`;
}
