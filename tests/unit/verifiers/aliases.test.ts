import { describe, expect, it } from 'vitest';
import { canonicalHost, canonicalId, isSameSite, startsWith, toAsked } from '@/utils/verifiers/aliases';

describe('aliases', () => {
  it.each([
    ['https://www.credly.com/api/v1/obi/v2/x', 'https://api.credly.com/v1/obi/v2/x'],
    ['https://www.credly.com/api/v1/obi/v2/x', 'https://api.youracclaim.com/v1/obi/v2/x'],
    [
      'https://api.badgr.io/public/assertions/k',
      'https://api.badges.parchment.com/public/assertions/k?v=2_0',
    ],
    [
      'https://api.eu.badgr.io/public/assertions/k',
      'https://api.eu.badges.parchment.com/public/assertions/k',
    ],
    ['https://api.ca.badgr.io/public/assertions/k', 'https://api.badges.parchment.ca/public/assertions/k'],
    ['http://X.example:80/a/', 'https://x.example/a'],
    ['https://m.example/badges/assertion.php?obversion=2&b=1', 'https://m.example/badges/assertion.php?b=1'],
    ['https://m.example/?b=1&a=2', 'https://m.example/?a=2&b=1'],
  ])('%s is %s', (one, other) => {
    expect(canonicalId(one)).toBe(canonicalId(other));
  });

  it.each([
    ['https://www.credly.com/api/v1/obi/v2/x', 'https://sandbox-api.credly.com/v1/obi/v2/x'],
    ['https://api.badgr.io/public/assertions/k', 'https://api.eu.badgr.io/public/assertions/k'],
    ['https://x.example/a?v=1', 'https://x.example/a?v=2'],
    ['https://x.example/a', 'https://x.example/A'],
    ['https://www.credly.com.evil.example/api/v1/x', 'https://www.credly.com/api/v1/x'],
    ['urn:uuid:1', 'urn:uuid:2'],
  ])('%s is not %s', (one, other) => {
    expect(canonicalId(one)).not.toBe(canonicalId(other));
  });

  it.each<[string, string | null]>([
    ['https://API.credly.com/v1/x', 'www.credly.com'],
    ['https://eu.badgr.com/public/x', 'api.eu.badges.parchment.com'],
    ['https://notbadgr.com/public/x', 'notbadgr.com'],
    ['urn:uuid:1', null],
    ['did:web:x.example', null],
  ])('%s is of %s', (address, host) => {
    expect(canonicalHost(address)).toBe(host);
  });

  it.each<[string, string, boolean]>([
    ['https://school.example/', 'https://www.school.example/', true],
    ['https://api.badgr.io/', 'https://badges.parchment.com/', true],
    ['https://one.github.io/', 'https://two.github.io/', false],
    ['https://school.co.kr/', 'https://thief.co.kr/', false],
    ['urn:uuid:1', 'urn:uuid:1', false],
  ])('%s and %s: one site? %s', (one, other, expected) => {
    expect(isSameSite(one, other)).toBe(expected);
  });

  it.each<[string, string | null]>([
    ['http://x.example/a#b', 'https://x.example/a'],
    ['http://x.example:80/a', 'https://x.example/a'],
    ['http://x.example:8080/a', null],
    ['urn:uuid:1', null],
    ['javascript:alert(1)', null],
    ['https://user@x.example/', null],
  ])('asks for %s at %s', (address, expected) => {
    expect(toAsked(address)).toBe(expected);
  });

  it.each<[string, string, boolean]>([
    ['https://x.example/a/1', 'https://x.example/a/', true],
    ['https://x.example/a/1', 'http://x.example', true],
    ['https://x.example.evil.example/a/1', 'https://x.example', false],
    ['https://x.example/a/../b/1', 'https://x.example/a/', false],
    ['https://x.example/b/1', 'https://x.example/a/', false],
    ['https://x.example/b/1', 'https://', false],
    ['https://x.example/b/1', '', false],
  ])('%s starts with %s: %s', (address, prefix, expected) => {
    expect(startsWith(address, prefix)).toBe(expected);
  });
});
