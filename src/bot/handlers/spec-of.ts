import type { ClaimedJob, JobKind, JobSpec } from '../../jobs/job.ts';

/** The job's data as that of the kind which the handler was registered for. */
export function specOf<K extends JobKind>(job: ClaimedJob, kind: K): Extract<JobSpec, { kind: K }> {
  const { spec } = job;
  if (spec.kind !== kind) throw new Error(`A job of kind ${spec.kind} came to the handler of ${kind}.`);
  return spec as Extract<JobSpec, { kind: K }>;
}
