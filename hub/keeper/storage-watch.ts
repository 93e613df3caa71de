import { storageCode } from '../../node/sqlite'
import { second } from '../../shared/lang/instant'
import type { Clock } from '../../shared/timeline/clock-port'
import type { StorageState } from '../../shared/wire/console-feed'

/**
 * How often storing is tried while nothing else tries it, ms. The alarm then ends soon after the
 * disk is cleared.
 */
const probeInterval = 2 * second

export interface StorageWatch {
  state(): StorageState
  /** Call it when a commit could not be stored. `trouble` says why. */
  failed(trouble: string): void
  onChange(listener: (state: StorageState) => void): () => void
  stop(): void
}

interface WatchParts {
  /** Tries to store about as much as a burst of signals needs; rejects when that fails. */
  probe(): Promise<void>
  explain(error: unknown): string
  onFault(text: string, error: unknown): void
}

/**
 * Tracks whether the journal can store, tells listeners when that changes, and retries by itself
 * while it cannot. Only the probe ends the trouble. On an almost full disk an occasional small
 * commit still fits, and announcing each would make the alarm flutter.
 */
export function watchStorage(clock: Clock, { probe, explain, onFault }: WatchParts): StorageWatch {
  const listeners = new Set<(state: StorageState) => void>()
  let state: StorageState = { ok: true, text: '', since: clock.now() }
  let cancelProbe: (() => void) | null = null

  const change = (next: StorageState) => {
    state = next
    for (const listener of listeners) {
      try {
        listener(next)
      } catch (error) {
        onFault('A listener of the storage state failed', error)
      }
    }
  }
  const worked = () => {
    if (!state.ok) change({ ok: true, text: '', since: clock.now() })
  }
  const failed = (trouble: string) => {
    cancelProbe ??= clock.after(probeInterval, () => void tryAgain())
    const code = storageCode(trouble)
    const text = `The hub cannot store anything: ${trouble}. Signals are not acknowledged and commands are refused.`
    if (state.ok || state.text !== text)
      change({
        ok: false,
        text,
        since: state.ok ? clock.now() : state.since,
        ...(code !== undefined && { code }),
      })
  }
  const tryAgain = async () => {
    try {
      await probe()
    } catch (error) {
      cancelProbe = null
      return failed(explain(error))
    }
    cancelProbe = null
    worked()
  }
  return {
    state: () => state,
    failed,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop() {
      cancelProbe?.()
      listeners.clear()
    },
  }
}
