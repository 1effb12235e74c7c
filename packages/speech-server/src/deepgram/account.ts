import { MODEL, MODEL_ID } from './messages.ts'

const PROJECT_ID = '3f0a2f53-1b0e-4a52-9a5b-0d5a1c7f9e01'
const model = (language: string) => ({
  name: MODEL.name,
  canonical_name: MODEL.name,
  architecture: MODEL.arch,
  languages: [language],
  version: MODEL.version,
  uuid: MODEL_ID,
  batch: true,
  streaming: true,
  formatted_output: false,
})

/** What a key is tested with, and the models behind it, by path. */
export const accountAnswers: Readonly<Record<string, object>> = {
  '/v1/projects': { projects: [{ project_id: PROJECT_ID, name: 'this machine' }] },
  '/v1/auth/token': { scopes: ['usage:write'], accessor: PROJECT_ID, created: '2026-01-01T00:00:00Z' },
  '/v1/models': { stt: [model('en')], tts: [] },
}
