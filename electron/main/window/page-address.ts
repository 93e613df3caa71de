import { appOrigin } from './app-path'

/**
 * The Vite server that serves the page in development, or null. electron-vite names it in the
 * environment.
 */
export function devServer(env: NodeJS.ProcessEnv, packaged: boolean): string | null {
  // An installed console shows only its own page, whatever its environment says.
  return packaged ? null : env.ELECTRON_RENDERER_URL || null
}

export const pageAddress = (env: NodeJS.ProcessEnv, packaged: boolean): string =>
  devServer(env, packaged) ?? `${appOrigin}/index.html`
