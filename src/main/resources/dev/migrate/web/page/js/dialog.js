// A question in front of the page; the keyboard stays in it until it is answered.

import { el } from './dom.js';

/** Asks; the promise holds what the fields held, or null if nobody wants it. */
export function question(title, text, fields, action) {
  return new Promise(resolve => {
    const form = el('form', { method: 'dialog' },
      fields.map(field => el('label', {}, field.label, field.input)),
      el('div', { class: 'actions' },
        el('button', { type: 'button', class: 'secondary', click: () => dialog.close() }, 'Cancel'),
        el('button', { type: 'submit', class: action.danger ? 'danger' : '' }, action.label)));
    const heading = el('h2', { id: 'question' }, title);
    const dialog = el('dialog', { 'aria-labelledby': 'question' },
      el('article', {}, heading, el('p', {}, text), form));
    let answer = null;
    form.addEventListener('submit', event => {
      event.preventDefault();
      answer = fields.map(field => field.input.value);
      dialog.close();
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

let timer;

/** Says what came of something, for a while. */
export function tell(sentence, failed = false) {
  const answer = document.getElementById('answer');
  clearTimeout(timer);
  answer.textContent = sentence;
  answer.dataset.failed = failed;
  answer.hidden = false;
  timer = setTimeout(() => { answer.hidden = true; }, 12_000);
}
