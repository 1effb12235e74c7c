/** By code: what happened, what was kept, what to do. */
export const errors = {
  UNKNOWN: 'Something went wrong on the server. What was saved is kept. Try again; the output of npm start says more.',
  OFFLINE: 'The server does not answer. Your changes stay on this page. Check that npm start is still running.',
  UNAUTHORIZED: 'Your session has ended. What was saved is kept. Sign in with a new link.',
  OWNER_NEEDED: 'Only owners may change this. Nothing was changed. Ask an owner of your team to do it.',
  EDITOR_NEEDED: 'You may look at this, but not change it or call it. Nothing was changed. Ask an owner of your team to let you edit.',
  FOREIGN_ORIGIN: 'This request came from another address and was refused. Open the studio at its own address.',
  BAD_INPUT: 'The server did not accept this input. Nothing was changed.',
  FLOW_NOT_FOUND: 'This flow does not exist or was deleted. Its finished calls are kept. Go back to the list of flows.',
  FLOW_DELETED: 'This flow was deleted, so it cannot be called. Its finished calls are kept. Create it again from the list of flows.',
  FLOW_NOT_PUBLISHED: 'This flow has no published version yet. Your draft is kept. Publish it, then call.',
  FLOW_HAS_PROBLEMS:
    'The flow has problems that would break a call, so it was not published. The draft is kept. Fix what is listed and publish again.',
  DRAFT_HAS_PROBLEMS:
    'The draft has problems that would break a call, so nobody was called. The draft is kept. Fix what is listed and call again.',
  FLOW_CHANGED_ELSEWHERE: 'Somebody saved this flow at the same moment. Nothing was overwritten. Try again.',
  FLOW_INVALID: 'The server could not read the draft, so it was not saved. The last saved draft is kept. Undo the last change.',
  FLOW_UNREADABLE: 'The stored flow cannot be read by this release. It was left as it is. Open it to see why.',
  VERSION_UNREADABLE: 'This version cannot be read by this release. It and your draft are kept. Publish the draft anew.',
  VERSION_NOT_FOUND: 'This version does not exist any more. The draft is kept.',
  SCENARIO_NOT_FOUND: 'This scenario was removed in another window. The flow is unchanged. Keep it again if you still need it.',
  LEAD_NOT_FOUND: 'This lead does not exist any more. Its campaign goes on. Close this and look at the list.',
  CALL_NOT_FOUND: 'This call does not exist.',
  CALL_ALREADY_JOINED: 'Somebody has joined this call already. That call goes on. Start a new one to talk yourself.',
  CALL_ENDED: 'This call is over. Its record is kept under Calls. Start a new one.',
  CALL_NEVER_BEGAN:
    'Nothing was recorded of this call, so it cannot be replayed. Its facts are kept. Choose a call in which somebody spoke.',
  CALL_NOT_REPEATABLE:
    'This call cannot be made a scenario: its version of the flow answers otherwise today than it did then. The call is kept. Choose a newer call.',
  MEDIA_FULL: 'No process has room for another telephone line. Calls that run go on. Try again in a moment, or start more workers.',
  CALL_ROOM_NOT_READY:
    'The call was not prepared within 10 seconds, so it was given up. Check that the worker and Temporal are running, then call again.',
  TEMPORAL_UNREACHABLE:
    'The call could not start: Temporal does not answer. The call is recorded as failed, your flow is unchanged. Check npm start, then call again.',
  DATABASE_UNREACHABLE: 'The database does not answer. What was saved is kept. Check that npm start is still running.',
  RECORDING_NOT_FOUND: 'There is no recording of this call.',
  RECORDING_LINK_EXPIRED: 'This link to a recording has expired. The recording is kept. Ask for a new link.',
  RECORDING_LINK_INVALID: 'This is no link to a recording, or it was changed on the way. Ask for a new link.',
  RECORDING_UNAVAILABLE: 'The recording cannot be played just now: its storage does not answer. It is kept. Try again.',
  TRANSCRIBER_MISSING:
    'Nobody here can transcribe recordings. Nothing was sent, the transcript heard live is kept. Add Deepgram with its key under Settings, Providers.',
  TRANSCRIPTION_NOT_BEGUN:
    'The transcription could not start: Temporal does not answer. Nothing was sent, the transcript is kept. Check npm start, then try again.',
  PROVIDER_NOT_FOUND: 'This provider was removed, or its key cannot be read any more. Nothing was changed. Look at Settings, Providers.',
  PROVIDER_KEY_NEEDED:
    'A key is needed here. Nothing was changed. A stored key is not sent to another vendor or address: type the key for this one.',
  PROVIDER_ADDRESS_REFUSED:
    'This address is not called: it must start with https and be on the public internet. Nothing was changed. Check it for typing mistakes.',
  CONNECTION_NOT_FOUND:
    'This connection was removed, is switched off, or its keys cannot be read any more. Nothing was changed. Look at Numbers, Connections.',
  NUMBER_UNREADABLE:
    'This is no telephone number. Nothing was changed. Type it with + and the country, for example +33 1 23 45 67 89, or choose its country.',
  CONNECTION_FULL:
    'This connection has no free line: as many calls run, or were just begun, as it allows. Nobody was called. Try again in a moment, or raise its limits under Numbers.',
  CONNECTION_KEYS_NEEDED: 'The keys of the account are needed here. Nothing was changed. Type them, then save again.',
  CONNECTION_ADDRESS_REFUSED:
    'This address is not called: it must start with https and be on the public internet. Nothing was changed. Leave it empty for the carrier’s own.',
  NUMBER_NOT_FOUND: 'This number was removed. Nobody was called. Choose another number.',
  NUMBER_SUPPRESSED:
    'This number is on the do-not-call list. Nobody was called. Take it off the list if its owner agrees, then call again.',
  NUMBER_TAKEN: 'This number is on the list already. Nothing was changed. Change the one on the list.',
  CAMPAIGN_NOT_FOUND: 'There is no such campaign. Nothing was changed. Go back to the list of campaigns.',
  CAMPAIGN_UNREADABLE: 'The settings of this campaign cannot be read by this release. It calls nobody and is kept. Make a new one.',
  CAMPAIGN_RUNNING: 'A campaign that runs cannot be changed. Nothing was changed. Pause it first.',
  CAMPAIGN_NOT_RUNNING: 'This campaign does not run. Nothing was changed. Look at the list for where it stands.',
  CAMPAIGN_OVER: 'This campaign was stopped and stays so. Its leads and calls are kept. Make a new one to call on.',
  CAMPAIGN_WITHOUT_LEADS: 'This campaign has nobody left to call. It was not started. Import leads first.',
  CAMPAIGN_WITHOUT_LINE:
    'The number shown to contacts is gone, or its connection is switched off. Nobody is called. Choose another number for the campaign, or look at Numbers.',
  CAMPAIGN_FLOW_FIXED:
    'A campaign that has begun keeps its flow. Nothing was changed. Choose another version of it, or make a new campaign.',
  CAMPAIGN_NOT_TOLD:
    'Temporal does not answer, so the campaign could not be told. It and its leads are kept as they were. Check npm start, then try again.',
  IMPORT_NOT_FOUND: 'This import does not exist, or was dropped. No lead came of it. Import the file again.',
  CLIPBOARD_EMPTY: 'There is nothing on the clipboard. Nothing was changed. Copy some nodes first.',
  CLIPBOARD_FOREIGN: 'What is on the clipboard are no nodes of a flow. Nothing was changed. Copy nodes in Parley, then paste.',
  CLIPBOARD_BROKEN: 'The nodes on the clipboard cannot be read. Nothing was changed. Copy them again.',
  CLIPBOARD_NEWER: 'The nodes on the clipboard come from a newer release. Nothing was changed. Update this one, then copy them again.',
  CLIPBOARD_REFUSED: 'The browser does not let this page use the clipboard. Nothing was changed. Use the keys for copy and paste instead.',
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
  CALL_ROOM_NOT_READY: 'The room was not prepared in time, so nobody could join. Check that the worker is running.',
  RECOGNITION_UNAUTHORIZED: 'The speech recognition refused the key. Check its key and call again.',
  RECOGNITION_UNAVAILABLE: 'The speech recognition did not answer.',
  RECOGNITION_TIMEOUT: 'The speech recognition took too long.',
  RECOGNITION_BROKEN: 'The speech recognition stopped in the middle of a sentence.',
  RECOGNITION_REFUSED: 'The speech recognition does not take what was asked for: the language or the model.',
  RECOGNITION_RATE_LIMITED: 'The speech recognition has too many requests at once.',
  SYNTHESIS_UNAUTHORIZED: 'The voice provider refused the key. Check its key and call again.',
  SYNTHESIS_UNAVAILABLE: 'The voice provider did not answer.',
  SYNTHESIS_TIMEOUT: 'The voice provider took too long.',
  SYNTHESIS_BROKEN: 'The voice stopped in the middle of a sentence.',
  SYNTHESIS_REFUSED: 'The voice provider does not know the voice or the model.',
  SYNTHESIS_RATE_LIMITED: 'The voice provider has too many requests at once.',
  SYNTHESIS_FAILED: 'The voice could not be made.',
  UNDERSTANDING_FAILED: 'What the caller said could not be interpreted.',
  LINE_LOST: 'The line to the caller was lost.',
  DIAL_UNKNOWN: 'The carrier was asked to dial and cannot say whether it did. Nobody was called a second time.',
  NUMBER_SUPPRESSED: 'The number was on the do-not-call list when it was to be dialled. Nobody was called.',
  CARRIER_FAILED: 'The carrier could not put the call through.',
  LINE_NOT_CONNECTED: 'The telephone was answered, but the carrier never connected the line to us. Check the public address.',
  LINE_UNREACHABLE: 'The voice server could not be reached.',
  ROOM_LOST: 'The room of the call vanished.',
  WORKER_LOST: 'The worker that held the call was lost and no other took over.',
  FLOW_DEFECT: 'The flow came to a place from which it could not go on.',
  FLOW_VERSION_UNREADABLE: 'The published version could not be read.',
  NO_WORKER: 'No worker took the call. Check that the call workers are running.',
  ROOM_NOT_READY: 'The room was not prepared in time. Check that LiveKit is running.',
  ROOM_SERVER_UNAVAILABLE: 'The voice server did not answer, so there was no room. Check that LiveKit is running.',
  ROOM_SERVER_REFUSED: 'The voice server refused the keys. Check LIVEKIT_API_KEY and LIVEKIT_API_SECRET.',
  DATABASE_UNAVAILABLE: 'The database did not answer.',
  UNDERSTANDING_TIMEOUT: 'It took too long to interpret what the caller said.',
  LINE_FAILED: 'The line to the caller failed.',
  CONTACT_AUDIO_LOST: 'The caller could not be heard any more.',
  AGENT_AUDIO_LOST: 'The agent’s voice could not be sent any more.',
  ALONE_IN_ROOM: 'The caller’s connection was gone without a hang-up.',
  CONDUCT_FAILED: 'A defect in the worker ended the call. Its log says more.',
  CALL_FAILED: 'A defect ended the call. The log of the Temporal worker says more.',
  FLOW_FAILED: 'The flow ended the call as failed.',
  FLOW_VERSION_MISSING: 'The published version does not exist any more.',
}
export const failureOther = (code: string) => `The call ended with ${code}.`

