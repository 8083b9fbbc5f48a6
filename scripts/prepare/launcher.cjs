#!/usr/bin/env node
// Put here by the build: starts the command from its bundle and, where this is the Node.js that built it, without
// compiling anything. `scripts/prepare/bundle.mjs` says how. A script, since ES modules take longer to start.
'use strict';
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname } = require('node:path');
const { fileURLToPath, pathToFileURL } = require('node:url');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

// Most commands have ended before the code that V8 optimises meanwhile has paid for its making, which takes a third of
// their time. A command that finds more to do asks for it: `longWork` in `src/cli.ts`. Compiled code is good for the
// same flags only, so this stands before everything else.
setFlagsFromString('--no-opt');

const header = '(function (exports, require, module, __filename, __dirname, house) {';
const here = pathToFileURL(__filename);
/** The build asks for the scripts, to keep their compiled code. */
const scripts = globalThis[Symbol.for('rolewright.scripts')];
const loaded = new Map();
const packages = {};

/** What a module can no longer do by itself in the bundle. */
const house = {
  /** The URL that a module of ours would have outside the bundle. */
  urlOf: (file) => new URL(file, here).href,
  /** The URL of the main file of a package, beside which it keeps its data. */
  packageUrl: (name) => (packages[name] ??= pathToFileURL(require.resolve(name)).href),
  /** `require` as that package has it. */
  requireFrom: (name) => createRequire(require.resolve(name)),
  /** `require` for patterns of hyphenation, which their package keeps as code and the build as data. */
  requirePatterns: (name) => load(new URL(`./prepared/${name.replace(/js$/, 'json')}`, here)),
  /** What `createRequire` makes, for files that the build has written. */
  requireIn: (folder) => (name) => load(new URL(name, folder)),
  /** Packages that are not in the bundle. */
  importPackage: (name) => import(name),
};

function load(url) {
  const ready = loaded.get(url.href);
  if (ready) return ready.exports;
  const module = { exports: {} };
  loaded.set(url.href, module);
  if (url.pathname.endsWith('.json')) return (module.exports = JSON.parse(readFileSync(url, 'utf8')));
  const filename = fileURLToPath(url);
  const script = new Script(`${header}${readFileSync(url, 'latin1')}\n})`, { filename, cachedData: compiled(filename) });
  scripts?.set(filename, script);
  const inside = (name) => (name.startsWith('./') ? load(new URL(name, url)) : require(name));
  script.runInThisContext()(module.exports, inside, module, filename, dirname(filename), house);
  return module.exports;
}

/** V8 looks whether the code is its own and of this text, and passes it over where it is not. */
function compiled(filename) {
  try {
    return readFileSync(`${filename}.code`);
  } catch {
    return undefined;
  }
}

load(new URL('./bundle/cli.cjs', here));
