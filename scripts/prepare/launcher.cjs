#!/usr/bin/env node
// Put here by the build: starts the command from its bundle and, from its second time on, without compiling anything.
// `scripts/prepare/bundle.mjs` says how. A script, since ES modules take longer to start.
'use strict';
const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const { dirname, resolve } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

// Most commands have ended before the code that V8 optimises meanwhile, on other processors, has paid for its making: a
// Word file takes 27 % less processor time without it, a PDF 36 %, and 12 % less time. A command that finds more to do
// asks for it. Compiled code is good for the same flags only, so this stands before everything else.
setFlagsFromString('--no-opt');
const optimise = () => setFlagsFromString('--opt');

const header = '(function (exports, require, module, __filename, __dirname) {';
const loaded = new Map();
const scripts = new Map();
/** Whether a script had to be compiled whose code may be kept for the next time. */
let isNew = false;

/** A file that the build has written, JSON or a script. */
function load(filename) {
  const ready = loaded.get(filename);
  if (ready) return ready.exports;
  const module = { exports: {} };
  loaded.set(filename, module);
  if (filename.endsWith('.json')) return (module.exports = JSON.parse(readFileSync(filename, 'utf8')));
  const cachedData = compiled(filename);
  const script = new Script(`${header}${readFileSync(filename, 'utf8')}\n})`, { filename, cachedData });
  scripts.set(filename, script);
  isNew ||= !cachedData || script.cachedDataRejected;
  const folder = dirname(filename);
  const inside = (name) => (name.startsWith('.') ? load(resolve(folder, name)) : require(name));
  inside.resolve = require.resolve;
  // A script of this kind cannot import.
  inside.import = (name) => import(name);
  script.runInThisContext()(module.exports, inside, module, filename, folder);
  return module.exports;
}

/**
 * V8 looks whether the code is of this text and its own, and passes it over where it is not. But it takes patches that
 * Node.js made to it for itself: code of 20.20 breaks 20.19 down. So the version is part of the name.
 */
const codeOf = (filename) => `${filename}.${process.version}.code`;

function compiled(filename) {
  try {
    return readFileSync(codeOf(filename));
  } catch {
    return undefined;
  }
}

/**
 * Keeps the code that V8 has compiled beside the files that it is of, and nowhere else: that takes a fifth off the next
 * Word file, and 40 ms once. Also of those that had some, so that what several commands share gets the code that each of
 * them needs. Where the folder is somebody else’s, each command compiles what it needs, as the first does.
 */
function keep() {
  try {
    for (const [filename, script] of scripts) {
      // A name of its own until it is whole: another command may be reading.
      const unfinished = `${codeOf(filename)}.${process.pid}`;
      writeFileSync(unfinished, script.createCachedData());
      renameSync(unfinished, codeOf(filename));
    }
  } catch {
    // There is no code to start from, then.
  }
}

process.on('exit', () => {
  if (isNew && !process.env.NODE_DISABLE_COMPILE_CACHE) keep();
});

void load(resolve(__dirname, 'bundle/cli.cjs')).main(optimise);