/** Why a recording was not transcribed anew, by the code of its workflow. Whatever was there before is kept. */
export const transcriptionFailures = {
  RECOGNITION_UNAUTHORIZED:
    'Deepgram refused the key, or its account has nothing left. The transcript is kept. Test the key under Settings, Providers, then try again.',
  RECOGNITION_REFUSED:
    'Deepgram did not take the recording, its language or the model. The transcript is kept. Check the model under Settings, Providers.',
  RECOGNITION_RATE_LIMITED: 'Deepgram had too many requests, also after several tries. The transcript is kept. Try again in a few minutes.',
  RECOGNITION_UNAVAILABLE: 'Deepgram did not answer, also after several tries. The transcript is kept. Try again later.',
  RECOGNITION_TIMEOUT: 'Deepgram took too long, also after several tries. The transcript is kept. Try again later.',
  RECOGNITION_BROKEN:
    'What came back is no transcription. The transcript is kept. Check the address of the provider under Settings, Providers.',
  TRANSCRIBER_MISSING:
    'The provider that transcribes was removed meanwhile. Nothing was sent. Add Deepgram with its key under Settings, Providers.',
  PROVIDER_ADDRESS_REFUSED:
    'The address of the provider is private or without https, so nothing was sent. The transcript is kept. Correct it under Settings, Providers.',
  RECORDING_NOT_FOUND: 'The recording is not there any more. The transcript heard live is kept.',
  RECORDINGS_STORAGE_UNREACHABLE: 'The storage of recordings did not answer. Recording and transcript are kept. Try again in a moment.',
  RECORDINGS_STORAGE_REFUSED:
    'The storage of recordings refused its key. Recording and transcript are kept. Check the PARLEY_RECORDINGS_S3 variables.',
  DATABASE_UNAVAILABLE: 'The database did not answer. The transcript is kept. Try again in a moment.',
  ENCRYPTION_KEY_WRONG:
    'The record of this call was encrypted with another key. It is kept. Start with the key that wrote it, then try again.',
  TRANSCRIPTION_FAILED: 'A defect stopped the transcription. The transcript is kept. The log of the Temporal worker says more.',
}

/** Why a campaign paused itself. What it did is kept, leads that wait are called when it is resumed. */
export const campaignPauses = {
  CAMPAIGN_MANY_FAILURES: 'Too many of its last calls failed. Its leads are kept and wait. Look at why the calls failed, then resume it.',
  CAMPAIGN_MANY_MACHINES:
    'Hardly anybody but answering machines picked up. Its leads are kept and wait. Choose other hours or another caller id, then resume it.',
  CAMPAIGN_SHORT_CALLS:
    'Too many of those who picked up hung up within two seconds. Its leads are kept and wait. Check the greeting and the caller id, then resume it.',
  CONNECTION_MANY_FAILURES:
    'Hardly a call of its connection to the carrier came through. Its leads are kept and wait. Test the connection under Numbers, then resume it.',
}
