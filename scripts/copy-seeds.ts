import { cpSync } from 'node:fs';

/** What the compiler leaves behind: the questions themselves, beside the built loader that reads them. */
cpSync('seeds', 'dist/seeds', { recursive: true, filter: (path) => !path.endsWith('.ts') });
