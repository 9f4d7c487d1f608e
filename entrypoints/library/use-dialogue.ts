import { useState } from 'preact/hooks';
import type { Knowledge } from '@/utils/doctor/knowledge';
import { answer, questionsFor, type Answers, type Question } from '@/utils/doctor/questions';

interface Dialogue {
  readonly answers: Answers;
  /** Null when everything worth asking was asked. */
  readonly question: Question | null;
  /** From 1. */
  readonly position: number;
  readonly count: number;
  readonly choose: (option: string) => void;
  readonly back: () => void;
  /** Null while this question has no answer yet. */
  readonly next: (() => void) | null;
  readonly restart: () => void;
}

/** Where one is in the dialogue. Going back keeps the answers, so that one can go forward again. */
export function useDialogue(knowledge: Knowledge): Dialogue {
  const [answers, setAnswers] = useState<Answers>({});
  const [index, setIndex] = useState(0);
  const asked = questionsFor(answers, knowledge);
  const question = asked[index] ?? null;
  return {
    answers,
    question,
    position: index + 1,
    count: asked.length,
    choose(option) {
      if (!question) return;
      setAnswers(answer(answers, question.id, option, knowledge));
      setIndex(index + 1);
    },
    back: () => setIndex(Math.max(0, Math.min(index, asked.length) - 1)),
    next: question && answers[question.id] !== undefined ? () => setIndex(index + 1) : null,
    restart() {
      setAnswers({});
      setIndex(0);
    },
  };
}
