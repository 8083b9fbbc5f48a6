#!/usr/bin/env node
// The command as a clone and the package have it. What it starts is built: the package brings it along, a clone does not.
'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const command = join(__dirname, '../dist/cli.cjs');
if (existsSync(command)) require(command);
else {
  // Words come out of locales/ with what is not built yet, so these three stand here.
  console.error('Rolewright is not built yet. Build it in its folder: npm ci && npm run build');
  console.error('Rolewright ещё не собран. Соберите его в его папке: npm ci && npm run build');
  console.error('Rolewright is nog niet gebouwd. Bouw het in zijn map: npm ci && npm run build');
  process.exitCode = 1;
}
