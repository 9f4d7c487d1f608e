import { containers, losses } from './bake.ts';
import type { Form, Minted } from './minted.ts';

const toBytes = (file: string | Uint8Array) =>
  typeof file === 'string' ? new TextEncoder().encode(file) : file;

/**
 * A form in every container: what holds of the badge holds of the file, and a file without one is none.
 * @param carried faults of the badge that must be found in every container as well; those that the form lacks are none
 */
export function bakedForms(form: Form, carried: readonly string[]): Form[] {
  const kept = Object.entries(containers).map(([name, bake]) => ({
    name: `${form.name} › ${name}`,
    faults: carried.filter((fault) => form.faults.includes(fault)),
    mint: async (fault: string) => put(await form.mint(fault), bake),
  }));
  const lost = {
    name: `${form.name} › lost`,
    faults: Object.keys(losses),
    mint: async (name: string) => {
      const { target } = put(await form.mint('right'), losses[name] ?? ((text) => text));
      return { target, documents: {}, expected: 'unverifiable' } satisfies Minted;
    },
  };
  return [...kept, lost];
}

function put(minted: Minted, bake: (text: string) => string | Uint8Array): Minted {
  return { ...minted, target: toBytes(bake(String(minted.target))) };
}
