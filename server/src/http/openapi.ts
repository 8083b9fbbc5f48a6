/** The table of routes as an OpenAPI 3.1 document, in words of a language. */
import type { Locale } from 'rolewright';
import { neverByKey } from '../access/keys.js';
import { schemaFiles } from './check.js';
import { largestBody } from './body.js';
import { tokenHeader } from './guard.js';
import type { Route, SchemaId } from './route.js';
import type { Service } from './service.js';

/** `people#Person` as a component of the document. */
const component = (id: string): object => ({ $ref: `#/components/schemas/${id.split('#').at(-1) ?? ''}` });

/** References between our files as references within the document. */
const within = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(within);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) =>
      key === '$ref' && typeof value === 'string' ? [key, `#/components/schemas/${value.split('/').at(-1) ?? ''}`] : [key, within(value)],
    ),
  );
};

/** Whether a key can open a route. */
const isForPrograms = ({ right, anyKey, fresh }: Route): boolean =>
  !fresh && (right === 'signed-in' ? anyKey === true : right !== 'anyone' && !neverByKey.includes(right));

export function openApi(
  routes: readonly Route[],
  { own, texts, version, placement }: Pick<Service, 'own' | 'texts' | 'version' | 'placement'>,
  language: Locale,
): object {
  const { say } = texts(language);
  const schemas = Object.fromEntries(
    schemaFiles(own).flatMap(({ $defs }) => Object.entries($defs).map(([name, one]) => [name, within(one)])),
  );
  const problem = {
    description: say('openapi.problem'),
    content: { 'application/problem+json': { schema: component('session#Problem') } },
  };
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const parameters = [
      ...[...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...Object.entries(route.query ?? {}).map(([name, schema]) => ({ name, in: 'query', schema })),
      ...(route.once ? [{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string', minLength: 8, maxLength: 100 } }] : []),
      ...(route.readBy ? [{ name: 'If-Match', in: 'header', schema: { type: 'string', maxLength: 200 } }] : []),
    ];
    (paths[route.path] ??= {})[route.method.toLowerCase()] = {
      operationId: route.id,
      summary: say(`routes.${route.id}`),
      ...(route.right !== 'anyone' && {
        description: route.right === 'signed-in' ? say('openapi.signedIn') : say('openapi.right', { right: route.right }),
      }),
      ...(parameters.length > 0 && { parameters }),
      ...(route.body &&
        !route.upload && { requestBody: { required: true, content: { 'application/json': { schema: component(route.body) } } } }),
      ...(route.upload && {
        requestBody: {
          required: true,
          content: route.body
            ? {
                'multipart/form-data': {
                  schema: {
                    type: 'object',
                    required: ['body', 'file'],
                    properties: { body: component(route.body), file: { type: 'string', format: 'binary' } },
                  },
                },
              }
            : Object.fromEntries(route.upload.types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])),
        },
      }),
      security: route.right === 'anyone' ? [] : [{ session: [], token: [] }, ...(isForPrograms(route) ? [{ key: [] }] : [])],
      responses: { ...answerOf(route.answers, say('openapi.answer')), default: problem },
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: say('openapi.title'), version, description: say('openapi.about', { limit: largestBody }) },
    servers: [{ url: placement.basePath === '' ? '/' : placement.basePath }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-rolewright-session' },
        token: { type: 'apiKey', in: 'header', name: tokenHeader },
        key: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function answerOf(answers: SchemaId | 'file' | 'nothing', description: string): object {
  if (answers === 'nothing') return { '204': { description } };
  if (answers === 'file')
    return { '200': { description, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } } };
  return { '200': { description, content: { 'application/json': { schema: component(answers) } } } };
}
