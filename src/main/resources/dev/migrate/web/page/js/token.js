// The token is asked for once, when something needs it.

import { token } from './api.js';
import { question } from './dialog.js';
import { el } from './dom.js';

/** The token, or null if nobody gives it. */
export async function needToken(text) {
  if (!token.get()) {
    const input = el('input', { type: 'password', autocomplete: 'off', required: true, name: 'token' });
    const answer = await question('Token', text, [{ label: 'Token', input }], { label: 'Go on' });
    if (answer) {
      token.set(answer[0].trim());
    }
  }
  return token.get();
}

/** After reading was refused: the page begins again with the token. */
export async function askForToken(notice, problem) {
  notice.show('refused', sentence(problem.message));
  if (problem.status === 403) {
    token.clear();
    if (await needToken('This server shows nothing without the token that was printed when it started.')) {
      location.reload();
    }
  }
}

const sentence = text => text.charAt(0).toUpperCase() + text.slice(1) + '.';
