import { z } from 'zod'
import type { LineRate } from './media-codec.ts'

/** Carriers send numbers as text; other speakers of their protocols send numbers. */
export const number = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)])

export const key = z.string().regex(/^[0-9*#A-D]$/)

const rates: readonly LineRate[] = [8_000, 16_000, 24_000]
/** The rate, when a line of ours can have it. */
export const lineRate = (rate: number): LineRate | undefined => rates.find((each) => each === rate)
