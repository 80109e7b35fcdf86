/** What asks before an act is sent, and the help. */
import {accidentForm} from './accident.js';
import {closing} from './closing.js';
import {KEYS} from './keys.js';
import {html, nothing, ref} from './lib.js';
import {forgetOrder, orderForm} from './order.js';
import {rescuerForm} from './rescuer.js';
import {responseForm} from './respond.js';
import {selected} from './selection.js';
import {change, state} from './store.js';
import {t} from './words.js';

function leave() {
  forgetOrder();
  change({dialog: null});
}

function help() {
  return html`<h2>${t('help.title')}</h2>
    <dl class="keys">
      ${KEYS.map(([key, words]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${t(words)}</dd></div>`)}
    </dl>
    <div class="foot"><button class="primary" @click=${leave}>${t('cancel.help')}</button></div>`;
}

const BODIES = {
  help,
  order: orderForm,
  respond: responseForm,
  rescuer: rescuerForm,
  accident: accidentForm,
  close: (incident) => closing(incident, 'CLOSE'),
  release: (incident) => closing(incident, 'RELEASE'),
  force: (incident) => closing(incident, 'FORCE_CLOSE'),
  shelve: (incident) => closing(incident, 'SHELVE'),
  harmless: (incident) => closing(incident, 'SHOW_HARMLESS'),
  revoke: (incident) => closing(incident, 'REVOKE_ORDER'),
};

/** Shows a fresh dialog modally; the browser keeps the focus inside and closes it on Escape. */
function open(element) {
  // Only once it is part of the page.
  queueMicrotask(() => element?.isConnected && !element.open && element.showModal());
}

/** A key held down never presses through a confirmation. */
function onlyOnce(event) {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) {
    event.preventDefault();
  }
}

export function dialogs() {
  const incident = selected();
  if (!state.dialog || (state.dialog !== 'help' && !incident)) {
    return nothing;
  }
  return html`<dialog class="ask d-${state.dialog}" aria-label=${t(`dialog.${state.dialog}`)} ${ref(open)}
    @close=${leave} @keydown=${onlyOnce}>
    ${BODIES[state.dialog](incident)}
  </dialog>`;
}
