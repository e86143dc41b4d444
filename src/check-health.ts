/** Exit code 0 when the process that listens on `HEALTH_PORT` is alive: for a container's health check. */
import { readConfig } from './config.ts';

const { HEALTH_PORT } = readConfig(process.env);
const answer = await fetch(`http://127.0.0.1:${HEALTH_PORT}/healthz`).catch(() => null);
process.exitCode = answer?.ok ? 0 : 1;
