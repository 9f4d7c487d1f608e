// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { verify } from '@/utils/verify';
import { createForms } from '../../issuer/mint';
import { serveMinted } from '../../issuer/serve';

const all = await createForms();

describe.each(all.map((form) => [form.name, form] as const))('%s', (_, form) => {
  it.each(form.faults)('%s', async (fault) => {
    const minted = await form.mint(fault);
    const io = serveMinted(minted.documents);
    const { recipient, notes = {}, endorsements = [] } = minted;
    const result = await verify(minted.target, io, recipient ? { recipient: recipient.profile } : {});
    const said = result.checks.map(({ id, result, detail }) => `${id} ${result}: ${detail}`).join('\n');
    expect(result.verdict, said).toBe(minted.expected);
    expect(result.recipient.match).toBe(recipient?.match ?? 'not-asked');
    expect(result.endorsements.map(({ verdict }) => verdict)).toEqual(endorsements);
    for (const [id, word] of Object.entries(notes)) {
      expect(result.checks.find((check) => check.id === id)?.result, said).toBe(word);
    }
    expect(io.refused, 'asked somebody whom the badge does not name').toEqual([]);
  });
});
