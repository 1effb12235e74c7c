import type { Readable } from 'node:stream'
import { throughFfmpeg } from './ffmpeg.ts'

/** Samples a second of decoded sound. */
export const soundRate = 16_000

export const rawSound = ['-f', 's16le', '-ar', String(soundRate), '-ac', '2']

/** A recording (Ogg Opus or WAV) as interleaved 16-bit samples of both sides: left caller, right agent. */
export const decodeSound = (recording: Readable): Readable => throughFfmpeg(recording, ['-i', 'pipe:0', ...rawSound, 'pipe:1'])
