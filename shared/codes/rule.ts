import type { AlarmKind, Priority, SignalClass } from './kinds'

export interface CodeRule {
  readonly kind: AlarmKind
  readonly class: SignalClass
  readonly priority: Priority
}

/**
 * An alarm's priority by its cause: 1 a life in danger, 2 property, 3 protection impaired, 4 for
 * information.
 */
export const alarmPriority: Readonly<Record<AlarmKind, Priority>> = {
  'hold-up': 1,
  duress: 1,
  panic: 1,
  medical: 1,
  fire: 1,
  gas: 1,
  burglary: 2,
  // What nobody can name may be anything: treated like a burglary until an officer has looked.
  unknown: 2,
  tamper: 3,
  technical: 3,
  power: 3,
  communication: 3,
  test: 4,
  opening: 4,
  closing: 4,
  bypass: 4,
}

export function rule(kind: AlarmKind, signalClass: SignalClass, priority?: Priority): CodeRule {
  const usual =
    signalClass === 'alarm' || signalClass === 'unknown'
      ? alarmPriority[kind]
      : signalClass === 'trouble'
        ? 3
        : 4
  return { kind, class: signalClass, priority: priority ?? usual }
}
