// The list of all runs, the newest first.

import { column, el, number, Panel, table } from './dom.js';
import { duration, moment, parameters, whole } from './format.js';
import { Live } from './live.js';
import { Notice } from './notice.js';
import { askForToken } from './token.js';
import { look, statusWord } from './words.js';

const HEADS = [
  column('Execution'), column('Job'), column('Status'), column('Started'),
  number('Time'), number('Rows'), number('Findings'), number('Failed rows'),
];

export class RunsView {
  constructor(link) {
    this.notice = new Notice();
    this.panel = new Panel('Newest first', { class: 'panel runs' });
    this.element = el('div', { class: 'view' }, el('h1', {}, 'Runs'), this.notice.element, this.panel.element);
    this.live = new Live('/api/events', {
      event: (name, data) => this.event(name, data),
      state: state => this.linked(state, link),
      refused: problem => askForToken(this.notice, problem),
    });
  }

  leave() {
    this.live.leave();
  }

  linked(state, link) {
    link(state);
    this.notice.show('gone', state === 'gone'
      ? 'The process that served this page is gone: this is what it showed last.' : '');
  }

  event(name, data) {
    if (name === 'executions') {
      this.panel.show(data, renderAll);
    } else if (name === 'trouble') {
      this.notice.show('trouble', data?.error);
    }
  }
}

function renderAll(executions) {
  return executions.length === 0
    ? el('p', { class: 'empty' }, 'Nothing has run yet. A run appears here as soon as somebody starts one.')
    : table('Executions', HEADS, executions.map(row));
}

function row(execution) {
  return [
    el('a', { href: `#/executions/${execution.execution}` }, `#${execution.execution}`),
    el('span', {},
      el('a', { href: `#/executions/${execution.execution}`, class: 'job' }, execution.job),
      parameters(execution.parameters).map(text => el('code', { class: 'chip' }, text)),
      execution.retryOf ? el('span', { class: 'muted' }, ` again the failed rows of #${execution.retryOf}`) : null),
    el('span', { class: 'pill', 'data-look': look(execution.status) }, statusWord(execution.status)),
    moment(execution.started),
    execution.seconds === null ? '–' : duration(execution.seconds),
    whole(execution.rows),
    count(execution.findings),
    count(execution.failedRows),
  ];
}

const count = value => (value > 0 ? el('strong', {}, whole(value)) : '0');
