import { z } from 'zod'

/**
 * Departures from the standard that occur in the field. All are off unless switched on for the
 * account or the port it calls. The frame names each one used, so that they can be counted and
 * shown.
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
  /** The sender's clock is outside the window: its encrypted message is accepted and marked. */
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
 * Everything allowed. Used for a second look at what the strict reading refused: the frame's
 * account then decides, by its own switches, whether `Frame.tolerated` is allowed.
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
