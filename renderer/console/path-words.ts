import type { TFunction } from 'i18next'
import { listed } from '../../shared/text/isolated'

/** `dc09-tcp 10.0.0.7` in words; what the hub noticed itself has no path. */
export function sayPath(t: TFunction, path: string): string {
  const [channel = '', ...source] = path.split(' ')
  const name = t(`signals:channel.${channel}`, { defaultValue: channel })
  return channel === 'hub' ? name : listed([name, ...source], ' ')
}
