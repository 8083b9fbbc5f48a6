/** What was found, in words. */

/** How many findings of one check in one file are worth reading. */
const most = 8;

/** The findings of a result, one on a line, those of a file cut short after the first few. */
export function findingLines({ findings }) {
  const files = [...new Set(findings.map(({ file }) => file))];
  return files.flatMap((file) => {
    const own = findings.filter((finding) => finding.file === file);
    const lines = own
      .slice(0, most)
      .map(({ check, place, message, warning }) => `${warning ? 'warning' : 'FAILED'}  ${file}  ${check}  ${place}: ${message}`);
    return own.length > most ? [...lines, `        ${file}  ${own[0].check}: and ${own.length - most} more`] : lines;
  });
}

const failuresOf = ({ findings }) => findings.filter(({ warning }) => !warning);

/** How many files passed a check, and how many did not. */
export function countOf(result) {
  const failed = new Set(failuresOf(result).map(({ file }) => file)).size;
  return { passed: Math.max(0, result.files - failed), failed };
}

/** What the figures of a check do not say. */
function remarkOn({ files, all, missing, remark = '' }) {
  if (missing.length > 0) return `skipped: ${missing.join(', ')} cannot be run`;
  return files < all ? `a sample of ${all}` : remark;
}

/** A line for each check: on how many files it ran, how many failed, and how many things it found in them. */
export function resultTable(results) {
  const rows = [
    ['check', 'files', 'failed', 'findings', 'seconds'],
    ...results.map((result) => [
      result.check.name,
      String(result.files),
      String(countOf(result).failed),
      String(result.findings.length),
      result.seconds.toFixed(1),
      remarkOn(result),
    ]),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows
    .map(([name, ...rest]) =>
      [name.padEnd(width), ...rest.slice(0, 4).map((figure) => figure.padStart(8)), rest[4] ?? ''].join('  ').trimEnd(),
    )
    .join('\n');
}
