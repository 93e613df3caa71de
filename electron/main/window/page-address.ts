import { appOrigin } from './app-path'

/**
 * The Vite server the page comes from in development, which electron-vite names in the environment,
 * or null.
 */
export function devServer(env: NodeJS.ProcessEnv, packaged: boolean): string | null {
  // An installed console shows its own page and no other, whatever stands in the environment it is
  // started from.
  return packaged ? null : env.ELECTRON_RENDERER_URL || null
}

/** Address of the page, without a query. */
export const pageAddress = (env: NodeJS.ProcessEnv, packaged: boolean): string =>
  devServer(env, packaged) ?? `${appOrigin}/index.html`
