import { dialledNumber } from '../../shared/calls/dialled-number'
import { because, type Refusal, sentence } from '../../shared/lang/decision'
import { saidOf } from '../../shared/lang/said-error'
import type { Handlers } from './ipc/handlers'
import type { Settings } from './settings'

export interface TelephonePorts {
  readonly settings: { get(): Pick<Settings, 'dialler'> }
  /** Opens an address with the system's program for its scheme. */
  readonly open: (address: string) => Promise<void>
}

/**
 * Dials through the system. The address has one of three schemes, written here, and the digits of
 * the number. Nothing else from a window ever reaches the system.
 */
export function telephoneHandlers({ settings, open }: TelephonePorts): Pick<Handlers, 'dial'> {
  return {
    async dial({ phone }, { mode }): Promise<Refusal | null> {
      if (mode !== 'live')
        return sentence(
          'replay-read-only',
          'This is a replay: it shows the past, and nothing can be done in it',
        )
      const scheme = settings.get().dialler
      if (scheme === 'none') return null
      const digits = dialledNumber(phone)
      if (digits === null)
        return sentence('number-not-plain', 'Dial {phone} by hand: it is not one plain number', {
          phone,
        })
      try {
        await open(`${scheme}:${digits}`)
        return null
      } catch (error) {
        return because(
          'not-dialled',
          'Dial {phone} by hand: no program of this desk took it ({reason})',
          saidOf(error),
          { phone },
        )
      }
    },
  }
}
