/** Verifies a register in a process of its own, whose memory is that of the verifying: `node check.mjs TARGET`. */
import { readFileSync } from 'node:fs';
import { edge, openStorage, verify } from './register.mjs';

const storage = await openStorage(JSON.parse(process.argv[2]), edge);
const megabytes = () => Math.round(process.memoryUsage.rss() / 2 ** 20);
const memory = [];
const started = performance.now();
const { whole, events, faults } = await verify(storage, {
  anchors: [],
  now: edge.now(),
  told: (walked) => memory.push([walked, megabytes()]),
});
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage();
// Past the first tenth the rubbish of a young process is no longer what is measured.
const after = (part) => memory.find(([walked]) => walked >= events * part)?.[1] ?? megabytes();
/** What Linux says of this process alone: elsewhere the figure may be that of the one that started it. */
function most() {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024);
  } catch {
    return Math.round(process.resourceUsage().maxRSS / 1024);
  }
}
console.log(
  JSON.stringify({
    ...{ whole, events, faults: faults.slice(0, 3), seconds: Math.round(seconds * 10) / 10 },
    processorSeconds: Math.round((user + system) / 1e5) / 10,
    megabytes: { atTenth: after(0.1), atHalf: after(0.5), atEnd: after(1), most: most() },
  }),
);
await storage.close();
