/**
 * Our Word file through LibreOffice, as users of Word templates get their PDF: started for each document, and kept
 * running with a macro that waits for files. It is given a finished file, always the same one, since it keeps nothing
 * of a file for the next.
 */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { jobs, print } from '../job.mjs';

const office = 'DOCX by Rolewright, LibreOffice';
/** It is slow: this many documents in every so many rounds, and no need to warm up what is started anew. */
export const started = {
  title: `${office} started per document`,
  format: 'pdf',
  packages: [],
  turns: { every: 2, documents: 1, warm: false },
  prepare: startEach,
};
export const kept = {
  title: `${office} kept running`,
  format: 'pdf',
  packages: [],
  turns: { every: 1, documents: 2, warm: true },
  prepare: keepRunning,
};

/** The second person of the row is the one whose words are looked up before anybody is timed. */
const example = 1;

async function desk() {
  let version;
  try {
    version = execFileSync('soffice', ['--version'], { encoding: 'utf8', timeout: 60_000 }).trim();
  } catch {
    throw new Error('LibreOffice (soffice) is not installed');
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-office-'));
  process.on('exit', () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  process.on('disconnect', () => {
    process.exit();
  });
  writeFileSync(join(folder, 'document.docx'), await print(jobs.same(example), 'docx'));
  const profile = join(folder, 'profile');
  return {
    version,
    folder,
    profile,
    base: [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore'],
    pdf: join(folder, 'document.pdf'),
  };
}

async function startEach() {
  const { folder, base, pdf } = await desk();
  const run = promisify(execFile);
  return async () => {
    await run('soffice', [...base, '--convert-to', 'pdf', '--outdir', folder, join(folder, 'document.docx')]);
    return readFileSync(pdf);
  };
}

const library = (kind, attributes, content) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${kind} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${kind.split(':')[1]}.dtd">\n<${kind} ${attributes}>${content}</${kind}>\n`;

/** As a server of conversions does it: load, store, close, in a process that stays. */
const macro = `
Sub Serve(folder As String)
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden"
  opening(0).Value = True
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName"
  saving(0).Value = "writer_pdf_Export"
  Do
    If FileExists(folder + "/asked") Then
      Kill folder + "/asked"
      document = StarDesktop.loadComponentFromURL(folder + "/document.docx", "_blank", 0, opening())
      document.storeToURL(folder + "/unfinished.pdf", saving())
      document.close(True)
      Name folder + "/unfinished.pdf" As folder + "/document.pdf"
    End If
    Wait 1
  Loop
End Sub
`;

async function keepRunning() {
  const { folder, profile, base, pdf } = await desk();
  // The suite has to make a profile by itself before anything can be put into it.
  execFileSync('soffice', [...base, '--terminate_after_init'], { timeout: 90_000 });
  const basic = join(profile, 'user/basic/Standard');
  mkdirSync(basic, { recursive: true });
  const names =
    'xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"';
  writeFileSync(join(basic, 'script.xlb'), library('library:library', names, '<library:element library:name="Bench"/>'));
  writeFileSync(
    join(basic, 'Bench.xba'),
    library('script:module', 'xmlns:script="http://openoffice.org/2000/script" script:name="Bench" script:language="StarBasic"', macro),
  );
  const suite = spawn('soffice', [...base, `macro:///Standard.Bench.Serve("${pathToFileURL(folder).href}")`], {
    stdio: 'ignore',
    detached: true,
  });
  process.on('exit', () => {
    // The program is a script that starts another.
    process.kill(-suite.pid, 'SIGKILL');
  });
  return async () => {
    rmSync(pdf, { force: true });
    writeFileSync(join(folder, 'asking'), '');
    renameSync(join(folder, 'asking'), join(folder, 'asked'));
    for (const end = performance.now() + 60_000; !existsSync(pdf); await setTimeout(1))
      if (performance.now() > end) throw new Error('LibreOffice has not answered for a minute');
    return readFileSync(pdf);
  };
}
