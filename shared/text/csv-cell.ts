/** Spreadsheets take a text that begins with one of these for a formula and would run it. */
const formula = /^'*[=+\-@\t\r]/
export const isFormula = (text: string): boolean => formula.test(text)

/** An apostrophe in front keeps a spreadsheet from running a text. */
export const notRun = (text: string): string => (isFormula(text) ? `'${text}` : text)

/** Writes a cell for a table, in quotation marks when its text could be misread. */
export const quoted = (text: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
