/** Accounts: who may sign in, as what and for which area. For administrators. */
import * as api from './api.js';
import {doing, outcome} from './doing.js';
import {use} from './fetched.js';
import {html} from './lib.js';
import {shown, table} from './page.js';
import {state} from './store.js';
import {t} from './words.js';

const EVERY_MS = 10_000;
const ROLES = ['DISPATCHER', 'OPERATOR', 'REGULATOR', 'ADMINISTRATOR'];

function save(event) {
  event.preventDefault();
  const form = event.target;
  const {name, ...body} = Object.fromEntries(new FormData(form));
  if (body.password === '') {
    delete body.password;
  }
  doing('platform', () => api.saveAccount(name, body), t('account.saved', name)).then((done) => done && form.reset());
}

const remove = (one) => () => {
  if (confirm(t('account.sure', one.name))) {
    doing('platform', () => api.removeAccount(one.name), t('account.removed', one.name));
  }
};

export function accountsPart() {
  const found = use('platform accounts', api.accounts, EVERY_MS);
  return html`<section class="card-box"><h2>${t('account.title')}</h2>
    ${shown(found, (rows) => table([
      ['account.name', (one) => html`<b>${one.name}</b>`],
      ['account.display', (one) => one.display],
      ['account.role', (one) => t(`role.${one.role}`)],
      ['account.scope', (one) => one.scope || t('area.all')],
      ['account.acts', (one) => (one.name === state.me.user ? '' : html`<button @click=${remove(one)}>${t('account.remove')}</button>`)],
    ], rows, 'account.none'))}
    <form class="form" @submit=${save}><h3>${t('account.new')}</h3>
      <div class="line-of">
        <label>${t('account.name')}<input name="name" required autocomplete="off" /></label>
        <label>${t('account.display')}<input name="display" required autocomplete="off" /></label>
        <label>${t('account.role')}<select name="role">${ROLES.map((one) => html`<option value=${one}>${t(`role.${one}`)}</option>`)}</select></label>
        <label>${t('account.scope')}<input name="scope" placeholder="14/1409/140921" autocomplete="off" /></label>
        <label>${t('signin.password')}<input name="password" type="password" autocomplete="new-password" /></label>
        <button class="primary" ?disabled=${outcome('platform').busy}>${t('account.save')}</button>
      </div></form></section>`;
}
