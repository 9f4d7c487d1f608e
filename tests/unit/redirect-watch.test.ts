import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { watchRedirect } from '@/utils/redirect-watch';

type Listener = (details: object) => void;
const listeners = new Set<Listener>();
const addListener = vi.fn((listener: Listener, _filter: object, _extra: readonly string[]) => {
  listeners.add(listener);
});

const asked = 'https://badges.example.org/1?v=2_0';
/** What the browser tells of an answer to our own request. */
const own = {
  url: asked,
  tabId: -1,
  statusCode: 302,
  initiator: browser.runtime.getURL('/').replace(/\/$/, ''),
  responseHeaders: [
    { name: 'Content-Type', value: 'text/html' },
    { name: 'Location', value: '/2' },
  ],
};
const tell = (details: object) => listeners.forEach((listener) => listener(details));

beforeEach(() => {
  listeners.clear();
  addListener.mockClear();
  const onHeadersReceived = {
    addListener,
    removeListener: (listener: Listener) => listeners.delete(listener),
  };
  Object.assign(browser, { webRequest: { onHeadersReceived } });
});

describe('redirect watch', () => {
  it('sees status and Location of our own request, and listens no longer than it lasts', async () => {
    const watch = watchRedirect(new URL(`${asked}#part`));
    expect(addListener.mock.calls[0]?.slice(1)).toEqual([
      { urls: ['https://badges.example.org/*'], types: ['xmlhttprequest'] },
      ['responseHeaders'],
    ]);
    tell(own);
    expect(await watch.seen()).toEqual({ status: 302, location: '/2' });
    watch.stop();
    expect(listeners.size).toBe(0);
  });

  it('knows Firefox’s name for who asked', async () => {
    const watch = watchRedirect(new URL(asked));
    const { initiator, ...others } = own;
    tell({ ...others, originUrl: `${initiator}/_generated_background_page.html` });
    expect(await watch.seen()).toEqual({ status: 302, location: '/2' });
  });

  it.each([
    ['of a tab', { tabId: 7 }],
    ['of somebody else', { initiator: 'https://badges.example.org' }],
    ['of an extension whose id begins like ours', { initiator: `${own.initiator}x` }],
    ['of nobody', { initiator: undefined }],
    ['to another address', { url: 'https://badges.example.org/1' }],
    ['that is no redirect', { statusCode: 200 }],
  ])('does not listen to an answer %s', async (_, difference) => {
    vi.useFakeTimers();
    const seen = watchRedirect(new URL(asked)).seen();
    tell({ ...own, ...difference });
    await vi.advanceTimersByTimeAsync(2000);
    expect(await seen).toBeNull();
    vi.useRealTimers();
  });

  it('says when a redirect has no Location', async () => {
    const watch = watchRedirect(new URL(asked));
    tell({ ...own, responseHeaders: [] });
    expect(await watch.seen()).toEqual({ status: 302, location: null });
  });
});
