import type { TFunction } from 'i18next'
import { type Params, type Refusal, withoutStop } from '../../shared/lang/decision'
import type { Notice } from './console-store'

const sayRoles = (t: TFunction, roles: string): string =>
  roles
    .split(' / ')
    .map((role) => t(`kinds:role.${role}`, { defaultValue: role }))
    .join(' / ')

/** Values that are words of ours (a phase, a role) are translated too. */
function sayParams(t: TFunction, params: Params): Params {
  const { phase, role } = params
  return {
    ...params,
    ...(phase === undefined
      ? {}
      : { phase: t(`kinds:assignment.${phase}`, { defaultValue: String(phase) }) }),
    ...(role === undefined ? {} : { role: sayRoles(t, String(role)) }),
  }
}

/** A refusal or notice in the officer's language; English for a code that is not translated yet. */
export const sayRefusal = (t: TFunction, { code, params, text, because }: Refusal): string =>
  t(`refusals:${code}`, {
    ...sayParams(t, params),
    ...(because && { reason: withoutStop(sayRefusal(t, because)) }),
    defaultValue: text,
  })

/**
 * What is merely good to know goes to the status line: why a key did nothing, and that a command is
 * kept, which its row says too.
 */
export const isQuiet = (tone: Notice['tone']): boolean => tone === 'notice' || tone === 'pending'
