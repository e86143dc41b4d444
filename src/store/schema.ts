import type { Generated } from 'kysely';

/** Rows as the database has them: times in milliseconds, booleans as 0 and 1, JSON as text. The migrations say what each is for. */
export type Database = {
  account: AccountRow;
  identity: IdentityRow;
  link_code: LinkCodeRow;
  attempt: { subject_hash: string; failures: number; last_at: number; locked_until: number };
  account_alias: { id: string; account_id: string; merged_at: number };
  form_draft: { identity_id: string; fields: string; saved_at: number };
  cv: CvRow;
  cv_question: CvQuestionRow;
  question: QuestionRow;
  behavioural_question: BehaviouralQuestionRow;
  seed_digest: { name: string; digest: string };
  session: SessionRow;
  interaction: InteractionRow;
  event: { id: string; received_at: number };
  job: JobRow;
  model_call: ModelCallRow;
  peer_rating: { interaction_id: string; account_id: string; score: number; rated_at: number };
  sent_message: {
    conversation: string;
    message_key: string;
    ref: string;
    sent_at: number;
    account_id: string | null;
  };
  quota_grant: QuotaGrantRow;
  spent_quota: { identity_hash: string; interview_hash: string; counted: number; day: number };
  kept_ban: { identity_hash: string; banned_at: number };
  erasure: { id: string; erased_at: number };
  audit: AuditRow;
  question_import: QuestionImportRow;
  setting: { place: string; name: string; value: string };
  revision: { name: string; version: number };
};

export type AccountRow = {
  id: string;
  locale: string;
  consent_at: number | null;
  consent_providers: string;
  consent_asked: string | null;
  pending_cv: string | null;
  session_quota: number | null;
  role: string;
  banned_at: number | null;
  created_at: number;
  version: number;
  username: string | null;
  username_key: string | null;
  name: string | null;
  email: string | null;
  password_hash: string | null;
};

export type IdentityRow = {
  id: string;
  account_id: string;
  name: string;
  created_at: number;
  conversation: string | null;
};

export type LinkCodeRow = {
  code_hash: string;
  account_id: string;
  identity_id: string | null;
  expires_at: number;
};

export type CvRow = {
  id: string;
  account_id: string;
  sha256: string;
  file_name: string;
  pages: number;
  text: string;
  uploaded_at: number;
  expires_at: number;
};

export type CvQuestionRow = {
  id: string;
  cv_id: string;
  position: string;
  locale: string;
  ordinal: number;
  question: string;
  quote: string;
  source: string;
  created_at: number;
  used_at: number | null;
};

export type QuestionRow = {
  id: string;
  position: string;
  topic: string;
  question: string;
  example_answer: string;
  difficulty: number | null;
  key_points: string;
  key_points_derived: number;
  question_ko: string | null;
  example_answer_ko: string | null;
  source: string;
  active: number;
  edited_at: number | null;
  import_id: string | null;
};

export type BehaviouralQuestionRow = {
  id: string;
  competency: string;
  texts: string;
  active: number;
  edited_at: number | null;
};

export type SessionRow = {
  id: string;
  account_id: string;
  conversation: string;
  thread: string | null;
  cv_in_thread: number;
  status: string;
  format: string;
  position: string | null;
  topic: string | null;
  cv_id: string | null;
  current_interaction_id: string | null;
  asked: number;
  counted: number;
  overall: string | null;
  started_at: number;
  last_activity_at: number;
  finished_at: number | null;
  version: number;
};

export type InteractionRow = {
  id: string;
  session_id: string;
  account_id: string;
  ordinal: number;
  kind: string;
  question_id: string;
  topic: string | null;
  asked: string;
  status: string;
  parts: string;
  last_part_at: number | null;
  revision: number;
  score: number | null;
  grade: string | null;
  grade_is_final: number;
  follow_up: string | null;
  disputed_at: number | null;
  asked_at: number;
};

export type JobRow = {
  seq: Generated<number>;
  id: string;
  kind: string;
  pool: string;
  lane: string;
  conversation: string | null;
  payload: string;
  status: string;
  run_at: number;
  attempts: number;
  lease_token: string | null;
  error: string | null;
  created_at: number;
  request_id: string | null;
  account_id: string | null;
};

export type QuotaGrantRow = {
  id: string;
  account_id: string;
  count: number;
  expires_at: number | null;
  granted_by: string;
  reason: string;
  granted_at: number;
};

export type ModelCallRow = {
  id: string;
  at: number;
  account_id: string | null;
  provider: string;
  model: string | null;
  purpose: string;
  prompt_version: string;
  latency_ms: number;
  first_byte_ms: number | null;
  input_tokens: number | null;
  output_tokens: number | null;
  cost_micros: number | null;
  outcome: string;
  error_code: string | null;
};

export type AuditRow = {
  id: string;
  at: number;
  actor: string;
  actor_name: string;
  place: string | null;
  action: string;
  subject: string | null;
  detail: string | null;
};

export type QuestionImportRow = {
  id: string;
  file_name: string;
  imported_by: string;
  questions: number;
  status: string;
  at: number;
  payload: string | null;
};
