// Asks the server. The token is kept for as long as the tab is open.

const KEY = 'migrate-token';
const HEADER = 'X-Migrate-Token';

export const token = {
  get: () => sessionStorage.getItem(KEY),
  set: value => sessionStorage.setItem(KEY, value),
  clear: () => sessionStorage.removeItem(KEY),
};

/** What the server refused, in its own words. */
export class Refused extends Error {
  constructor(status, sentence) {
    super(sentence);
    this.status = status;
  }
}

/** Asks, with the token if there is one; throws Refused for everything that is no success. */
export async function ask(path, options = {}) {
  const headers = { ...options.headers };
  if (token.get()) {
    headers[HEADER] = token.get();
  }
  const response = await fetch(path, { ...options, headers, cache: 'no-store', redirect: 'error' });
  if (!response.ok) {
    throw new Refused(response.status, await sentence(response));
  }
  return response;
}

async function sentence(response) {
  try {
    return (await response.json()).error ?? `the server answered ${response.status}`;
  } catch {
    return `the server answered ${response.status}`;
  }
}

export const read = async path => (await ask(path)).json();

export const post = async (path, body) => (await ask(path, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
})).json();
