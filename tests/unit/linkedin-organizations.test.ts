import { describe, expect, it } from 'vitest';
import { toBase64 } from '@/utils/base64';
import {
  findChoice,
  organizationOfOriginal,
  readOrganization,
  withChoice,
} from '@/utils/linkedin-organizations';

const bytesOf = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const ofNumber = (number: string) => ({
  name: null,
  number,
  page: `https://www.linkedin.com/company/${number}/`,
});
const atPage = (path: string) => ({ name: null, number: null, page: `https://www.linkedin.com/${path}/` });

describe('readOrganization', () => {
  it.each([
    ['1234567', ofNumber('1234567')],
    [' https://www.linkedin.com/company/1234567/admin/?feedType=x ', ofNumber('1234567')],
    ['linkedin.com/company/northwind-cloud', atPage('company/northwind-cloud')],
    ['http://kr.linkedin.com/school/harbour-university/about', atPage('school/harbour-university')],
    ['https://www.linkedin.com/showcase/northwind-labs', atPage('showcase/northwind-labs')],
    ['Northwind Cloud Academy (NCA)', { name: 'Northwind Cloud Academy (NCA)', number: null, page: null }],
    ['Northwind.com', { name: 'Northwind.com', number: null, page: null }],
    ['노스윈드 아카데미', { name: '노스윈드 아카데미', number: null, page: null }],
  ])('reads %s', (typed, organization) => expect(readOrganization(typed)).toEqual(organization));

  it.each([
    '',
    '   ',
    'https://www.linkedin.com/in/haneul-kim/',
    'https://www.linkedin.com/company/',
    'https://linkedin.com.badges.example/company/1234567',
    'https://notlinkedin.com/company/1234567',
    'https://user@www.linkedin.com/company/1234567',
    'example.org/company/1234567',
    'javascript:alert(1)',
    'x'.repeat(201),
  ])('refuses %s', (typed) => expect(readOrganization(typed)).toBeNull());
});

describe('organizationOfOriginal', () => {
  const named = {
    type: 'IdentifierEntry',
    identifierType: 'ext:LinkedIn:organizationId',
    identifier: '1234567',
  };
  const other = { type: 'IdentifierEntry', identifierType: 'sourcedId', identifier: '42' };
  const credential = { issuer: { name: 'Northwind', otherIdentifier: [other, named] } };
  const toJwt = (payload: unknown) =>
    `e30.${toBase64(bytesOf(payload)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}.c2ln`;

  it.each([
    ['a credential', credential],
    ['one that is no list', { issuer: { otherIdentifier: named } }],
    ['a JWT', toJwt(credential)],
    ['a JWT with the credential inside', toJwt({ vc: credential })],
  ])('reads it from %s', (_, original) =>
    expect(organizationOfOriginal(bytesOf(original))).toEqual(ofNumber('1234567')),
  );

  it('reads what is baked into a picture', () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:ob="https://purl.imsglobal.org/ob/v3p0"><ob:credential><![CDATA[${JSON.stringify(credential)}]]></ob:credential></svg>`;
    expect(organizationOfOriginal(bytesOf(svg))).toEqual(ofNumber('1234567'));
    expect(organizationOfOriginal(bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull();
  });

  it.each([
    ['another identifier', { issuer: { otherIdentifier: [other] } }],
    ['what is no number', { issuer: { otherIdentifier: { ...named, identifier: '12/../in/x' } } }],
    ['an issuer by its address', { issuer: 'https://northwind.example/issuer' }],
    ['the identifier elsewhere', { otherIdentifier: [named] }],
    ['a text with dots', 'one.two.three'],
    ['bytes that are no text', '\u0000\uFFFF'],
  ])('names nobody for %s', (_, original) => expect(organizationOfOriginal(bytesOf(original))).toBeNull());
});

describe('the choices', () => {
  it('know an issuer in whatever case, and keep one word for each', () => {
    const once = withChoice([], 'Northwind Academy', '1234567');
    const twice = withChoice(withChoice(once, 'Harbour', 'Harbour (HB)'), ' NORTHWIND academy', ' 7654321 ');
    expect(twice).toHaveLength(2);
    expect(findChoice(twice, 'Northwind Academy')).toBe('7654321');
    expect(findChoice(twice, 'Harbour')).toBe('Harbour (HB)');
    expect(findChoice(twice, '__proto__')).toBeNull();
  });

  it('are taken back by an empty text', () => {
    const choices = withChoice([], 'Northwind', '1234567');
    expect(withChoice(choices, 'Northwind', ' ')).toEqual([]);
  });
});
