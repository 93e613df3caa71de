import type { ComponentType, ReactElement } from 'react'
import type { Alarm } from '../../shared/alarms/alarm'
import type { Incident } from '../../shared/incidents/incident'
import type { Room } from '../../shared/room/room'
import type { SiteRow } from '../../shared/sites/site-row'
import { type Action, actionGroups } from './action'
import type { ConsoleData, Selection } from './console-store'
import type { DialogSubjects } from './dialog-subjects'
import type { LineCommand } from './line-command'
import type { SlotPart } from './slot'

/** A part of something that several features fill; the lowest place comes first. */
export interface Placed {
  readonly place: number
  readonly Part: ComponentType
}

/**
 * A row of the ledger for something that waits outside the queue. It draws nothing unless it
 * `stands`.
 */
export interface LedgerPart extends Placed {
  readonly stands: (room: Room) => boolean
}

/**
 * `bar`: full width, below the top bar. `view`: at the head of a window beside the room. `wall`: what
 * a display for the wall lists.
 */
export type PanelRegion = 'bar' | 'queue' | 'ledger' | 'map' | 'teams' | 'log' | 'view' | 'wall'

export interface Panel extends Placed {
  readonly region: PanelRegion
}

/** What a card is about: what is selected, and what belongs to it. */
export interface CardSubject {
  readonly alarm: Alarm | null
  readonly incident: Incident | null
  readonly site: SiteRow | null
  /** Where it is: the site, or the place that somebody reported. */
  readonly scene: SiteRow | null
}
export type Card = 'alarm' | 'incident' | 'site' | 'nothing'
/**
 * `take`: what to do at once about an unanswered alarm, in its head. `step`: in the plan step that
 * sends a team; `call`: in a step that is a call.
 */
export type CardRegion = 'head' | 'take' | 'actions' | 'body' | 'step' | 'call' | 'foot'

export interface CardPart {
  readonly cards: readonly Card[]
  readonly region: CardRegion
  readonly place: number
  readonly Part: ComponentType<CardSubject>
}

type SelectionKind = NonNullable<Selection>['kind']
type Selected<Kind extends SelectionKind> = Extract<NonNullable<Selection>, { kind: Kind }>

export interface Feature {
  /** Its `group` decides the place in the key list. */
  readonly actions?: readonly Action[]
  readonly line?: readonly LineCommand[]
  /** By kind. A new subject gets a new dialog, so nothing typed for one can end up with another. */
  readonly dialogs?: {
    readonly [Kind in keyof DialogSubjects]?: (about: DialogSubjects[Kind]) => ReactElement
  }
  /** Its own card, by the kind of selection. */
  readonly cards?: {
    readonly [Kind in SelectionKind]?: (about: Selected<Kind>) => ReactElement
  }
  readonly cardParts?: readonly CardPart[]
  /** On the map, from the bottom up. */
  readonly layers?: readonly Placed[]
  readonly panels?: readonly Panel[]
  readonly ledger?: readonly LedgerPart[]
  /** In the middle of the top bar, from the left. */
  readonly figures?: readonly Placed[]
  /** At the right of the top bar, from the left. */
  readonly topBar?: readonly Placed[]
  /** In the line at the foot of the screen. */
  readonly status?: readonly Placed[]
  /** Sections of the settings, below those of the screen. */
  readonly settings?: readonly Placed[]
  /** How the room may stand: the gravest has the slot in the top bar, the others the foot. */
  readonly states?: readonly SlotPart[]
}

export const byPlace = <Row extends { readonly place: number }>(rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => a.place - b.place)

export function actionsOf(features: readonly Feature[], mode: ConsoleData['mode']): Action[] {
  const all = features
    .flatMap(({ actions = [] }) => actions)
    .filter(({ only }) => only === undefined || only === mode)
  return actionGroups.flatMap((group) => all.filter((action) => action.group === group))
}
