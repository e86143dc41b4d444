import type { Core } from '../core.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Interactions } from '../world/interactions.ts';
import type { UploadedFile } from './body.ts';

export type ApiRequest = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly json: unknown;
  readonly files: readonly UploadedFile[];
};

export type ApiResponse = { readonly status: number; readonly body?: unknown };

export type Server = {
  readonly core: Core;
  readonly gateway: Gateway;
  readonly interactions: Interactions;
  gatewayUrl(): string;
};

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/channels/:channel/messages` */
  readonly path: string;
  /** Interaction endpoints are authorised by their token and free of the global limit (topics/rate-limits.mdx). */
  readonly byToken?: true;
  /** Calls that may be made in a row; Discord does not publish these, so the order of magnitude is what counts. */
  readonly limit?: readonly [calls: number, windowMs: number];
  readonly handle: (request: ApiRequest, server: Server) => ApiResponse;
};

export const ok = (body: unknown): ApiResponse => ({ status: 200, body });
export const NO_CONTENT: ApiResponse = { status: 204 };
