import type { LinkRefusal } from '../../shared/wire/console-feed'

/**
 * A `connect_error` carries this to the client: the sentence as its message, the code in its data.
 */
export const refusalError = (why: LinkRefusal): Error =>
  Object.assign(new Error(why.message), { data: why })
