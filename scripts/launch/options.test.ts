import { describe, expect, it } from 'vitest'
import {
  electronArguments,
  inWords,
  isChromiumNoise,
  readMessage,
  simulatorArguments,
} from './console.mjs'
import { readStartOptions } from './options.mjs'

const read = (...words: string[]) => readStartOptions(words, '/home/duty')

describe('the options of npm start', () => {
  it('ask for a hub of its own with a simulator, when nothing is said', () => {
    expect(read()).toEqual({ help: false, simulator: true, rate: 0.2 })
  })
  it('are read in both spellings', () => {
    expect(read('--rate', '2', '--http-port=0')).toMatchObject({ rate: 2, httpPort: 0 })
  })
  it('take relative paths from where the person stands', () => {
    expect(read('--data', 'shift', '--screenshot', '/tmp/a.png')).toMatchObject({
      data: '/home/duty/shift',
      screenshot: '/tmp/a.png',
    })
  })
  it.each([
    [['--rate', '0'], '--rate wants a number above 0.'],
    [['--http-port', '70000'], '--http-port wants a port number.'],
    [['--hub', 'localhost:7410'], '--hub wants an address such as http://127.0.0.1:7410.'],
    [['--data'], '--data wants a directory.'],
    [['--toString'], 'There is no option --toString.'],
    [['--hub', 'http://h', '--dc09-port', '1'], 'With --hub there is no hub of its own'],
  ])('%j are refused with a reason', (words, reason) => {
    expect(read(...words)).toHaveProperty('problem', expect.stringContaining(reason))
  })
})

describe('what is handed to the programs', () => {
  it('puts the directory after the switch of Chromium and before our own', () => {
    const args = electronArguments({ hub: 'http://h:1', screenshot: '/tmp/a.png' }, false)
    expect(args[0]).toBe('--no-sandbox')
    expect(args.slice(2)).toEqual(['--hub', 'http://h:1', '--screenshot', '/tmp/a.png'])
    expect(electronArguments({}, true)).toHaveLength(1)
  })
  it('points the simulator at the ports the hub really has', () => {
    const ready = readMessage(
      '{"ready":true,"http":"http://127.0.0.1:5000","dc09":{"tcp":5001},"data":"/d"}',
    )
    expect(ready).toBeDefined()
    const args = simulatorArguments(ready ?? {}, { rate: 0.5 }).join(' ')
    expect(args).toContain('--dc09 127.0.0.1:5001 --http http://127.0.0.1:5000 --rate 0.5')
  })
})

describe('what the console says', () => {
  it('is a message only when it is one of those we know', () => {
    expect(readMessage('{"screenshot":"/tmp/a.png"}')).toEqual({ screenshot: '/tmp/a.png' })
    expect(readMessage('{"waiting":"The hub does not answer"}')).toEqual({
      waiting: 'The hub does not answer',
    })
    expect(readMessage('{"failed":"Port 7411 is in use."}')).toEqual({
      failed: 'Port 7411 is in use.',
    })
    expect(readMessage('{"level":30,"msg":"hello"}')).toBeUndefined()
    expect(readMessage('{broken')).toBeUndefined()
    expect(readMessage('plain words')).toBeUndefined()
  })
  it('is shown to a person in words', () => {
    expect(inWords('{"level":60,"msg":"port 7411 is in use"}')).toBe('port 7411 is in use')
    expect(inWords('{"msg":"no journal","err":{"message":"disk full"}}')).toBe(
      'no journal: disk full',
    )
    expect(inWords('plain words')).toBe('plain words')
  })
  it('is told apart from what Chromium misses on a machine without a desktop', () => {
    expect(
      isChromiumNoise('[77:1122/182615.232:ERROR:bus.cc(407)] Failed to connect to the bus'),
    ).toBe(true)
    expect(
      isChromiumNoise('[77:1122/182615.232:FATAL:setuid_sandbox_host.cc] The SUID sandbox helper'),
    ).toBe(false)
    expect(isChromiumNoise('Error: no journal')).toBe(false)
  })
})
