import { describe, expect, it } from 'vitest';
import { classifyLink, classifyPicture, unwrapUrl } from '@/utils/badge-links';

const id = 'b0000000-0000-4000-8000-000000000001';
const page = `https://www.credly.com/badges/${id}`;
const encoded = encodeURIComponent(page);

describe('badge-links › redirectors', () => {
  it.each([
    page,
    `https://nam11.safelinks.protection.outlook.com/?url=${encoded}&data=05%7C01&reserved=0`,
    `https://nam11.safelinks.protection.outlook.com/?url=${encodeURIComponent(
      `https://eur02.safelinks.protection.outlook.com/?url=${encoded}&reserved=0`,
    )}&reserved=0`,
    `https://www.google.com/url?q=${encoded}&source=gmail&ust=1&usg=2`,
    `https://www.linkedin.com/safety/go/?url=${encoded.replaceAll('.', '%2E')}&urlhash=x&isSdui=true`,
    `https://www.linkedin.com/redir/redirect?url=${encoded}&trk=public_post-text`,
  ])('unwraps %s', (address) => {
    expect(unwrapUrl(address)?.href).toBe(page);
    expect(classifyLink(address)).toEqual({ kind: 'badge', reference: { sourceId: 'credly', id } });
  });

  it('gives up on endless wrapping', () => {
    let address = page;
    for (let depth = 0; depth < 8; depth += 1) {
      address = `https://www.google.com/url?q=${encodeURIComponent(address)}`;
    }
    expect(classifyLink(address)).toBeNull();
  });

  it.each([
    '',
    'not an address',
    'javascript:void(0)',
    'mailto:a@b.example',
    'https://www.google.com/url?q=javascript:1',
  ])('has nothing to say about %s', (address) => expect(classifyLink(address)).toBeNull());
});

describe('badge-links › imitations', () => {
  it.each([
    `https://www.credly.com.badges.example/badges/${id}`,
    `https://credly-badges.example/badges/${id}/public_url`,
    `https://my-credly.com/badges/${id}`,
  ])('names the host of %s', (address) => {
    expect(classifyLink(address)).toMatchObject({ kind: 'imitation', host: new URL(address).hostname });
  });

  it.each(['https://blog.example/why-i-like-credly', 'https://credly-fans.example/'])(
    'leaves %s alone',
    (address) => {
      expect(classifyLink(address)).toBeNull();
    },
  );
});

describe('badge-links › pictures', () => {
  const picture =
    'https://images.credly.com/size/110x110/images/d0000000-0000-4000-8000-000000000001/image.png';
  it.each([
    picture,
    `https://ci3.googleusercontent.com/meips/ADKq_x=s0-d-e1-ft#${picture}`,
    `https://ci5.googleusercontent.com/proxy/abc=s0-d-e1-ft#${picture}`,
  ])('knows the badge picture in %s', (address) => {
    expect(classifyPicture(address)).toEqual({ kind: 'picture', sourceId: 'credly' });
  });

  it('takes other pictures for what they are', () => {
    expect(
      classifyPicture('https://ci3.googleusercontent.com/meips/x=s0#https://issuer.example/logo.png'),
    ).toBeNull();
  });
});
