/** Language and light, remembered on this screen. */
import {change, state} from './store.js';

const THEMES = ['auto', 'dark', 'light'];

export function applyLook() {
  const root = document.documentElement;
  root.dataset.theme = state.theme;
  root.lang = state.lang === 'zh' ? 'zh-CN' : 'en';
}

export function switchLanguage() {
  const lang = state.lang === 'zh' ? 'en' : 'zh';
  localStorage.setItem('lang', lang);
  change({lang});
  applyLook();
}

export function switchTheme() {
  const theme = THEMES[(THEMES.indexOf(state.theme) + 1) % THEMES.length];
  localStorage.setItem('theme', theme);
  change({theme});
  applyLook();
}
