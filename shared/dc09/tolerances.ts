import { z } from 'zod'

/**
 * Departures from the standard met in the field. Off unless an account (or the port it calls) has
 * one switched on; each one used is named in the frame, so that it can be counted and shown.
 */
export interface Tolerances {
  /**
   * The CRC is two binary bytes instead of four hex digits (Lupus, OPAX, Trikdis "2012"); answered
   * in the same form.
   */
  readonly binaryCrc: boolean
  /** The CRC was computed over the body and the CR (Eldes). */
  readonly crcCoversCr: boolean
  /** The length field holds decimal digits (Eldes). */
  readonly decimalLength: boolean
  /**
   * NUL bytes follow the CR (a datagram; on a stream the splitter drops them as harmless noise).
   */
  readonly trailingNul: boolean
  /** The line prefix is empty or missing (Tellmon). */
  readonly missingPrefix: boolean
  /** The account appears only inside the data (UNii). */
  readonly accountInData: boolean
  /**
   * The sender's clock is outside the window: its encrypted message is taken all the same, and
   * marked.
   */
  readonly staleTime: boolean
}

export type Tolerance = keyof Tolerances

export const strict: Tolerances = {
  binaryCrc: false,
  crcCoversCr: false,
  decimalLength: false,
  trailingNul: false,
  missingPrefix: false,
  accountInData: false,
  staleTime: false,
}

/**
 * Everything let pass: for a second look at what the strict one refused, whose account then decides
 * by its own switches whether what was tolerated (`Frame.tolerated`) may be.
 */
export const lenient: Tolerances = {
  binaryCrc: true,
  crcCoversCr: true,
  decimalLength: true,
  trailingNul: true,
  missingPrefix: true,
  accountInData: true,
  staleTime: true,
}

export const toleranceSchema = z.enum([
  'binaryCrc',
  'crcCoversCr',
  'decimalLength',
  'trailingNul',
  'missingPrefix',
  'accountInData',
  'staleTime',
] as const satisfies readonly Tolerance[])
