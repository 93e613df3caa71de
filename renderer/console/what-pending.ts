import type { Command } from '../../shared/room/commands'
import type { Room } from '../../shared/room/room'

/**
 * Whom and what a command is about, in the names the officer knows; undefined where it has no team
 * or no site.
 */
export interface WhatPending {
  readonly team: string | undefined
  readonly site: string | undefined
}

/** `room` is the one expected: a command names things that the commands before it have made. */
export function whatPending(room: Room, command: Command): WhatPending {
  const run = 'assignmentId' in command ? room.assignments.get(command.assignmentId) : undefined
  const teamId = 'teamId' in command ? command.teamId : run?.teamId
  return {
    team: teamId === undefined ? undefined : (room.teams.get(teamId)?.callSign ?? teamId),
    site: room.sites.get(siteOf(room, command, run?.incidentId) ?? '')?.name,
  }
}

function siteOf(room: Room, command: Command, ofRun: string | undefined): string | undefined {
  if ('siteId' in command) return command.siteId
  if (command.type === 'end-test')
    return [...room.onTest.values()].flat().find(({ testId }) => testId === command.testId)?.siteId
  const incidentId =
    'incidentId' in command
      ? command.incidentId
      : 'toIncidentId' in command
        ? command.toIncidentId
        : ofRun
  const alarmId = 'alarmId' in command ? command.alarmId : undefined
  return room.incidents.get(incidentId ?? '')?.siteId ?? room.alarms.get(alarmId ?? '')?.siteId
}
