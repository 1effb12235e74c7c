'use strict'
/**
 * Run before the Temporal worker, in each of its threads. The workflow SDK keeps a stack trace of every promise of a workflow, for a page of the Temporal UI; taking
 * them costs a third of all that running our workflows costs. It goes on without when promises cannot be watched. Node's own watchers ask for more than it does.
 */
const { promiseHooks } = require('node:v8')
const { createHook } = promiseHooks
promiseHooks.createHook = (hooks) => {
  if (hooks.settled && !hooks.before) throw new Error('The promises of workflows are not watched.')
  return createHook(hooks)
}
