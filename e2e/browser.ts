import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { callerRate, speak, writeWav } from '@parley/testing'
import { createSignInUrl } from '@parley/tools'
import { type Browser, chromium, type Page } from '@playwright/test'
import { stackEnv, stackVariable } from './stack.ts'

/** What the microphone hears: silences in seconds and sentences in a caller's voice. */
export type MicrophonePart = { silence: number } | { say: string }

/** A WAV file to be Chromium's microphone; it starts when the page opens the microphone. */
export async function microphoneFile(parts: readonly MicrophonePart[]): Promise<string> {
  const url = await stackVariable('SPEECH_SERVER_URL')
  const pieces = await Promise.all(
    parts.map((part) => ('say' in part ? speak(url, part.say) : Promise.resolve(new Int16Array(Math.round(part.silence * callerRate))))),
  )
  const samples = new Int16Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let offset = 0
  for (const piece of pieces) {
    samples.set(piece, offset)
    offset += piece.length
  }
  const file = join(await mkdtemp(join(tmpdir(), 'parley-microphone-')), 'microphone.wav')
  await writeWav(file, { sampleRate: callerRate, channels: 1, samples })
  return file
}

/** Chromium with a WAV file as microphone, or with a microphone it may not use. */
export function openBrowser(microphone: { file: string } | 'refused'): Promise<Browser> {
  const device =
    microphone === 'refused'
      ? ['--deny-permission-prompts']
      : [
          '--use-fake-ui-for-media-stream',
          '--use-fake-device-for-media-stream',
          `--use-file-for-fake-audio-capture=${microphone.file}%noloop`,
        ]
  return chromium.launch({
    executablePath: process.env.PARLEY_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      ...device,
      '--autoplay-policy=no-user-gesture-required',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}

/** A page signed in by a one-time link, standing on the list of flows. */
export async function signedInPage(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  return signIn(browser, await createSignInUrl(await stackEnv()), options)
}

/** The same by the given link. */
export async function signIn(browser: Browser, link: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', ...options })
  const page = await context.newPage()
  await page.goto(link)
  await page.waitForURL((url) => url.pathname === '/')
  await page.goto(new URL('/flows', page.url()).href)
  return page
}
