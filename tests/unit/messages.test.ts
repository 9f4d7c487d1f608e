import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AppError } from '@/utils/errors';
import { handleMessages, send, sendAgain, type MessageHandlers } from '@/utils/messages';

type Listener = (message: unknown, sender: object, respond: (reply: unknown) => void) => unknown;
let listener: Listener;
const handlers = {
  eraseEverything: vi.fn(async () => null),
  verifyAnything: vi.fn(async () => null),
  getSignature: vi.fn(async () => null),
  openLibrary: vi.fn(async () => {
    throw new AppError('rate-limited', 'slow down', 30);
  }),
};

/** Delivers a message as the browser would, from a sender of our choice. */
function deliver(message: unknown, sender: object): Promise<unknown> {
  return new Promise((done) => {
    if (listener(message, sender, done) !== true) done('ignored');
  });
}
const ownPage = { id: 'test-extension-id', url: 'chrome-extension://test-extension-id/popup.html' };
const contentScript = {
  id: 'test-extension-id',
  url: 'https://www.linkedin.com/in/somebody',
  tab: { id: 1 },
  frameId: 4,
};

beforeEach(() => {
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((added) => {
    listener = added as unknown as Listener;
  });
  fakeBrowser.runtime.id = ownPage.id;
  fakeBrowser.runtime.getURL = ((to: string) => `chrome-extension://test-extension-id${to}`) as never;
  handlers.eraseEverything.mockResolvedValue(null);
  handlers.getSignature.mockResolvedValue(null);
  handlers.openLibrary.mockRejectedValue(new AppError('rate-limited', 'slow down', 30));
  handleMessages(handlers as unknown as MessageHandlers);
});

describe('messages', () => {
  it('lets our own pages ask for everything', async () => {
    expect(await deliver({ name: 'eraseEverything', request: {} }, ownPage)).toEqual({
      ok: true,
      value: null,
    });
  });

  it.each(['eraseEverything', 'verifyAnything'] as const)('refuses %s to content scripts', async (name) => {
    const reply = await deliver({ name, request: {} }, contentScript);
    expect(reply).toMatchObject({ ok: false, error: { code: 'refused-address' } });
    expect(handlers[name]).not.toHaveBeenCalled();
  });

  it('tells a handler which page asks', async () => {
    await deliver({ name: 'getSignature', request: {} }, contentScript);
    expect(handlers.getSignature).toHaveBeenCalledWith(
      {},
      { kind: 'page', origin: 'https://www.linkedin.com', tabId: 1, frameId: 4 },
    );
  });

  it('knows a frame without an address by the origin that it took over', async () => {
    const origin = 'https://mail.naver.com';
    await deliver({ name: 'getSignature', request: {} }, { ...contentScript, url: 'about:blank', origin });
    expect(handlers.getSignature).toHaveBeenLastCalledWith({}, expect.objectContaining({ origin }));
  });

  it.each([
    { ...contentScript, url: 'about:blank' },
    { ...contentScript, url: 'about:srcdoc', origin: 'null' },
    { ...contentScript, frameId: undefined },
  ])('refuses a frame of nobody %j', async (sender) => {
    handlers.getSignature.mockClear();
    expect(await deliver({ name: 'getSignature', request: {} }, sender)).toMatchObject({ ok: false });
    expect(handlers.getSignature).not.toHaveBeenCalled();
  });

  it.each([
    [
      { name: 'eraseEverything', request: {} },
      { ...ownPage, id: 'another-extension' },
    ],
    [{ name: 'eraseEverything', request: {} }, { id: ownPage.id }],
  ])('refuses a sender that it does not know', async (message, sender) => {
    expect(await deliver(message, sender)).toMatchObject({ ok: false });
    expect(handlers.eraseEverything).not.toHaveBeenCalled();
  });

  it.each([
    'text',
    null,
    {},
    { name: 'toString', request: {} },
    { name: 'constructor', request: {} },
    { name: 'getSignature' },
  ])('does not answer %j', async (message) => expect(await deliver(message, ownPage)).toBe('ignored'));

  it('carries an error over with its code and its wait', async () => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async (message: unknown) =>
      deliver(message, ownPage)) as never);
    await expect(send('openLibrary', { view: 'sites' })).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfter: 30,
    });
  });

  it('sends again what nobody took, and nothing that somebody may have read', async () => {
    const sent = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
    const asleep = new Error('Could not establish connection. Receiving end does not exist.');
    const taken = (async (message: unknown) => deliver(message, ownPage)) as never;
    sent.mockRejectedValueOnce(asleep).mockRejectedValueOnce(asleep).mockImplementation(taken);
    await send('eraseEverything', {});
    expect(sent).toHaveBeenCalledTimes(3);
    sent.mockClear();
    sent.mockRejectedValueOnce(new Error('The message port closed before a response was received.'));
    await expect(send('eraseEverything', {})).rejects.toThrow('message port closed');
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it('gives up on a background that never comes', async () => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(
      new Error('Receiving end does not exist.'),
    );
    await expect(send('getSignature', {})).rejects.toThrow('does not exist');
  });

  it('asks again what may be asked twice, and no longer once it was refused', async () => {
    const sent = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
    const taken = (async (message: unknown) => deliver(message, ownPage)) as never;
    sent.mockRejectedValueOnce(new Error('The message port closed before a response was received.'));
    sent.mockImplementation(taken);
    expect(await sendAgain('eraseEverything', {})).toBeNull();
    sent.mockClear();
    await expect(sendAgain('openLibrary', { view: 'sites' })).rejects.toMatchObject({ code: 'rate-limited' });
    expect(sent).toHaveBeenCalledTimes(1);
  });
});
