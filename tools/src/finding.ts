/**
 * What `./parley doctor` says of one thing. found: usable when needed; started: running now; stopped: usable, not running;
 * missing: needed and not there (`fix` says what to do); optional: not there and not needed to run.
 */
export type Finding = { name: string; status: 'found' | 'started' | 'stopped' | 'missing' | 'optional'; detail: string; fix?: string }
