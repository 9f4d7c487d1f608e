import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Manifest {
  readonly permissions: string[];
  readonly host_permissions: string[];
  readonly optional_host_permissions: string[];
  readonly [key: string]: unknown;
}
const browsers = [
  ['chrome', '.output/chrome-mv3'],
  ['firefox', '.output/firefox-mv3'],
] as const;
const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) as Manifest;

/** The table "Permissions" of the README: what stands in the first column, and in which browser. */
function readTable(browser: string): { required: string[]; optional: string[] } {
  const section = readFileSync('README.md', 'utf8').split('## Permissions')[1]?.split('\n## ')[0] ?? '';
  const rows = [...section.matchAll(/^\| `([^`]+)`([^|]*)\|/gm)].map(([, name = '', note = '']) => ({
    name,
    note,
  }));
  const here = rows.filter(
    ({ note }) => !/\((Chrome|Firefox)\)/.test(note) || note.toLowerCase().includes(browser),
  );
  const isOptional = ({ note }: { note: string }) => note.includes('(optional)');
  return {
    required: here
      .filter((row) => !isOptional(row))
      .map(({ name }) => name)
      .toSorted(),
    optional: here
      .filter(isOptional)
      .map(({ name }) => name)
      .toSorted(),
  };
}

describe.each(browsers)('the build for %s', (browser, folder) => {
  const manifest = manifestOf(folder);

  it('asks for exactly what the README says', () => {
    const { required, optional } = readTable(browser);
    expect([...manifest.permissions, ...manifest.host_permissions].toSorted()).toEqual(required);
    expect(manifest.optional_host_permissions.toSorted()).toEqual(optional);
  });

  it('can be neither probed nor called by pages', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(manifest, 'content scripts are registered at run time').not.toHaveProperty('content_scripts');
  });

  it('announces nothing to pages', () => {
    const scripts = ['linkedin.js', 'webmail.js', 'overlay.js', 'insert.js'].map((file) =>
      readFileSync(`${folder}/${file}`, 'utf8'),
    );
    for (const script of scripts)
      expect(script).not.toMatch(/content-script-started|window\.postMessage|attachInternals/);
  });

  it('runs no code from strings and none from elsewhere', () => {
    const policy = JSON.stringify(manifest['content_security_policy']);
    expect(policy).toContain("script-src 'self';");
    for (const file of globSync(`${folder}/**/*.js`)) {
      // Methods may be called so (@noble/curves has one); the function of that name is not called.
      const found = /(?<![.\w$])eval\((?![^()]*\)\{)|new Function\(|importScripts\(["']https?:/.exec(
        readFileSync(file, 'utf8'),
      );
      expect(found?.[0], file).toBeUndefined();
    }
  });

  it('has a background of one script, since a service worker may not import()', () => {
    const script = readFileSync(`${folder}/background.js`, 'utf8');
    expect(/(?<![.\w$])import\(|import\.meta/.exec(script)?.[0]).toBeUndefined();
    expect(JSON.stringify(manifest['background'])).not.toContain('module');
  });

  it('has every size of the icon and words in both languages', () => {
    for (const size of [16, 32, 48, 128])
      expect(readFileSync(`${folder}/icon/${size}.png`).length).toBeGreaterThan(100);
    for (const language of ['en', 'ko']) {
      const words = JSON.parse(
        readFileSync(`${folder}/_locales/${language}/messages.json`, 'utf8'),
      ) as object;
      expect(Object.keys(words)).toContain('extName');
    }
  });
});

describe('ids', () => {
  it('are the same in every copy', () => {
    expect(manifestOf('.output/chrome-mv3')['key']).toMatch(/^MIIBIjAN/);
    expect(manifestOf('.output/firefox-mv3')['browser_specific_settings']).toMatchObject({
      gecko: { id: 'lapelpin@lapelpin.org', data_collection_permissions: { required: ['none'] } },
    });
  });
});
