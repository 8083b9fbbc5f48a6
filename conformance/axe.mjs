/**
 * Pages in a real browser: what axe-core finds in them by the rules of WCAG 2.2 AA, by day and by night, on a telephone
 * and on a desk; whether they fit the screen, remember what is ticked, and run by their own policy without the network.
 */
import { accessSync, constants, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { twoAtATime } from './program.mjs';

const check = 'axe';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const widths = [320, 1280];
const schemes = ['light', 'dark'];

/** Milliseconds that a page may take to load. */
const patience = 30_000;

/**
 * Opens each of `files`, `{name, path}`, and returns the findings, `{file, check, place, message}`. Without a browser it
 * says so in one line and finds nothing, but in CI the missing browser is itself a finding.
 */
export async function axeFindings(files) {
  const program = browserProgram();
  if (!program) {
    const message = 'no chromium can be run (package chromium)';
    if (process.env.CI) return [{ file: '–', check, place: 'programs', message }];
    console.log(`${check}: skipped, ${message}`);
    return [];
  }
  // Everything here is read from the disc, and those who check may be root, whom the sandbox refuses.
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
  try {
    const findings = await twoAtATime(files, async ({ name, path }) => {
      const found = await inspect(browser, path).catch((error) => [{ place: 'check', message: `the check stopped: ${error.message}` }]);
      return found.map((finding) => ({ file: name, check, ...finding }));
    });
    return findings.flat();
  } finally {
    await browser.close();
  }
}

/** Debian's name first; then what other systems call it. */
function browserProgram() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = ['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

async function inspect(browser, path) {
  const address = pathToFileURL(path).href;
  const findings = [];
  const note = (place, message) => findings.push({ place, message });
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => note('script', error.message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) note('console', message.text());
    });
    page.on('request', (request) => {
      if (request.url() !== address && !request.url().startsWith('data:')) note('network', request.url());
    });
    await page.goto(address, { timeout: patience });
    await page.evaluate(axe);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const needed = await page.evaluate(() => globalThis.document.documentElement.scrollWidth);
      if (needed > width) note(`${width} px`, `is ${needed} px wide and has to be scrolled sideways`);
      for (const message of await unheard(page)) note(`${width} px`, message);
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await page.evaluate((tags) => globalThis.axe.run({ runOnly: tags, resultTypes: ['violations'] }), rules);
        for (const { id, help, nodes } of violations) {
          for (const { target } of nodes) note(`${width} px, ${colorScheme}, ${target.join(' ')}`, `${help} (${id})`);
        }
      }
    }
    findings.push(...(await forgotten(page)));
  } finally {
    await context.close();
  }
  return findings;
}

/** Elements of tables, and how a screen reader hears of them. */
const heard = { table: 'table', tr: 'row', th: 'columnheader', td: 'cell' };

/** Elements of tables that a browser keeps from screen readers because of the way in which they are drawn. */
async function unheard(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const there = await page.evaluate(
    (names) => Object.fromEntries(names.map((name) => [name, globalThis.document.querySelectorAll(name).length])),
    Object.keys(heard),
  );
  return Object.entries(heard).flatMap(([name, role]) => {
    const said = nodes.filter((node) => !node.ignored && node.role.value === role).length;
    return said === there[name] ? [] : [`${said} of ${there[name]} ${name} are heard as ${role}`];
  });
}

/** Ticks each box, comes back, and says what is not as it was left. */
async function forgotten(page) {
  const boxes = page.locator('input[type=checkbox]');
  const count = await boxes.count();
  if (count === 0) return [];
  for (const box of await boxes.all()) await box.check();
  await page.reload({ timeout: patience });
  const ticked = await page.locator('input[type=checkbox]:checked').count();
  const said = await page.locator('output').textContent();
  return [
    ...(ticked === count ? [] : [{ place: 'memory', message: `${ticked} of ${count} boxes are ticked at the next visit` }]),
    ...(said === `${count} / ${count}` ? [] : [{ place: 'progress', message: `says ${said} and should say ${count} / ${count}` }]),
  ];
}
