import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Clock } from '../../shared/timeline/clock-port'
import type { Keeper } from '../keeper/keeper-port'
import type { Reception } from '../reception/reception-port'
import { createHearing } from './hearing'
import { createLateness } from './lateness-duties'
import { createNotices } from './notices'
import { createSilence } from './silence'
import { showSupervision } from './supervision-metrics'
import { createWrongKeys } from './wrong-keys'

export interface SupervisionParts {
  readonly keeper: Pick<Keeper, 'room' | 'durableRoom' | 'onEntries' | 'storage' | 'submit'>
  readonly take: Reception['take']
  readonly clock: Clock
  readonly newId: () => string
  readonly log: Logger
  readonly registry: Registry
  readonly receiving?: () => boolean
}

export interface Supervision {
  heard(account: string): void
  undeciphered(account: string, address: string): void
  stop(): void
}

/**
 * What the hub notices by itself: panels that fall silent, sites that open or close late, and keys
 * that decipher nothing.
 */
export function createSupervision(parts: SupervisionParts): Supervision {
  const { keeper, take, clock, newId, log, registry, receiving = () => true } = parts
  const hearing = createHearing(clock, () => keeper.storage().ok && receiving(), log)
  const notices = createNotices(take)
  const silence = createSilence({ keeper, clock, hearing, notices, newId })
  const lateness = createLateness({ keeper, clock, hearing, notices, newId })
  const wrongKeys = createWrongKeys({ keeper, hearing, notices, newId, log })
  hearing.onTick(() => {
    notices.again()
    silence.tick()
    lateness.tick()
    wrongKeys.tick()
  })
  showSupervision(registry, keeper, {
    supervised: silence.count,
    unheard: lateness.unheard,
    hears: hearing.ok,
  })
  return {
    heard: silence.heard,
    undeciphered: wrongKeys.undeciphered,
    stop() {
      for (const stop of [hearing.stop, silence.stop, lateness.stop, notices.stop]) stop()
    },
  }
}
