import type { Locator, Page } from '@playwright/test'

/** Where things are on the console's screen, by role and by the words of the English console. */
export const queueOf = (page: Page): Locator => page.getByRole('listbox', { name: 'Alarms' })
export const rowOf = (page: Page, siteName: string): Locator =>
  queueOf(page).getByRole('option', { name: siteName })
export const cardOf = (page: Page): Locator => page.getByRole('region', { name: 'Incident' })
export const teamsOf = (page: Page): Locator => page.getByRole('listbox', { name: 'Teams' })

/** Signs in at a remote hub. */
export async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
