import { describe, expect, it } from 'vitest';
import { checkExtensions } from '@/utils/verifiers/extensions';
import { fakeIo, type FakeAnswer } from '../fake-io';

const contextUrl = 'https://northwind.example/extensions/hours/context.json';
const schemaUrl = 'https://northwind.example/extensions/hours/schema.json';
const context = {
  '@context': {
    obi: 'https://w3id.org/openbadges#',
    extensions: 'https://w3id.org/openbadges/extensions#',
    hours: 'https://northwind.example/terms#hours',
  },
  'obi:validation': [{ 'obi:validatesType': 'extensions:Hours', 'obi:validationSchema': schemaUrl }],
};
const schema = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: { hours: { type: 'number' } },
  required: ['hours'],
};
const served = { [contextUrl]: { json: context }, [schemaUrl]: { json: schema } };
const withExtension = (fields: object, type: unknown = ['Extension', 'extensions:Hours']) => ({
  type: 'Assertion',
  'extensions:hours': { '@context': contextUrl, type, ...fields },
});
const judge = async (document: unknown, answers: Record<string, FakeAnswer> = served) =>
  checkExtensions([document], fakeIo(answers));

describe('extensions', () => {
  it.each<[string, object, string]>([
    ['as their schema wants them', { hours: 12 }, 'pass'],
    ['under whole IRIs', { 'https://northwind.example/terms#hours': 12 }, 'pass'],
    ['with a wrong value', { hours: 'twelve' }, 'fail'],
    ['without what is required', { days: 2 }, 'fail'],
  ])('%s', async (_, fields, result) => {
    expect(await judge(withExtension(fields))).toMatchObject([{ id: 'extension', result }]);
  });

  it('are found in lists and below', async () => {
    const document = { badge: { related: [withExtension({ hours: 'no' })] } };
    expect(await judge(document)).toMatchObject([{ id: 'extension', result: 'fail' }]);
  });

  it('decide nothing while their schema cannot be reached', async () => {
    const answers = { [contextUrl]: { json: context }, [schemaUrl]: { status: 500 } };
    expect(await judge(withExtension({ hours: 'no' }), answers)).toMatchObject([
      { id: 'context', result: 'unknown' },
    ]);
  });

  it('decide nothing when their context has no schema for their type', async () => {
    expect(await judge(withExtension({ hours: 'no' }, ['Extension', 'extensions:Other']))).toMatchObject([
      { id: 'context', result: 'unknown' },
    ]);
  });

  it('whose context leads to another document are not followed', async () => {
    const remote = {
      '@context': {
        ...context['@context'],
        hours: { '@id': 'x:hours', '@context': 'https://evil.example/' },
      },
    };
    const answers = { ...served, [contextUrl]: { json: { ...context, ...remote } } };
    expect(await judge(withExtension({ hours: { a: 1 } }), answers)).toMatchObject([
      { id: 'context', result: 'unknown' },
    ]);
  });

  it('are absent from most badges, which costs no request', async () => {
    const io = fakeIo({});
    expect(await checkExtensions([{ type: 'Assertion', badge: { type: 'BadgeClass' } }], io)).toEqual([]);
    expect(io.asked).toEqual([]);
  });
});
