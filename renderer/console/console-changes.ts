import type { Refusal } from '../../shared/lang/decision'
import type { ConsolePorts } from './console-ports'
import type { Draft, Notice } from './console-store'
import type { SomeDialog } from './dialog-subjects'
import { putDraft } from './drafts'

/**
 * The few ways in which features change what the screen holds. The hub's words come in only through
 * the feed.
 */

/** `filled` is what its fields begin with. */
export function openDialog(
  { store }: ConsolePorts,
  dialog: SomeDialog,
  filled?: Draft['fields'],
): void {
  if (filled) putDraft(store, dialog, filled)
  store.setState({ dialog })
}

export const closeDialog = ({ store }: ConsolePorts): void => store.setState({ dialog: null })

/** Asks the map to move the selection to its middle. */
export const centreMap = ({ store }: ConsolePorts): void =>
  store.setState(({ centring }) => ({ centring: centring + 1 }))

/**
 * Notices kept at once; an older one makes room, so that a storm of answers cannot cover the
 * screen.
 */
const keptNotices = 4

/** Asks the map for the view of the whole region. */
export const showWholeRegion = ({ store }: ConsolePorts): void =>
  store.setState(({ homing }) => ({ homing: homing + 1 }))

export function notify(ports: ConsolePorts, tone: Notice['tone'], said: Refusal): void {
  const { params, text } = said
  const notice: Notice = { ...said, id: ports.newId(), tone, at: ports.now() }
  ports.store.setState(({ notices }) => {
    // A repeated sentence stays longer, not twice: a key pressed five times must not fill the
    // screen.
    const others = notices.filter(
      (other) => other.text !== text || aboutWhat(other.params) !== aboutWhat(params),
    )
    const passing = others.filter((other) => !staysUp(other)).slice(1 - keptNotices)
    return {
      notices: [...others.filter((other) => staysUp(other) || passing.includes(other)), notice],
    }
  })
}

const aboutWhat = ({ command, ofSite, ofTeam }: Notice['params']): string =>
  JSON.stringify([command, ofSite, ofTeam])

/**
 * Something asked for earlier that did not happen: its notice stays until somebody dismisses it.
 */
export const staysUp = ({ tone, params }: Pick<Notice, 'tone' | 'params'>): boolean =>
  tone === 'refused' && params.givenAt !== undefined

export const dismissNotice = ({ store }: ConsolePorts, id: string): void =>
  store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))
