// The buttons that steer a run, and what is asked before they do.

import { post, token } from './api.js';
import { question, tell } from './dialog.js';
import { el } from './dom.js';
import { needToken } from './token.js';

const TOKEN = 'Steering needs the token that was printed when this server started, or migrate.dashboard.token.';

const BRAKES = [
  ['rows-per-second', '500'], ['max-replication-lag', '5s'], ['max-wal-per-second', '20MB'], ['max-active-sessions', '50'],
];

const SURE = {
  stop: ['Stop this run?', 'The pages in hand are finished; the command that began it resumes it later.', 'Stop it'],
  abandon: ['Abandon this run?', 'It can never be resumed: the same command must begin anew, with --reset.', 'Abandon it'],
};

export class Steer {
  /** @param done called when something was done */
  constructor(execution, done) {
    this.execution = execution;
    this.done = done;
    this.pause = this.button('pause', 'Pause', () => this.send('pause'));
    this.resume = this.button('resume', 'Resume', () => this.send('resume'));
    this.throttle = this.button('throttle', 'Throttle…', () => this.askThrottle());
    this.stop = this.button('stop', 'Stop…', () => this.askFirst('stop'));
    this.abandon = this.button('abandon', 'Abandon…', () => this.askFirst('abandon'));
    this.element = el('section', { class: 'steer', hidden: true, 'aria-label': 'Steer this run' },
      this.pause, this.resume, this.throttle, this.stop, this.abandon);
  }

  button(name, label, click) {
    return el('button', { type: 'button', class: 'secondary outline', 'data-verb': name, click }, label);
  }

  /** Offers nothing while there is nobody who would do it. */
  reach(reachable) {
    this.element.inert = !reachable;
  }

  /** Offers what makes sense now. */
  show(status) {
    const is = (...statuses) => statuses.includes(status.status);
    const goesOn = is('STARTING', 'STARTED', 'PAUSED');
    const final = is('COMPLETED', 'ABANDONED');
    this.element.hidden = final;
    this.pause.hidden = !goesOn || is('PAUSED');
    this.resume.hidden = !is('PAUSED');
    this.throttle.hidden = final;
    this.stop.hidden = !goesOn;
    this.abandon.hidden = final || status.manager.alive;
  }

  async askFirst(verb) {
    const [title, text, label] = SURE[verb];
    if (await question(title, text, [], { label, danger: true })) {
      await this.send(verb);
    }
  }

  async askThrottle() {
    const brake = el('select', { name: 'brake' }, BRAKES.map(([key, example]) =>
      el('option', { value: key }, `${key}, like ${example}`)));
    const value = el('input', { type: 'text', required: true, autocomplete: 'off', name: 'value' });
    const answer = await question('Throttle this run',
      'What you set takes the place of what the job file says: a value, “none” to lift the brake, or “default” for the job file’s own.',
      [{ label: 'Brake', input: brake }, { label: 'Value', input: value }], { label: 'Set it' });
    if (answer) {
      await this.send('throttle', { [answer[0]]: answer[1].trim() });
    }
  }

  async send(verb, body = {}) {
    if (!await needToken(TOKEN)) {
      return;
    }
    try {
      tell((await post(`/api/executions/${this.execution}/${verb}`, body)).message);
      this.done();
    } catch (problem) {
      if (problem.status === 403) {
        token.clear();
      }
      tell(problem.status ? problem.message : 'This server is not reachable.', true);
    }
  }
}
