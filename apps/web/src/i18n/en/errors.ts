/** By code: what happened, what was kept, what to do. */
export const errors = {
  UNKNOWN: 'Something went wrong on the server. What was saved is kept. Try again; the output of npm start says more.',
  OFFLINE: 'The server does not answer. Your changes stay on this page. Check that npm start is still running.',
  UNAUTHORIZED: 'Your session has ended. What was saved is kept. Sign in with a new link.',
  FOREIGN_ORIGIN: 'This request came from another address and was refused. Open the studio at its own address.',
  BAD_INPUT: 'The server did not accept this input. Nothing was changed.',
  FLOW_NOT_FOUND: 'This flow does not exist or was deleted. Its finished calls are kept. Go back to the list of flows.',
  FLOW_DELETED: 'This flow was deleted, so it cannot be called. Its finished calls are kept. Create it again from the list of flows.',
  FLOW_NOT_PUBLISHED: 'This flow has no published version yet. Your draft is kept. Publish it, then call.',
  FLOW_HAS_PROBLEMS: 'The flow has problems that would break a call, so it was not published. The draft is kept. Fix what is listed and publish again.',
  FLOW_CHANGED_ELSEWHERE: 'Somebody saved this flow in another window. Nothing was overwritten. Choose which draft to keep.',
  FLOW_INVALID: 'The flow could not be read. Nothing was changed. Undo the last change or restore a version.',
  VERSION_NOT_FOUND: 'This version does not exist any more. The draft is kept.',
  CALL_NOT_FOUND: 'This call does not exist.',
  CALL_ALREADY_JOINED: 'Somebody has joined this call already. That call goes on. Start a new one to talk yourself.',
  CALL_ENDED: 'This call is over. Its record is kept under Calls. Start a new one.',
  CALL_ROOM_NOT_READY: 'The call was not prepared within 10 seconds, so it was given up. Check that the worker and Temporal are running, then call again.',
  TEMPORAL_UNREACHABLE: 'The call could not start: Temporal does not answer. The call is recorded as failed, your flow is unchanged. Check npm start, then call again.',
  DATABASE_UNREACHABLE: 'The database does not answer. What was saved is kept. Check that npm start is still running.',
  RECORDING_NOT_FOUND: 'There is no recording of this call.',
  MICROPHONE_REFUSED: 'The browser may not use your microphone. Allow it in the address bar (icon on the left), then call again.',
  MICROPHONE_MISSING: 'No microphone was found. Plug one in or switch it on, then call again.',
  MICROPHONE_BUSY: 'Another program uses your microphone. Close it, then call again.',
  LINE_LOST: 'The connection to the call was lost. What was said until then is kept under Calls. Call again when you are online.',
  LINE_REFUSED: 'The voice server did not let us in. The call is given up. Check that LiveKit is running, then call again.',
  NO_AGENT: 'No agent came to the line. The call is given up. Check that the worker is running, then call again.',
}

/** What made a call fail, by the code in its row. */
export const failures = {
  TEMPORAL_UNREACHABLE: 'Temporal did not answer, so the call never started.',
  SYNTHESIS_UNAUTHORIZED: 'The voice provider refused the key. Check its key and call again.',
  SYNTHESIS_UNAVAILABLE: 'The voice provider did not answer.',
  RECOGNITION_UNAUTHORIZED: 'The speech recognition refused the key. Check its key and call again.',
  RECOGNITION_UNAVAILABLE: 'The speech recognition did not answer.',
  LINE_LOST: 'The line to the caller was lost.',
  ROOM_VANISHED: 'The room of the call vanished.',
}
export const failureOther = (code: string) => `The call ended with ${code}.`
