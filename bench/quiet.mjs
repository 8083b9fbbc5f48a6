/** Whether the machine has nothing else to do: figures of a busy one are about its other work. */
import { cpus, loadavg } from 'node:os';

/** More than this part of the cores at work in the last minute is somebody else. */
const most = 0.25;

/** Says the load, and ends the process with a line that says what to do where there is too much of it. Windows knows no load. */
export function assertQuiet() {
  const [load = 0] = loadavg();
  const cores = cpus().length;
  console.log(`Load before the start: ${load.toFixed(2)} on ${cores} cores.`);
  if (load <= most * cores) return;
  console.error(`The machine is busy: figures would be wrong. Wait until the load is below ${(most * cores).toFixed(2)}.`);
  process.exit(1);
}
