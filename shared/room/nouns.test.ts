import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { onDuty } from '../accounts/issuer'
import { accept } from '../lang/decision'
import { commandTypes } from './commands'
import { distinct } from './distinct'
import { eventData } from './events'
import type { NoCommands, Noun } from './noun'
import { nouns } from './nouns'
import { byId } from './part'
import type { Room } from './room'

const doorEvents = { 'door-opened': z.object({ doorId: z.string() }) }
const doorCommands = { 'open-door': z.object({ doorId: z.string() }) }
const unchanged = (room: Room): Room => room
const openDoor = { may: onDuty, decide: () => accept<never>() }

describe('the list of nouns', () => {
  it('gives every event and every command of every noun, each once', () => {
    const named = (part: 'events' | 'commands') => nouns.flatMap((noun) => Object.keys(noun[part]))
    expect(Object.keys(eventData)).toEqual(named('events'))
    expect([...commandTypes]).toEqual(named('commands'))
    expect(new Set([...named('events'), ...commandTypes]).size).toBe(
      named('events').length + commandTypes.length,
    )
  })
  it('does not compile with an event, a command or a part of the room that two nouns claim', () => {
    const none = { events: {}, commands: {}, parts: {} }
    const opens = { ...none, events: doorEvents }
    const commands = { ...none, commands: doorCommands }
    const held = { ...none, parts: { doors: null } }
    const lists = [
      distinct([opens, commands, held]),
      // @ts-expect-error: `door-opened` belongs to two.
      distinct([opens, commands, opens]),
      // @ts-expect-error: `open-door` belongs to two.
      distinct([commands, held, commands]),
      // @ts-expect-error: `doors` belongs to two.
      distinct([held, opens, held]),
    ]
    expect(lists).toHaveLength(4)
  })
})

describe('a noun', () => {
  const events = doorEvents
  const folds = { 'door-opened': unchanged }
  it('does not compile without a fold for each of its events, and no other', () => {
    const base = { events, commands: {}, rules: {}, parts: {}, projections: [] }
    const noun: Noun<typeof doorEvents, NoCommands>[] = [
      { ...base, folds },
      // @ts-expect-error: nothing folds `door-opened`.
      { ...base, folds: {} },
      // @ts-expect-error: `door-closed` is no event of it.
      { ...base, folds: { ...folds, 'door-closed': unchanged } },
    ]
    expect(noun).toHaveLength(3)
  })
  it('does not compile without saying who may give each of its commands', () => {
    const base = { events, folds, commands: doorCommands, parts: {}, projections: [] }
    const noun: Noun<typeof doorEvents, typeof doorCommands>[] = [
      { ...base, rules: { 'open-door': openDoor } },
      // @ts-expect-error: nobody is named who may give it.
      { ...base, rules: { 'open-door': { decide: openDoor.decide } } },
      // @ts-expect-error: no rule judges `open-door`.
      { ...base, rules: {} },
    ]
    expect(noun).toHaveLength(3)
  })
  it('does not compile without every part of the room it names', () => {
    const base = { events, folds, commands: {}, rules: {}, projections: [] }
    const noun: Noun<typeof doorEvents, NoCommands, 'plans'>[] = [
      { ...base, parts: { plans: byId() } },
      // @ts-expect-error: nothing says how `plans` begins.
      { ...base, parts: {} },
    ]
    expect(noun).toHaveLength(2)
  })
})
