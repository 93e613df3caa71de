import { describe, expect, it } from 'vitest'
import { networkOf } from './network-of'

describe('What limits per address count by', () => {
  it('is an address of IPv4 as it is, however it came', () => {
    expect(networkOf('10.0.0.7')).toBe('10.0.0.7')
    expect(networkOf('::ffff:10.0.0.7')).toBe('10.0.0.7')
    expect(networkOf('::FFFF:10.0.0.7')).toBe('10.0.0.7')
  })
  it('is one network for all addresses of IPv6 that one subscriber has', () => {
    expect(networkOf('2001:db8:1:2::1')).toBe('2001:db8:1:2::/64')
    expect(networkOf('2001:DB8:1:2:ffff:eeee:dddd:cccc')).toBe('2001:db8:1:2::/64')
    expect(networkOf('2001:0db8:0001:0002::')).toBe('2001:db8:1:2::/64')
    expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'))
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0::/64')
    expect(networkOf('::1')).toBe('0:0:0:0::/64')
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
  })
  it('is what it is given when that is no address', () => {
    expect(networkOf('unknown')).toBe('unknown')
    expect(networkOf(undefined)).toBe('unknown')
    expect(networkOf('north')).toBe('north')
  })
})
