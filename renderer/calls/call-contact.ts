import type { Called } from '../../shared/calls/call'
import type { Incident } from '../../shared/incidents/incident'
import type { ActionContext } from '../console/action'
import { notify } from '../console/console-changes'
import type { ConsolePorts } from '../console/console-ports'
import { notTaken } from '../console/send-command'

/**
 * Records the call and then dials, so that a colleague who has just heard of a threat there can
 * still keep the telephone from ringing.
 */
export async function callContact(
  { ports, send }: Pick<ActionContext, 'ports' | 'send'>,
  incident: Incident,
  { role, name, phone, elsewhere }: Called,
): Promise<void> {
  const taken = await send({
    ...{ type: 'call-contact', incidentId: incident.id, callId: ports.newId() },
    ...{ role, name, phone, ...(elsewhere && { elsewhere }) },
  })
  if (taken) await dial(ports, phone)
}

async function dial(ports: ConsolePorts, phone: string): Promise<void> {
  const said = await ports.bridge.ask('dial', { phone }).catch(notTaken)
  if (said) notify(ports, 'notice', said)
}
