import type { Detail } from '../signals/detail-codes'

/*
 * A line of a Sur-Gard receiver (MLR2, MLR2E, MLR2000, System I to III), as its automation output
 * writes it. There is no start byte, no checksum and no number; <14> (DC4) ends the line. RR is
 * the receiver and s a space. L is the receiver's line: one digit or letter on an MLR2, three
 * digits on a System III (the width is set per receiver line).
 *
 *   5RRLs18AAAAQXYZGGCCC<14>       Contact ID; Q is E new or opening, R restore or closing, P
 *                                  still so
 *   3RRLssssAAAAAAXXYYYY<14>       SIA protocol 1: two letters and a zone or user; short accounts
 *                                  have leading spaces
 *   3RRLssssAAAAAAriYYYY<14>       ... and a modifier, in force for the account's next lines
 *   SRRL[#AAAA|Nri1/BA003]<14>     SIA protocol 2, in DC-09's own grammar; 0RRL[...] for the
 *                                  receiver's own messages
 *   SRRL[#AAAA|Ipt010/cn001]<14>   a picture was taken
 *   8RRLAAAAsCCCCsCCCCsC<14>       Ademco high speed: what eight channels say, and a ninth digit
 *   1RRLssssssAAAAsXGYYY<14>       pulse formats: event letter X, area G or a space, zone or user
 *                                  YYY
 *   1RRLssssssAAAAXXYYYY<14>       Radionics BFSK in 6500 mode, read as SIA protocol 1
 *   1RRLsssssssssss@ssss<14>       heartbeat, about every 30 s when there is nothing else to send
 *   20 aRRLsAAAA18QXYZGGCCC<14>    Contact ID as a Radionics 6500 writes it, in the same stream
 *                                  format
 *
 * A receiver set to its clock protocol adds HH:MM:SS-dd/mm to every line, before the DC4.
 * 4RRLAAAAAAN...<14> is the number that called; it and lines of other protocols are kept and not
 * read.
 *
 * Sources: MLR2-DG and MLR2E installation manuals (section 9), MLR2-DV instruction manual 9.1.3,
 * VisorALARM Plus 2U manual appendix IV (pages 71-73), System III operating manual (options 10-12).
 */

export interface HeaderWidth {
  readonly receiver: number
  readonly line: number
}
export const mlr2Header: HeaderWidth = { receiver: 2, line: 1 }
export const system3Header: HeaderWidth = { receiver: 2, line: 3 }

interface Origin {
  readonly receiver: string
  readonly line: string
}
/** Hex digits as sent, without leading spaces. */
interface Spoken extends Origin {
  readonly account: string
}

export interface ContactIdLine extends Spoken {
  readonly kind: 'contact-id'
  readonly qualifier: 'E' | 'R' | 'P'
  readonly code: string
  readonly group: string
  readonly number: string
}
export interface SiaLine extends Spoken {
  readonly kind: 'sia-1'
  /** Two letters: capitals for an event, small ones for a modifier (`ri` area, `id` user). */
  readonly code: string
  readonly number: string
}
export interface SiaBlockLine extends Origin {
  readonly kind: 'sia-2'
  /** Between the brackets, account included. */
  readonly data: string
}
export interface VideoLine extends Spoken {
  readonly kind: 'video'
  readonly data: string
}
export interface HighSpeedLine extends Spoken {
  readonly kind: 'high-speed'
  /** One digit for each of 8 or 16 channels. */
  readonly channels: string
  readonly auxiliary: string
}
export interface PulseLine extends Spoken {
  readonly kind: 'pulse'
  readonly event: string
  readonly area: string
  readonly number: string
}
export interface HeartbeatLine extends Origin {
  readonly kind: 'heartbeat'
}
/** A line of a protocol not read here (BFSK, FSK2, Telenot, ...). */
export interface ForeignLine {
  readonly kind: 'foreign'
  readonly protocol: string
  readonly account: string | null
}
/** Damaged, or without its protocol's layout: the receiver must repeat it. */
export interface UnreadableLine {
  readonly kind: 'unreadable'
  readonly detail: Detail
  readonly account: string | null
  readonly bytes: Uint8Array
}

export type KnownLine =
  | ContactIdLine
  | SiaLine
  | SiaBlockLine
  | VideoLine
  | HighSpeedLine
  | PulseLine
  | HeartbeatLine
export type SurgardLine = KnownLine | ForeignLine | UnreadableLine
