'use strict'
/**
 * Run before the Temporal worker, in each of its threads: takes two watchers from workflows that cost more than all else that running them costs. What they watch for
 * is code that others wrote; ours has no loop without an end.
 */
const { promiseHooks } = require('node:v8')
const { Script } = require('node:vm')

/** The workflow SDK keeps a stack trace of every promise, for a page of the Temporal UI; it goes on without where promises cannot be watched. Node's own watchers ask for more than it does. */
const { createHook } = promiseHooks
promiseHooks.createHook = (hooks) => {
  if (hooks.settled && !hooks.before) throw new Error('The promises of workflows are not watched.')
  return createHook(hooks)
}

/** For its time limit of each entry into a sandbox, some forty for a lead, Node starts a thread each time and waits for its end. */
const { runInContext } = Script.prototype
Script.prototype.runInContext = function enter(context, { timeout: _, ...options } = {}) {
  return runInContext.call(this, context, options)
}
