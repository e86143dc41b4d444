import { isDeepStrictEqual } from 'node:util';
import { isJson, type Json } from '../../support/json.ts';
import { refusal, refuseFor } from '../api-error.ts';
import type { Core } from '../core.ts';
import { checkCommand } from '../rules/commands.ts';
import { demandObject } from '../rules/schema.ts';
import { NO_CONTENT, ok, type Route, type Server } from './route.ts';

/** interactions/application-commands.mdx, Registering a Command: 100 slash, 15 user and 15 message commands. */
const MAX_BY_TYPE: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };
/** Same page, Creating: 200 a day. */
const CREATES_A_DAY = 200;

const keyOf = (command: Json) => `${command['type'] ?? 1}/${command['name']}`;

/** What Discord adds and fills in; options that are absent stay so. */
function stored(core: Core, command: Json, before: Json | undefined): Json {
  const permissions = command['default_member_permissions'];
  const filled: Json = {
    dm_permission: true,
    nsfw: false,
    ...command,
    type: command['type'] ?? 1,
    description: command['description'] ?? '',
    name_localizations: command['name_localizations'] ?? null,
    description_localizations: command['description_localizations'] ?? null,
    default_member_permissions: permissions == null ? null : String(permissions),
    contexts: command['contexts'] ?? null,
    integration_types: command['integration_types'] ?? [0],
    application_id: core.applicationId,
  };
  if (!before) return { ...filled, id: core.newId(), version: core.newId() };
  const same = isDeepStrictEqual({ ...before, id: 0, version: 0 }, { ...filled, id: 0, version: 0 });
  return { ...filled, id: before['id'], version: same ? before['version'] : core.newId() };
}

/** Localisations are left out unless asked for (application-commands.mdx, Get Global Application Commands). */
function shown(value: Json, withLocalizations: boolean): Json {
  if (withLocalizations) return value;
  const entries = Object.entries(value)
    .filter(([name]) => name !== 'name_localizations' && name !== 'description_localizations')
    .map(([name, field]) => [name, Array.isArray(field) ? field.map((item) => inner(item)) : field]);
  return Object.fromEntries(entries);
}
const inner = (item: unknown): unknown => (isJson(item) ? shown(item, false) : item);

function demandOwnApplication({ core }: Server, id: string | undefined): void {
  if (id !== core.applicationId) throw refusal(20012);
}

export function commandRoutes(): readonly Route[] {
  let created = 0;
  const countCreate = () => {
    created += 1;
    if (created > CREATES_A_DAY) throw refusal(30034);
  };
  const put: Route['handle'] = ({ params, json }, server) => {
    const { core } = server;
    demandOwnApplication(server, params['application']);
    if (!Array.isArray(json)) throw refusal(50035);
    const list = json.map((command) => demandObject(command));
    list.forEach((command, index) => {
      checkCommand('update', command, [index]);
      if (list.slice(0, index).some((earlier) => keyOf(earlier) === keyOf(command))) {
        const message = 'Application command names must be unique';
        refuseFor([{ path: [index], code: 'APPLICATION_COMMANDS_DUPLICATE_NAME', message }]);
      }
    });
    for (const [type, max] of Object.entries(MAX_BY_TYPE)) {
      if (list.filter((command) => (command['type'] ?? 1) === Number(type)).length > max)
        throw refusal(30032);
    }
    const before = [...core.commands.values()];
    const after = list.map((command) => {
      const same = before.find((earlier) => keyOf(earlier) === keyOf(command));
      if (!same) countCreate();
      const { id: _id, ...rest } = command;
      return stored(core, rest, same);
    });
    core.commands.clear();
    for (const command of after) core.commands.set(String(command['id']), command);
    core.changed();
    return ok(after);
  };
  const post: Route['handle'] = ({ params, json }, server) => {
    const { core } = server;
    demandOwnApplication(server, params['application']);
    const command = demandObject(json);
    checkCommand('create', command);
    const same = [...core.commands.values()].find((earlier) => keyOf(earlier) === keyOf(command));
    if (!same) countCreate();
    // "Creating a command with the same name … will overwrite the old command" (same section).
    const made = stored(core, command, same);
    core.commands.set(String(made['id']), made);
    core.changed();
    return { status: same ? 200 : 201, body: made };
  };
  const COMMANDS = '/applications/:application/commands';
  return [
    {
      method: 'GET',
      path: COMMANDS,
      handle: ({ params, query }, server) => {
        demandOwnApplication(server, params['application']);
        const all = query.get('with_localizations') === 'true';
        return ok([...server.core.commands.values()].map((command) => shown(command, all)));
      },
    },
    { method: 'PUT', path: COMMANDS, limit: [5, 20_000], handle: put },
    { method: 'POST', path: COMMANDS, limit: [5, 20_000], handle: post },
    {
      method: 'GET',
      path: `${COMMANDS}/:command`,
      handle: (request, server) => ok(commandOf(request, server)),
    },
    { method: 'PATCH', path: `${COMMANDS}/:command`, limit: [5, 20_000], handle: patch },
    {
      method: 'DELETE',
      path: `${COMMANDS}/:command`,
      limit: [5, 20_000],
      handle: (request, server) => {
        server.core.commands.delete(String(commandOf(request, server)['id']));
        server.core.changed();
        return NO_CONTENT;
      },
    },
  ];
}

type Request = Parameters<Route['handle']>[0];

function commandOf({ params }: Request, server: Server): Json {
  demandOwnApplication(server, params['application']);
  const command = server.core.commands.get(params['command'] ?? '');
  if (!command) throw refusal(10063);
  return command;
}

function patch(request: Request, server: Server) {
  const before = commandOf(request, server);
  const change = demandObject(request.json);
  checkCommand('patch', change);
  const { id: _id, version: _version, application_id: _application, ...rest } = before;
  const made = stored(server.core, { ...rest, ...change }, before);
  server.core.commands.set(String(made['id']), made);
  server.core.changed();
  return ok(made);
}
