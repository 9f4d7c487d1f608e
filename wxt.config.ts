import path from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { optionalHosts, requiredHosts } from './utils/hosts';

/** The public half only: it fixes the id (pkgkjbolkpmjmjplmhinghamcaghpdep) of unpacked copies; the stores sign with their own. */
const chromePublicKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAtiK4ojD6+TSEtkz3aYauOwJKqKtCv/ZfTrj82pdogEztrALLYzVGgPKOB1dGSHEmIAZYCNbWON6NMLhi7pPbrPJ4UqjreOjQsBl5b0lJaYtx0aI6x02lBgV5zB/fF32THjL3v+Wf4eCsyzmEIW2hNeAnXXlYK0VX5lqA60tZRaxO+efl6V9J8M8EQwICip/yzf19egz6B2m8cDTOeIsBRx9WpIOSLaLwEYjhPoDi1yXeIWSqwQ6oA14IoX0B0ryK0B9m/ygBzVonwahV1bF2PNArYjJVBoAWD8Co7hxVPK+bZ59wzP02EmJGuHi4FtKld18g+quoIWUIvs7IZlo0twIDAQAB';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  targetBrowsers: ['chrome', 'firefox'],
  vite: () => ({
    plugins: [preact({ devToolsEnabled: false })],
    resolve: {
      alias: {
        // See there: the package would be taken for a use of eval.
        setimmediate: path.resolve('utils/verifiers/set-immediate.ts'),
        // Of its own modules the bundler writes the list of public suffixes twice, and no shorter.
        tldts: 'tldts/dist/index.esm.min.js',
      },
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    short_name: 'LapelPin',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'alarms',
      'contextMenus',
      'identity',
      'scripting',
      'storage',
      'unlimitedStorage',
      'webRequest',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    host_permissions: requiredHosts,
    optional_permissions: ['notifications'],
    optional_host_permissions: optionalHosts,
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    options_ui: { page: 'library.html', open_in_tab: true },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_commandOpen__' },
      'insert-signature': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_insertSignature__',
      },
    },
    content_security_policy: {
      extension_pages:
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self' https:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'lapelpin@lapelpin.org',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'], optional: ['websiteContent'] },
            },
          },
        }
      : { key: chromePublicKey, minimum_chrome_version: '120' }),
  }),
  zip: {
    artifactTemplate: '{{name}}-{{version}}-{{browser}}.zip',
    sourcesTemplate: '{{name}}-{{version}}-sources.zip',
    excludeSources: [
      'tests/**',
      '.ci/**',
      '.github/**',
      '**/*.pem',
      'pictures/**',
      '.cache/**',
      'test-results/**',
      'coverage/**',
    ],
  },
});
