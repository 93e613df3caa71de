import type { Refusal } from '../../shared/lang/decision'
import type { ConsolePorts } from './console-ports'
import type { Draft, Notice } from './console-store'
import type { SomeDialog } from './dialog-subjects'
import { putDraft } from './drafts'

/**
 * The few ways features change what the screen holds. What the hub says comes in through the feed
 * alone.
 */

/** `filled`: what stands in its fields from the beginning. */
export function openDialog(
  { store }: ConsolePorts,
  dialog: SomeDialog,
  filled?: Draft['fields'],
): void {
  if (filled) putDraft(store, dialog, filled)
  store.setState({ dialog })
}

export const closeDialog = ({ store }: ConsolePorts): void => store.setState({ dialog: null })

/** Asks the map to bring what is selected to its middle. */
export const centreMap = ({ store }: ConsolePorts): void =>
  store.setState(({ centring }) => ({ centring: centring + 1 }))

/**
 * Sentences kept at once; an older one makes room, so that a storm of answers cannot cover the
 * screen.
 */
const keptNotices = 4

export function notify(ports: ConsolePorts, tone: Notice['tone'], said: Refusal): void {
  const { params, text } = said
  const notice: Notice = { ...said, id: ports.newId(), tone, at: ports.now() }
  ports.store.setState(({ notices }) => {
    // Said again, a sentence stands longer, not twice: a key pressed five times must not fill the
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

/** What was asked before and did not happen: it stands until somebody has put it away. */
export const staysUp = ({ tone, params }: Pick<Notice, 'tone' | 'params'>): boolean =>
  tone === 'refused' && params.givenAt !== undefined

export const dismissNotice = ({ store }: ConsolePorts, id: string): void =>
  store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))
