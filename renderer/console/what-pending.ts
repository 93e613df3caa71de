import { sceneOf } from '../../shared/incidents/scene'
import type { Command } from '../../shared/room/commands'
import type { RoomEvent } from '../../shared/room/events'
import type { Rule } from '../../shared/room/noun'
import type { Room } from '../../shared/room/room'
import { rules } from '../../shared/room/rules'

/**
 * What a command is about, in names the officer knows; undefined where it has no team or no site.
 */
export interface WhatPending {
  readonly team: string | undefined
  readonly site: string | undefined
}

/** `room` is the expected one: a command may name things that earlier commands have made. */
export function whatPending(room: Room, command: Command): WhatPending {
  const run = 'assignmentId' in command ? room.assignments.get(command.assignmentId) : undefined
  const teamId = 'teamId' in command ? command.teamId : run?.teamId
  return {
    team: teamId === undefined ? undefined : (room.teams.get(teamId)?.callSign ?? teamId),
    site: siteName(room, siteOf(room, command, run?.incidentId)),
  }
}

/** The id of a place that is no site is that of its incident. */
const siteName = (room: Room, siteId = ''): string | undefined =>
  (room.sites.get(siteId) ?? sceneOf(room, room.incidents.get(siteId)))?.name

function siteOf(room: Room, command: Command, ofRun: string | undefined): string | undefined {
  if ('siteId' in command) return command.siteId
  // The rule found under a command's type is the one for that command.
  const { siteOf: own } = rules[command.type] as Rule<Command, RoomEvent>
  if (own) return own(room, command)
  const incidentId =
    'incidentId' in command
      ? command.incidentId
      : 'toIncidentId' in command
        ? command.toIncidentId
        : ofRun
  const alarmId = 'alarmId' in command ? command.alarmId : undefined
  return room.incidents.get(incidentId ?? '')?.siteId ?? room.alarms.get(alarmId ?? '')?.siteId
}
