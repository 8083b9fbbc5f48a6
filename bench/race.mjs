/**
 * Everybody prints the same documents in turn, in a process of its own: the words of one role for one person after another, or
 * words that are new in each document.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { contentOf } from './content.mjs';
import { jobs, treeOf } from './job.mjs';
import { assertSameWords } from './sameness.mjs';
import { summary } from './statistics.mjs';

/** Everybody has the same time to get warm. */
const warmUp = { documents: 1000, milliseconds: 4000 };
const rounds = 12;
/** Everybody has about the same time in a turn, but no more documents than this: in longer ones quick contestants are as warm as slow ones. */
export const turn = { milliseconds: 300, documents: 48 };
/** In every so many rounds so many documents, after one that is not counted; null for as many as a turn has time for. */
const usualTurns = { every: 1, documents: null, warm: true };

/** Contestants that are not peers are ours, and make the words themselves. */
const isPeer = (file) => file.startsWith('peers/');

/**
 * What each entrant, a file and the name of an export, takes for a document: title, format, packages, median and spread in ms,
 * bytes. `words` are “same” or “new”. Who cannot take part is left out, with a line that says why.
 */
export async function race(entrants, words) {
  const contentsFrom = (at, count) => Array.from({ length: count }, (_, next) => contentOf(treeOf(jobs[words](at + next))));
  const contentsFor = ({ file }, contents) => (isPeer(file) ? contents : contents.map(() => words));
  const [first, second] = contentsFrom(0, 2);

  /** Starts a contestant and lets it show that it prints all words; null when it cannot. */
  async function admit([file, name]) {
    const module = [new URL(file, import.meta.url).href, name ?? ''];
    // React, which one of them rests on, is slower when it is not told that this is production.
    const child = fork(new URL('contestant.mjs', import.meta.url), module, {
      serialization: 'advanced',
      env: { ...process.env, NODE_ENV: 'production' },
    });
    const exit = once(child, 'exit').then(() => [{ failure: 'its process has ended' }]);
    const ask = async (question) => {
      child.send(question);
      const [{ answer, failure }] = await Promise.race([once(child, 'message'), exit]);
      if (failure) throw new Error(failure);
      return answer;
    };
    try {
      const { turns, ...prepared } = await ask({ ask: 'prepare', content: first });
      const contestant = { ...prepared, file, turns: { ...usualTurns, ...turns }, ask, stop: () => child.disconnect(), times: [] };
      const [content] = contentsFor(contestant, [second]);
      const bytes = await ask({ ask: 'print', content, at: 1 });
      if (!file.startsWith('limit')) assertSameWords(second, bytes, contestant.format);
      return { ...contestant, id: [file, ...(isPeer(file) && name ? [name] : [])].join(' '), bytes: bytes.length };
    } catch (error) {
      child.kill();
      if (!isPeer(file)) throw error;
      console.log(`Skipped ${[file, name].filter(Boolean).join(' ')}: ${error.message}`);
      return null;
    }
  }

  const contestants = [];
  for (const entrant of entrants) contestants.push(await admit(entrant));
  const admitted = contestants.filter((one) => one !== null);

  for (const contestant of admitted) {
    if (!contestant.turns.warm) continue;
    const start = performance.now();
    const documents = contestant.turns.documents ?? 4;
    const times = [];
    for (let at = 2; at < 2 + warmUp.documents && performance.now() - start < warmUp.milliseconds; at += documents) {
      times.push(...(await contestant.ask({ ask: 'time', contents: contentsFor(contestant, contentsFrom(at, documents)), at })));
    }
    contestant.turns.documents ??= Math.min(turn.documents, Math.ceil(turn.milliseconds / summary(times.slice(-20)).median));
  }
  for (let round = 0; round < rounds; round += 1) {
    const at = 2 + warmUp.documents + round * (turn.documents + 1);
    const contents = contentsFrom(at, turn.documents + 1);
    // Another one begins each round.
    for (const place of admitted.keys()) {
      const contestant = admitted[(place + round) % admitted.length];
      const { every, documents, warm } = contestant.turns;
      if (round % every !== 0 || contestant.gone) continue;
      try {
        contestant.times.push(
          ...(await contestant.ask({ ask: 'time', contents: contentsFor(contestant, contents.slice(0, documents + (warm ? 1 : 0))), at })),
        );
      } catch (error) {
        // An office suite may stop answering; what it has done until then counts.
        if (!isPeer(contestant.file)) throw error;
        console.log(`${contestant.title} is left alone after ${contestant.times.length} documents: ${error.message}`);
        contestant.gone = true;
      }
    }
  }
  for (const contestant of admitted) contestant.stop();
  return admitted.filter(({ times }) => times.length > 0).map((one) => ({ ...one, ...summary(one.times) }));
}

/** Ours beside everybody else of the same format. */
export const comparisons = (results, row, bars) =>
  results
    .filter(({ file }) => file === 'ours.mjs')
    .flatMap((ours) =>
      results.filter((one) => one.format === ours.format && one.file !== 'ours.mjs').map((one) => row(ours, one, bars[one.id])),
    );
