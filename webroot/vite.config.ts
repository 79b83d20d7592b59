import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env.TANDEM_SERVER ?? 'http://localhost:8080';

const proxy = {
  '/api': server,
  '/live': { target: server, ws: true },
  '/ws': { target: server, ws: true },
};

export default defineConfig({
  plugins: [react()],
  // sockjs-client still asks for Node's name of the global object.
  define: { global: 'globalThis' },
  // The server forbids data: addresses in styles and scripts, so nothing is inlined.
  build: { outDir: 'dist', assetsInlineLimit: 0, target: 'es2022' },
  server: { proxy },
  preview: { proxy },
  test: {
    environment: 'jsdom',
    include: ['client/**/*.test.ts', 'app/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    setupFiles: ['app/testing/setup.ts'],
  },
});
