import { ApiError } from '../api-error.ts';
import { callbackRoute } from './callback.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { messageRoutes } from './messages.ts';
import { otherRoutes } from './others.ts';
import type { Route } from './route.ts';
import { webhookRoutes } from './webhooks.ts';

export type Routed = { readonly route: Route; readonly params: Readonly<Record<string, string>> };

/** Finds the route of a request. */
export function createRouter(): (method: string, path: string) => Routed {
  const routes: readonly Route[] = [
    ...otherRoutes,
    ...commandRoutes(),
    ...channelRoutes,
    ...messageRoutes,
    callbackRoute,
    ...webhookRoutes,
  ];
  const patterns = routes.map((route) => ({ route, pattern: patternOf(route.path) }));

  return (method, encoded) => {
    const path = encoded.replaceAll('%40', '@');
    const matching = patterns.flatMap(({ route, pattern }) => {
      const match = pattern.exec(path);
      return match ? [{ route, params: decoded(match.groups ?? {}) }] : [];
    });
    if (matching.length === 0) throw new ApiError(404, 0, '404: Not Found');
    const found = matching.find(({ route }) => route.method === method);
    if (!found) throw new ApiError(405, 0, '405: Method Not Allowed');
    return found;
  };
}

function patternOf(path: string): RegExp {
  const source = path.replace(
    /:(\w+)/g,
    (_, name: string) => `(?<${name}>${NUMBERS.has(name) ? '\\d+|@\\w+' : '[^/]+'})`,
  );
  return new RegExp(`^${source}$`);
}

/** Parameters that are ids, or a name such as `@me` and `@original`. */
const NUMBERS = new Set(['channel', 'message', 'guild', 'user', 'application', 'command', 'interaction']);

function decoded(groups: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]));
}
