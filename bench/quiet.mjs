/** Whether the machine has nothing else to do: figures of a busy one are about its other work. */
import { cpus, loadavg } from 'node:os';
import { setTimeout } from 'node:timers/promises';

/** More than this part of the cores at work in the last minute is somebody else. */
const most = 0.25;

/** What installs and builds before a run makes a load of its own, which is over within these milliseconds. */
const patience = 180_000;
const pause = 5_000;

/** Says the load, and ends the process with a line that says what to do where it stays too high. Windows knows no load. */
export async function assertQuiet() {
  const cores = cpus().length;
  for (let waited = 0; loadavg()[0] > most * cores && waited < patience; waited += pause) await setTimeout(pause);
  const [load = 0] = loadavg();
  console.log(`Load before the start: ${load.toFixed(2)} on ${cores} cores.`);
  if (load <= most * cores) return;
  console.error(`The machine is busy: figures would be wrong. Wait until the load is below ${(most * cores).toFixed(2)}.`);
  process.exit(1);
}
