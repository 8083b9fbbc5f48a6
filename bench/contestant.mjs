/**
 * One contestant in a process of its own, so that nobody pays for another's garbage or is slowed down by another's types.
 * Started with a module and the name of an export (or none, when the module itself is the contestant).
 */
const [file, name] = process.argv.slice(2);
let print;
let ready;

const answers = {
  async prepare({ content }) {
    const module = await import(file);
    const { title, format, packages, turns, prepare, ...own } = name ? module[name] : module;
    print = await prepare(content);
    ready = own.ready ?? ((given) => given);
    return { title, format, packages, turns };
  },
  print: ({ content, at }) => print(ready(content, at)),
  /** Milliseconds for each content, made ready beforehand; of several not for the first, which brings the processor's caches back. */
  async time({ contents, at }) {
    const times = [];
    for (const one of contents.map((content, turn) => ready(content, at + turn))) {
      const start = performance.now();
      await print(one);
      times.push(performance.now() - start);
    }
    return times.length > 1 ? times.slice(1) : times;
  },
};

process.on('message', async ({ ask, ...given }) => {
  try {
    process.send({ answer: await answers[ask](given) });
  } catch (error) {
    process.send({ failure: error.message });
  }
});
