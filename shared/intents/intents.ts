import { z } from 'zod'
import { decideEscalate, dueSchema } from '../escalation/escalate'
import type { Instant } from '../lang/instant'
import { decideExpired } from '../on-test/end-expired-tests'
import { decideTellLine, lineStatesSchema } from '../receiver-lines/tell-receiver-lines'
import type { RoomEvent } from '../room/events'
import type { WholeRoom } from '../room/room'
import { decideQuiet } from '../triage/end-quiet-bundles'
import { decideFound, foundingSchema } from '../unit/found-unit'
import { intent, witnessed } from './intent'
import { decideReceive, receivedSchema } from './receive-signals'
import { decideRegisterUsers, newUsersSchema } from './register-users'

const nothing = z.object({})

export const intents = {
  'found-unit': intent(foundingSchema, decideFound),
  'note-snapshot': witnessed('snapshot-taken'),

  'receive-signals': intent(receivedSchema, decideReceive),
  'quarantine-signal': witnessed('signal-quarantined'),
  'note-repetition': witnessed('signal-repeated'),
  'tell-receiver-lines': intent(lineStatesSchema, decideTellLine),

  'end-expired-tests': intent(nothing, decideExpired),
  'end-quiet-bundles': intent(nothing, decideQuiet),
  escalate: intent(dueSchema, decideEscalate),

  'sign-in': witnessed('officer-signed-in'),
  'sign-out': witnessed('officer-signed-out'),
  'register-users': intent(newUsersSchema, decideRegisterUsers),
  'change-password': witnessed('password-changed'),
  'change-user-role': witnessed('user-role-changed'),
  'disable-user': witnessed('user-disabled'),
  'enable-user': witnessed('user-enabled'),
  'register-centre': witnessed('centre-registered'),
  'change-centre-key': witnessed('centre-key-changed'),
  'remove-centre': witnessed('centre-removed'),
  'change-account-key': witnessed('account-key-changed'),
  'show-duress-words': witnessed('duress-words-shown'),
} as const

type Intents = typeof intents
export type IntentType = keyof Intents
export type IntentData<Type extends IntentType> = z.output<Intents[Type]['schema']>
export type IntentOf<Type extends IntentType> = {
  readonly [One in Type]: { readonly type: One; readonly data: IntentData<One> }
}[Type]
export type Intent = IntentOf<IntentType>

export function decideIntent(room: WholeRoom, { type, data }: Intent, at: Instant) {
  const { decide } = intents[type] as {
    readonly decide: (room: WholeRoom, data: unknown, at: Instant) => readonly RoomEvent[]
  }
  return decide(room, data, at)
}

const anyIntent = z.object({ type: z.string(), data: z.unknown() })

/** Parses an intent sent by another process; throws a ZodError on anything else. */
export function parseIntent(value: unknown): Intent {
  const { type, data } = anyIntent
    .refine((one) => Object.hasOwn(intents, one.type), 'This intent is not known')
    .parse(value)
  return { type, data: intents[type as IntentType].schema.parse(data) } as Intent
}
