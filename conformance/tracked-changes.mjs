/** Word files whose tracked changes LibreOffice accepts or rejects. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './program.mjs';

/** What is done to all changes of a file. */
export const decisions = { accept: '.uno:AcceptAllTrackedChanges', reject: '.uno:RejectAllTrackedChanges' };

const library = (kind, attributes, content) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${kind} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${kind.split(':')[1]}.dtd">\n` +
  `<${kind} ${attributes}>${content}</${kind}>\n`;

/** Opens a file without a window, carries out a command and saves the words. */
const macro = `
Sub Settle(source As String, command As String, target As String)
  Dim opening(1) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden"
  opening(0).Value = True
  opening(1).Name = "FilterName"
  opening(1).Value = "MS Word 2007 XML"
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, opening())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  Dim none()
  dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, none())
  Dim saving(1) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName"
  saving(0).Value = "Text (encoded)"
  saving(1).Name = "FilterOptions"
  saving(1).Value = "UTF8"
  document.storeToURL(target, saving())
  document.close(True)
End Sub
`;

/** A profile with the macro; the suite has to make a profile by itself before anything can be put into it. */
export async function openTrackedChanges(scratch) {
  const profile = join(scratch, 'profile-tracked-changes');
  const base = ['-env:UserInstallation=' + pathToFileURL(profile).href, '--headless', '--norestore'];
  await run('soffice', [...base, '--terminate_after_init'], { timeout: 90_000 });
  const folder = join(profile, 'user/basic/Standard');
  mkdirSync(folder, { recursive: true });
  const names =
    'xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"';
  writeFileSync(join(folder, 'script.xlb'), library('library:library', names, '<library:element library:name="Redline"/>'));
  writeFileSync(
    join(folder, 'Redline.xba'),
    library('script:module', 'xmlns:script="http://openoffice.org/2000/script" script:name="Redline" script:language="StarBasic"', macro),
  );
  let count = 0;
  // The suite starts once for one profile at a time.
  let queue = Promise.resolve();

  /** The words of the file after the decision, or null when there are none. */
  return (path, decision) => {
    const turn = queue.then(async () => {
      const target = join(scratch, `settled-${(count += 1)}.txt`);
      const args = [pathToFileURL(path).href, decisions[decision], pathToFileURL(target).href].map((one) => `"${one}"`).join(',');
      await run('soffice', [...base, `macro:///Standard.Redline.Settle(${args})`], { timeout: 60_000 });
      return existsSync(target) ? readFileSync(target, 'utf8') : null;
    });
    queue = turn.catch(() => {});
    return turn;
  };
}
