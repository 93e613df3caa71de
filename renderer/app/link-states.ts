import type { LinkState } from '../../shared/ipc/contract'
import { type Refusal, sentence } from '../../shared/lang/decision'
import { isolated } from '../../shared/text/isolated'
import type { StorageState } from '../../shared/wire/console-feed'
import { sayRefusal } from '../console/say'
import type { SlotAbout, SlotPart, SlotState } from '../console/slot'
import { duration, wallTime } from '../console/time'
import { TryAgainButton } from './TryAgainButton'

/** Anything that makes the screen less than the live room, in words, with since when. */
export const linkPart: SlotPart = {
  grave: 10,
  state(about) {
    const { mode, link, feedStopped } = about.data
    if (mode === 'replay') return null
    switch (link.phase) {
      case 'lost':
        return link.readOnly ? neverSignedIn(about, link) : since(about, 'lost', link)
      case 'starting':
        return since(about, 'lost', link)
      case 'failed':
        return feedStopped ? since(about, 'feed-stopped', link) : failed(about, link)
      case 'live':
      case 'signed-out':
        return null
    }
  },
}

/** The hub is there and stores nothing: panels get no answer, commands are refused. */
export const storagePart: SlotPart = {
  grave: 20,
  state(about) {
    const { mode, link } = about.data
    if (mode === 'replay' || link.phase !== 'live' || link.storage.ok) return null
    const { storage } = link
    // The hub's clock stamps storage trouble, the console's clock the link.
    const from = storage.since - about.data.clockOffset
    return since(about, 'storage', { since: from, said: storageSays(storage) })
  },
}

const storageSays = ({ code, text }: StorageState): Refusal =>
  sentence(code === undefined ? 'system-says' : `storage-${code}`, '{reason}', { reason: text })

interface Said {
  readonly since: number
  readonly said: Refusal | null
}

function since(
  { data, now, words: { t } }: SlotAbout,
  which: 'lost' | 'read-only' | 'storage' | 'feed-stopped',
  { since: at, said }: Said,
): SlotState {
  const from = at + data.clockOffset
  const values = { time: wallTime(from), age: duration(now - from) }
  const detail = said ? [isolated(sayRefusal(t, said))] : []
  return {
    tone: 'lost',
    head: t(`app:${which}.head`, values),
    text: t(`app:${which}.short`, values),
    whole: [t(`app:${which}.title`, values), t(`app:${which}.text`), ...detail],
  }
}

/**
 * Only the copy of an earlier run is on screen: what keeps the hub away must be mended before
 * anybody can work.
 */
function neverSignedIn(about: SlotAbout, link: Extract<LinkState, { phase: 'lost' }>): SlotState {
  const { t } = about.words
  const state = since(about, 'read-only', link)
  const why = link.why ? [t(`app:unreachable.why.${link.why}`)] : []
  const copy = link.copyOf ? [t('app:read-only.copy-of', { time: wallTime(link.copyOf) })] : []
  return {
    ...state,
    text: [...why, ...copy, state.text].join(' '),
    whole: [...state.whole, ...why, ...copy],
    Button: TryAgainButton,
  }
}

function failed(
  { words: { t } }: SlotAbout,
  { said }: Extract<LinkState, { phase: 'failed' }>,
): SlotState {
  const detail = said ? sayRefusal(t, said) : ''
  return {
    tone: 'lost',
    head: t('app:failed.head'),
    text: detail,
    whole: [t('app:failed.title'), detail].filter(Boolean),
  }
}
