import { enableCompileCache } from 'node:module';

/**
 * What `npm start` runs: the program, with the code that Node compiles kept for the next start, which then takes half the time.
 * Node's cache lies in the system's folder for temporary files; where that cannot be written, nothing is kept and nothing fails.
 * It must be on before anything else is loaded, hence a file of its own.
 */
enableCompileCache();
await import('./main.ts');
