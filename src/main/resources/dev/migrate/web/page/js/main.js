// Which view is shown stands behind the # of the address.

import { el, say } from './dom.js';
import { RunsView } from './runs.js';
import { RunView } from './run.js';

const main = document.getElementById('main');
const where = document.getElementById('where');
let view;

const link = state => {
  const words = { live: 'live', away: 'not reachable, trying again', ended: 'as it ended', gone: 'as it was last' };
  const sign = document.getElementById('link');
  sign.dataset.state = state;
  say(sign, words[state] ?? '');
};

function show() {
  view?.leave();
  const execution = /^#\/executions\/(\d+)$/.exec(location.hash)?.[1];
  link('');
  view = execution ? new RunView(execution, link) : new RunsView(link);
  document.title = execution ? `Execution ${execution} · Migrate` : 'Migrate';
  where.replaceChildren(execution ? el('span', {}, `Execution ${execution}`) : '');
  main.replaceChildren(view.element);
  scrollTo(0, 0);
}

addEventListener('hashchange', show);
show();
