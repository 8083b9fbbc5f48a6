/** `rolewright resolve`: a role as it comes out of all its files, with the line that each value comes from. */
import { Document, isMap, isScalar, isSeq } from 'yaml';
import type { Node } from 'yaml';
import { choiceOf } from '../desk/choice.js';
import { originsOf, resolvedRole } from '../desk/resolution.js';
import type { ResolutionOptions, Resolved } from '../desk/resolution.js';
import { organisationPath, projectOf } from '../desk/settings.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { locales } from '../shelf/library.js';
import { shortFingerprint } from '../paper/fingerprint.js';
import { segment } from '../read/yaml-data.js';
import { kindName } from '../shelf/kinds.js';
import type { Office } from './office.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';
import { isUsageProblem } from './usage.js';

export interface ResolveOptions extends Omit<ResolutionOptions, 'organisation'> {
  organisation?: string | false;
  locale?: string;
  json?: boolean;
  yaml?: boolean;
}

export function resolve(name: string, options: ResolveOptions, office: Office): ExitCode {
  const { terminal } = office;
  const problems: Diagnostic[] = [];
  const locale = choiceOf('--locale', options.locale, locales, problems);
  const path = organisationPath(options.organisation, projectOf(office, problems), office, problems);
  const resolution = { ...options, organisation: path };
  const resolved = hasErrors(problems) ? null : resolvedRole(name, locale, resolution, office, problems);
  if (options.json && !options.yaml) {
    const { data = null, placeOf, papers = [] } = resolved ?? {};
    terminal.out(
      `${JSON.stringify({ role: data, origins: placeOf ? originsOf(data, placeOf) : {}, papers, diagnostics: office.plain(problems) }, null, 2)}\n`,
    );
  } else {
    office.report(problems);
    if (resolved) terminal.out(withOrigins(resolved, office));
  }
  if (resolved) return exit.ok;
  return problems.some(isUsageProblem) ? exit.usage : exit.failure;
}

/** YAML that is a role file itself, with the origin of each value in a comment behind it. */
function withOrigins({ data, placeOf, papers }: Resolved, { say, library, language }: Office): string {
  const document = new Document(data);
  document.commentBefore = papers
    .map(({ kind, jurisdiction, locale, fingerprint }) => {
      const country = library.jurisdiction(jurisdiction).name[language];
      const code = shortFingerprint(fingerprint);
      return ` ${say('resolve.paper', { code, kind: kindName(library.kind(kind), language), country, language: say(`list.locales.${locale}`) })}`;
    })
    .join('\n');
  note(document.contents, '');
  return document.toString({ lineWidth: 0 });

  function note(node: Node | null, pointer: string): void {
    if (isMap(node))
      for (const pair of node.items) note(pair.value as Node | null, pointer + segment(isScalar(pair.key) ? String(pair.key.value) : ''));
    else if (isSeq(node)) node.items.forEach((item, at) => note(item as Node, pointer + segment(at)));
    else if (isScalar(node)) {
      const { file, line } = placeOf(pointer);
      node.comment = ` ${file}:${line}`;
    }
  }
}
