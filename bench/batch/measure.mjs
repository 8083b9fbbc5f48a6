// Documents per second and peak memory of batches: `node bench/batch/measure.mjs [people,people…] [jobs,jobs…] [formats] [runs]`.
// Each run is a process of its own; runs take turns, and the median counts. Peak memory is that of the whole process, all
// threads with it, as Linux has it.
import { kinds, runBatch } from './run-batch.mjs';

const numbers = (text) => text.split(',').map(Number);
const [people = '100,1000', jobs = '1,2', formats = 'docx,pdf', runs = '3'] = process.argv.slice(2);

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const results = new Map();
for (let run = 0; run < Number(runs); run += 1)
  for (const count of numbers(people))
    for (const threads of numbers(jobs)) {
      const key = `${count} people, ${threads} job${threads > 1 ? 's' : ''}`;
      results.set(key, [...(results.get(key) ?? []), await runBatch(count, threads, formats)]);
    }
console.log(`${kinds} as ${formats}; medians of ${runs}`);
for (const [key, all] of results) {
  const of = (name) => median(all.map((one) => one[name]));
  console.log(
    `${key}: ${all[0].files} files, ${of('seconds').toFixed(1)} s, ${of('perSecond').toFixed(1)} documents/s, ${of('perDocument').toFixed(2)} ms a document once running, ${Math.round(of('megabytes'))} MB at most`,
  );
}
