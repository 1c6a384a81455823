// Brakes, workers, and the partitions that need attention.

import { column, el, number, table } from './dom.js';
import { duration, plural, took, whole } from './format.js';

export function renderBrakes(brakes) {
  return brakes.length === 0
    ? el('p', { class: 'empty' }, 'Nothing holds it back.')
    : el('ul', { class: 'plain' }, brakes.map(brake =>
      el('li', {},
        el('strong', {}, brake.brake), `${brake.database ? ` on ${brake.database}` : ''}, for ${duration(brake.seconds)}`,
        el('br'), brake.reason,
        el('span', { class: 'muted' }, ` (${brake.host}:${brake.pid})`))));
}

export function renderWorkers({ workers, running }) {
  return workers.length === 0
    ? el('p', { class: 'empty' },
      `Nobody works on it${running ? '. Start one with “migrate worker” on any machine.' : ': it has ended.'}`)
    : el('ul', { class: 'plain' }, workers.map(worker =>
      el('li', {},
        el('strong', {}, `${worker.host}:${worker.pid}`),
        ` ${worker.partitions} of ${plural(worker.threads, 'thread')} at work`,
        worker.declined ? el('span', { class: 'warn' }, el('br'), `Does not work on it: ${worker.declined}`) : null,
        el('ul', { class: 'held' }, worker.holds.map(held)))));
}

function held(part) {
  return el('li', {},
    `partition ${whole(part.partition)}${part.database ? ` of ${part.database}` : ''}`,
    part.keys ? el('code', { class: 'keys' }, part.keys) : null,
    el('span', { class: 'muted' },
      `${part.seconds === null ? '' : duration(part.seconds) + ', '}${whole(part.rowsPerSecond)} rows/s`));
}

export function renderSlowest(partitions) {
  return table('Slowest partitions',
    [number('Partition'), column('Database'), column('Keys'), column('State'), number('Rows'), number('Time')],
    partitions.map(part => [
      whole(part.partition), part.database ?? '–', part.keys ?? '–',
      part.slow ? el('strong', { class: 'warn' }, 'slow') : part.state,
      whole(part.rows), took(part.seconds),
    ]));
}

export function renderFailed(partitions) {
  return table('Failed partitions',
    [number('Partition'), column('Database'), column('Keys'), number('Attempts'), column('Reason')],
    partitions.map(part => [
      whole(part.partition), part.database ?? '–', part.keys ?? '–', whole(part.attempts),
      el('span', { class: 'reason' }, part.reason ?? '–'),
    ]));
}
