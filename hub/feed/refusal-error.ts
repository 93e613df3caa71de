import type { LinkRefusal } from '../../shared/wire/console-feed'

/**
 * The sentence is the message, the code is in the data: what a `connect_error` carries to the
 * client.
 */
export const refusalError = (why: LinkRefusal): Error =>
  Object.assign(new Error(why.message), { data: why })
