import { defineConfig } from 'vitest/config';

/** Tests that read what the builds made; run after both builds. */
export default defineConfig({ test: { include: ['tests/built/**/*.test.ts'] } });
