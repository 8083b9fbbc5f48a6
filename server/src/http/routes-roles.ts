/** Roles, and proposals to word them otherwise. */
import { namedRoles, readRole } from 'rolewright';
import { lifeOf } from '../register/ask.js';
import { approve, digest, returnProposal, roleFile, shownOf } from '../register/proposals.js';
import { commitWritten } from './committed.js';
import { after, limit, pageOf } from './paging.js';
import { plainProposal } from './plain.js';
import { refuse } from './problem.js';
import { bodyOf, visitorOf } from './route.js';
import type { Asked, Reply, Route } from './route.js';
import { heldRoles, proposalFound, seen } from './within.js';

/** Roles that are seen: all of them, or those that somebody in one’s departments holds. */
async function isSeen(role: string, asked: Asked): Promise<boolean> {
  const held = await heldRoles(asked.service.storage.read, asked.reach);
  return held === 'all' || held.has(role);
}

async function proposalTold(asked: Asked): Promise<Reply> {
  const proposal = await proposalFound(asked);
  const { storage } = asked.service;
  const { text, seen: hash } = await shownOf(proposal, asked.setting());
  const { last } = await lifeOf('proposal', proposal.id, storage.read);
  const { author = null, summary = null } = last.proposed?.payload ?? {};
  return { data: { ...plainProposal(proposal), author, summary, text, seen: hash } };
}

interface Decided {
  readonly seen: string;
  readonly comment?: string;
}

export const roleRoutes: readonly Route[] = [
  {
    id: 'listRoles',
    method: 'GET',
    path: '/api/v1/roles',
    right: 'roles.read',
    answers: 'register#Roles',
    async run(asked) {
      const held = await heldRoles(asked.service.storage.read, asked.reach);
      const desk = asked.service.desk();
      const items = namedRoles(desk)
        .filter(({ id }) => held === 'all' || held.has(id))
        .map(({ id, workspace }) => ({ id, own: workspace === desk.workspace }));
      return { data: { items } };
    },
  },
  {
    id: 'readRole',
    method: 'GET',
    path: '/api/v1/roles/{role}',
    right: 'roles.read',
    answers: 'register#Role',
    async run(asked) {
      const id = asked.params['role'] ?? '';
      const desk = asked.service.desk();
      const found = (await isSeen(id, asked)) ? namedRoles(desk).find((one) => one.id === id) : undefined;
      if (!found) throw refuse('http-not-found');
      const own = roleFile(id, desk);
      const { role } = readRole(found.workspace, found.path, desk.shelf);
      if (!role) throw refuse('http-not-found');
      return {
        data: { id, own: own !== null, base: own ? digest(own.bytes) : null, text: own ? new TextDecoder().decode(own.bytes) : null, role },
      };
    },
  },
  {
    id: 'listProposals',
    method: 'GET',
    path: '/api/v1/proposals',
    right: 'proposals.read',
    query: { after, limit, state: { enum: ['proposed', 'returned', 'approved', 'withdrawn'] } },
    answers: 'register#Proposals',
    async run(asked) {
      const { read } = asked.service.storage;
      const state = asked.query['state'] as string | undefined;
      const held = await heldRoles(read, asked.reach);
      const { rows, next } = await seen(
        (page) => read.proposals({ ...page, ...(state !== undefined && { state }) }),
        async ({ role }) => held === 'all' || held.has(role ?? ''),
        pageOf(asked),
      );
      return { data: { items: rows.map(plainProposal), next } };
    },
  },
  {
    id: 'readProposal',
    method: 'GET',
    path: '/api/v1/proposals/{proposal}',
    right: 'proposals.read',
    answers: 'register#ProposalShown',
    run: proposalTold,
  },
  {
    id: 'propose',
    method: 'POST',
    path: '/api/v1/proposals',
    right: 'proposals.make',
    body: 'register#NewProposal',
    answers: 'register#Proposed',
    once: true,
    async run(asked) {
      const said = bodyOf<{ role: string; content: string; summary: string; base: string | null }>(asked);
      // Somebody new has no holder yet: whoever sees everything may propose it.
      if (!(await isSeen(said.role, asked))) throw refuse('http-not-found');
      const { say } = asked.service.texts(asked.language);
      const words = { newRole: say('proposals.newRole'), otherBytes: say('proposals.otherBytes') };
      const { actor } = visitorOf(asked);
      const data = await asked.service.crew.run<object>('propose', { ...said, words }, { actor, language: asked.language });
      return { status: 201, data };
    },
  },
  {
    id: 'approve',
    method: 'POST',
    path: '/api/v1/proposals/{proposal}/approval',
    right: 'proposals.decide',
    body: 'register#Approval',
    answers: 'nothing',
    fresh: true,
    async run(asked) {
      const proposal = await proposalFound(asked);
      const { seen: hash, comment } = bodyOf<Decided>(asked);
      const { path } = await approve(proposal, { seen: hash, comment }, asked.setting());
      await commitWritten([path], asked);
      return {};
    },
  },
  {
    id: 'returnProposal',
    method: 'POST',
    path: '/api/v1/proposals/{proposal}/return',
    right: 'proposals.decide',
    body: 'register#Return',
    answers: 'nothing',
    fresh: true,
    async run(asked) {
      const proposal = await proposalFound(asked);
      const { seen: hash, comment } = bodyOf<Decided>(asked);
      await returnProposal(proposal, { seen: hash, comment }, asked.setting());
      return {};
    },
  },
];
