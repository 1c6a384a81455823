// Numbers and times as people read them.

const WHOLE = new Intl.NumberFormat('en');
const SHORT = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

export const whole = value => WHOLE.format(value);
export const short = value => SHORT.format(value);
export const plural = (count, one, many = one + 's') => `${whole(count)} ${count === 1 ? one : many}`;

/** Like 1:02:03, or 2 d 03:04:05. */
export function duration(seconds) {
  const all = Math.max(0, Math.round(seconds));
  const days = Math.floor(all / 86400);
  const two = value => String(value).padStart(2, '0');
  const clock = `${two(Math.floor(all / 60) % 60)}:${two(all % 60)}`;
  const hours = Math.floor(all / 3600) % 24;
  return days > 0 ? `${days} d ${two(hours)}:${clock}` : `${hours}:${clock}`;
}

/** What may be short: like 0.4 s below ten seconds. */
export const took = seconds => (seconds < 10 ? `${seconds.toFixed(1)} s` : duration(seconds));

/** A moment in the reader's own zone; with its day unless that is today. */
export function moment(text) {
  if (!text) {
    return '–';
  }
  const time = new Date(text);
  const today = new Date().toDateString() === time.toDateString();
  return today ? time.toLocaleTimeString('en-GB') : time.toLocaleString('en-GB');
}

export const key = parts => (Array.isArray(parts) ? parts.join(', ') : Object.values(parts).join(', '));

export const parameters = all => Object.entries(all).map(([name, value]) => `${name}=${value}`);
