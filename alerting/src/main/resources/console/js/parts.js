/** One part of the page that cannot be drawn does not take the others along. */
import {html} from './lib.js';
import {t} from './words.js';

let told = ''; // the last failure that was logged: drawn each second, it is one failure

/** A part of the page; where it cannot be drawn as things are, that is said in its place. */
export function part(draw) {
  try {
    return draw();
  } catch (failure) {
    tell(failure);
    return html`<div class="lost unshown" role="alert"><b>⚠ ${t('part.broken')}</b>
      <button @click=${() => location.reload()}>${t('part.reload')}</button></div>`;
  }
}

export function tell(failure) {
  if (told !== String(failure)) {
    told = String(failure);
    console.error(failure);
  }
}
