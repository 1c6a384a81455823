// How states are called and how they look, so that colour is never the only sign.

const STATUS = {
  COMPLETED: ['done', 'Completed'],
  FAILED: ['failed', 'Failed'],
  STOPPED: ['held', 'Stopped'],
  STOPPING: ['held', 'Stopping'],
  PAUSED: ['held', 'Paused'],
  STARTED: ['running', 'Running'],
  STARTING: ['running', 'Starting'],
  ABANDONED: ['failed', 'Abandoned'],
};

export const CELLS = {
  waiting: ['', 'waiting'],
  running: ['▸', 'running'],
  held: ['‖', 'held'],
  slow: ['!', 'slow'],
  done: ['✓', 'done'],
  findings: ['•', 'done, with findings or failed rows'],
  failed: ['×', 'failed'],
};

const RUNNING = new Set(['STARTED', 'STARTING', 'STOPPING', 'PAUSED']);

export const isRunning = status => RUNNING.has(status);
export const look = status => STATUS[status]?.[0] ?? 'waiting';
export const statusWord = status => STATUS[status]?.[1] ?? status;

/** What a cell is, in one word: what needs attention comes first. */
export function cellState(cell, held) {
  if (cell.failed > 0) {
    return 'failed';
  }
  if (cell.claimed > 0) {
    return held ? 'held' : cell.slow ? 'slow' : 'running';
  }
  if (cell.waiting > 0) {
    return 'waiting';
  }
  return cell.findings + cell.failedRows > 0 ? 'findings' : 'done';
}
