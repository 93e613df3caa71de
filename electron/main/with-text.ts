/** The JSON text of an object, with one member whose text is made already. */
export const withText = (name: string, text: string, rest: object): string =>
  `{"${name}":${text},${JSON.stringify(rest).slice(1)}`
