/** `rolewright rebase`: an overlay against the role that it extends as it is now. */
import { posix } from 'node:path';
import { diagnostic, hasErrors } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import { isRecord } from '../read/schema-walk.js';
import { labelOf } from '../role/entry-label.js';
import { readLayer } from '../role/overlay/overlay.js';
import { compareWithBase } from '../role/overlay/rebase.js';
import type { Comparison, NamedClause } from '../role/overlay/rebase.js';
import { withRecord } from '../role/overlay/stamps.js';
import type { Office } from './office.js';
import { attempt } from '../desk/attempt.js';
import { findRole } from '../desk/sources.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';

export interface RebaseOptions {
  write?: boolean;
  json?: boolean;
}

export function rebase(name: string, options: RebaseOptions, office: Office): ExitCode {
  const { terminal, shelf, workspace } = office;
  const found = findRole(name, office);
  if ('code' in found) return finish([found], exit.usage);
  const layer = readLayer({ ...found, shown: found.path, library: shelf });
  const comparison = layer.overlay && compareWithBase(layer.overlay, layer);
  if (!layer.overlay || !comparison)
    return finish(
      layer.parsed && !hasErrors(layer.diagnostics)
        ? [diagnostic('not-an-overlay', { file: found.path }, { file: found.path })]
        : layer.diagnostics,
      exit.failure,
    );

  const problems: Diagnostic[] = [];
  const isFinding = ({ state }: NamedClause): boolean => state !== 'unchanged';
  if (options.write && found.workspace === shelf && workspace !== shelf)
    problems.push(diagnostic('rebase-library', { file: found.path }, { file: found.path }));
  else if (options.write) attempt(() => record(found.path, comparison), problems);
  const written = (options.write ?? false) && !hasErrors(problems);
  if (options.json) {
    const { recorded, version, named, followed } = comparison;
    terminal.out(
      `${JSON.stringify({ overlay: found.path, extends: layer.base?.role?.id, recorded, version, named, followed, written, diagnostics: office.plain(problems) }, null, 2)}\n`,
    );
  } else {
    office.report(problems);
    terminal.out(told(comparison, layer.base?.role?.id ?? '', office));
    if (written) terminal.err(`${office.say('rebase.written', { file: found.path, version: comparison.version })}\n`);
  }
  if (hasErrors(problems)) return exit.failure;
  return comparison.named.some(isFinding) ? exit.findings : exit.ok;

  function record(path: string, { version, stamps }: Comparison): void {
    const text = withRecord(workspace.readText(path), version, stamps);
    workspace.writeAll([{ path: posix.basename(path), bytes: new TextEncoder().encode(text) }], {
      folder: posix.dirname(path),
      force: true,
    });
  }

  function finish(diagnostics: readonly Diagnostic[], code: ExitCode): ExitCode {
    if (options.json) terminal.out(`${JSON.stringify({ overlay: name, diagnostics: office.plain(diagnostics) }, null, 2)}\n`);
    else office.report(diagnostics);
    return code;
  }
}

/** The comparison for people: what needs a look first, then what is followed. */
function told({ recorded, version, named, followed }: Comparison, base: string, { say, language }: Office): string {
  const lines = [say('rebase.versions', { base, recorded, version })];
  const inWay = { removed: 0, changed: 1, unrecorded: 2, unchanged: 3 };
  for (const one of [...named].sort((a, b) => inWay[a.state] - inWay[b.state])) {
    lines.push(`  ${say(`rebase.${one.state}`)}: ${one.id} (${say('rebase.place', { verb: one.verb, at: one.at })})`);
    if (one.state === 'changed' || one.state === 'unrecorded') {
      lines.push(`    ${say('rebase.base', { at: one.baseAt ?? '' })} ${shown(one.base, language)}`);
      if (one.own !== null) lines.push(`    ${say('rebase.own')} ${shown(one.own, language)}`);
    }
  }
  if (followed)
    for (const key of ['added', 'removed', 'changed'] as const)
      if (followed[key].length > 0)
        lines.push(`  ${say('rebase.followed', { what: key, count: followed[key].length, ids: followed[key].join(', ') })}`);
  if (!followed && recorded !== version) lines.push(`  ${say('rebase.notFollowed')}`);
  return `${lines.join('\n')}\n`;
}

/** The words of an entry, and its single values; of a change only what it says. */
function shown(entry: unknown, language: Locale): string {
  if (!isRecord(entry)) return '';
  const values = Object.entries(entry).flatMap(([key, value]) =>
    ['number', 'boolean'].includes(typeof value) || value === null ? [`${key}: ${String(value)}`] : [],
  );
  return [labelOf(entry, language), ...values].filter((part) => part !== '').join('; ');
}
