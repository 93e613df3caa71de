import type { StartOptions } from './options.mjs'

export interface Message {
  readonly ready?: true
  readonly http?: string
  readonly dc09?: { readonly tcp?: number }
  readonly data?: string
  readonly screenshot?: string
  readonly failed?: string
  /** What it waits for, in words. */
  readonly waiting?: string
}
export function readMessage(line: string): Message | undefined
export function inWords(line: string): string
export function isChromiumNoise(line: string): boolean
export function electronArguments(
  options: Omit<StartOptions, 'help' | 'simulator' | 'rate'>,
  sandbox: boolean,
): string[]
export function simulatorArguments(ready: Message, options: { readonly rate: number }): string[]
