import type { i18n, TFunction } from 'i18next'
import type { ComponentType } from 'react'
import type { Instant } from '../../shared/lang/instant'
import type { Action } from './action'
import type { ConsoleData } from './console-store'

/** What of the console a state of the room goes by. */
export type SlotData = Pick<ConsoleData, 'room' | 'link' | 'mode' | 'feedStopped' | 'clockOffset'>

export interface SlotAbout {
  readonly data: SlotData
  /** The room's time. */
  readonly now: Instant
  readonly words: { readonly t: TFunction; readonly i18n: i18n }
}

/** How the room stands, as the top bar says it. */
export interface SlotState {
  /** Grey for what needs nobody, filled for what somebody must know at once. */
  readonly tone: 'normal' | 'work' | 'flood' | 'lost' | 'past'
  /** A few words to be read from two metres. */
  readonly head: string
  /** The rest of the line. It is cut where there is no room; `whole` has it all. */
  readonly text: string
  /** All there is to say, in sentences. */
  readonly whole: readonly string[]
  /** What to do about it, with its key at the right end of the line. */
  readonly action?: Action
  readonly Button?: ComponentType
  /** The line at the foot says it already. */
  readonly atFoot?: true
}

/** A state that the room may be in. Of several at once the one with the lowest `grave` is shown. */
export interface SlotPart {
  readonly grave: number
  readonly state: (about: SlotAbout) => SlotState | null
}
