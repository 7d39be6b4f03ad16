import { defineConfig } from 'vite';

export default defineConfig({
  root: 'web/widget',
  build: {
    lib: { entry: 'loader.ts', formats: ['iife'], name: 'refrainLoader', fileName: () => 'widget.js' },
    outDir: '../dist',
    emptyOutDir: false,
    target: 'es2022',
  },
});
