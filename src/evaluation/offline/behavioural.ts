import { type AspectGrade, BEHAVIOURAL_ASPECTS } from '../grade.ts';
import {
  ACTION,
  type Cue,
  type Finding,
  findCues,
  LATIN_TERM,
  MEASURE,
  NAME,
  NUMBER,
  REFLECTION,
  RESULT,
  SITUATION,
  TASK,
} from './cues.ts';

type BehaviouralAspect = (typeof BEHAVIOURAL_ASPECTS)[number];

/** What a finding is worth on its scale, 1–5. The anchors stand in docs/grading.md. */
type Anchor = (finding: Finding) => number;

const atMost5 = (score: number): number => Math.min(5, Math.max(1, score));

const hasMeasure = (finding: Finding): boolean => finding.quote.search(MEASURE) >= 0;

const SCALES: Readonly<Record<BehaviouralAspect, { cues: readonly Cue[]; anchor: Anchor }>> = {
  situation: { cues: SITUATION, anchor: ({ kinds }) => [2, 3, 4, 5][kinds] ?? 5 },
  task: { cues: TASK, anchor: ({ kinds, times }) => (kinds > 1 ? 5 : times > 1 ? 4 : 3) },
  action: {
    cues: ACTION,
    anchor: ({ kinds, times }) => atMost5(1 + Math.min(times, 3) + (kinds > 1 ? 1 : 0)),
  },
  result: {
    cues: RESULT,
    anchor: (finding) => atMost5((finding.kinds > 1 ? 4 : 3) + (hasMeasure(finding) ? 1 : 0)),
  },
  reflection: { cues: REFLECTION, anchor: ({ kinds }) => (kinds > 1 ? 5 : 3) },
  specificity: {
    cues: [MEASURE, NUMBER, NAME, LATIN_TERM],
    anchor: ({ times }) => atMost5(1 + times),
  },
};

/** Grades a behavioural answer on the six scales by cues in English and Korean; what no cue shows is `null`. */
export const gradeBehaviouralOffline = (answer: string): AspectGrade[] =>
  BEHAVIOURAL_ASPECTS.map((aspect) => {
    const { cues, anchor } = SCALES[aspect];
    const finding = findCues(answer, cues);
    return finding === null
      ? { aspect, score: null, quote: null }
      : { aspect, score: anchor(finding), quote: finding.quote };
  });
