import { describe, expect, it } from 'vitest';
import { createSearch } from '@/utils/search';
import { makeBadge } from './make-badge';

const badges = [
  makeBadge({
    achievement: { name: '쿠버네티스 운영 전문가', skills: ['컨테이너', 'Linux'] },
    issuer: { id: null, name: '한빛 클라우드 교육원', url: null },
  }),
  makeBadge({ achievement: { name: 'Cloud Architect Associate', skills: ['Networking', 'Resilience'] } }),
  makeBadge({
    achievement: { name: '값진 봉사 AZ-104', skills: [] },
    issuer: { id: null, name: 'Harbour University', url: null },
  }),
];

describe('search', () => {
  it.each<[string, number[]]>([
    ['', [0, 1, 2]],
    ['   ', [0, 1, 2]],
    ['cloud', [1]],
    ['ARCHITECT', [1]],
    ['northwind net', [1]],
    ['net northwind', [1]],
    ['northwind linux', []],
    ['harbour az-104', [2]],
    ['쿠버', [0]],
    ['쿠벝', []],
    ['쿠번', [0]],
    ['쿠버ㄴ', [0]],
    ['버네', [0]],
    ['ㅋㅂㄴ', [0]],
    ['ㅋㅂㄴㅌㅅ', [0]],
    ['ㅇㅇ', [0]],
    ['ㅈㅁㄱ', [0]],
    ['ㄳ', []],
    ['ㅂㅅ', [2]],
    ['ㅄ', [2]],
    ['갑', [2]],
    ['컨테 한빛', [0]],
    ['컨테 linux', [0]],
    ['쿠버네티스'.normalize('NFD'), [0]],
    ['.*', []],
    ['(', []],
  ])('%j finds %j', (query, expected) => {
    const found = createSearch()(badges, query);
    expect(found.map((badge) => badges.indexOf(badge))).toEqual(expected);
  });

  it('finds a badge under its new name after a refresh', () => {
    const search = createSearch();
    expect(search([makeBadge({ achievement: { name: 'Old name' } })], 'old')).toHaveLength(1);
    expect(search([makeBadge({ achievement: { name: 'New name' } })], 'old')).toHaveLength(0);
  });
});
