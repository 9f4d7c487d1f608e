import { describe, expect, it, vi } from 'vitest';
import { AppError, toAppError } from '@/utils/errors';
import { routeOf, withRoute } from '@/utils/io';

describe('what another script of ours hands over', () => {
  it('is known by its code, with its words: each script has a class of its own', async () => {
    vi.resetModules();
    const { AppError: Other } = await import('@/utils/errors');
    const foreign = new Other('rate-limited', 'asked too often', 30);
    expect(foreign).not.toBeInstanceOf(AppError);
    expect(toAppError(foreign)).toBeInstanceOf(AppError);
    expect(toAppError(foreign).toRecord()).toEqual(foreign.toRecord());
  });

  it('keeps the route of an answer', async () => {
    vi.resetModules();
    const other = await import('@/utils/io');
    expect(other.routeOf).not.toBe(routeOf);
    expect(other.routeOf(withRoute(new Response(), ['https://a.example/']))).toEqual(['https://a.example/']);
  });
});

describe('toAppError', () => {
  it('reads a record out of a message, and calls everything else unexpected', () => {
    expect(toAppError({ code: 'offline', detail: 'no network' })).toMatchObject({
      code: 'offline',
      message: 'no network',
    });
    expect(toAppError(new TypeError('x is not a function'))).toMatchObject({
      code: 'unexpected',
      message: 'TypeError: x is not a function',
    });
    expect(toAppError({ code: 'no such code' }).code).toBe('unexpected');
  });

  it.each([
    new DOMException('The quota has been exceeded.', 'QuotaExceededError'),
    Object.assign(new Error('QuotaExceededError: no space'), { name: 'AbortError' }),
  ])('knows a full disk by what the browser calls it: %s', (cause) =>
    expect(toAppError(cause).code).toBe('storage-full'),
  );
});
