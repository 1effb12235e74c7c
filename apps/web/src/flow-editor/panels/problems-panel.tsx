'use client'

import { CircleCheck } from 'lucide-react'
import { useText } from '../../i18n/text-provider.tsx'
import { useProblems } from '../state/use-problems.tsx'
import { useGoToNode } from '../use-go-to-node.ts'
import { ProblemList } from './problem-list.tsx'

export function ProblemsPanel() {
  const t = useText()
  const { errors, warnings } = useProblems()
  const goTo = useGoToNode()
  if (errors.length + warnings.length === 0) {
    return (
      <p className="flex items-center gap-2 p-4 text-ink-2">
        <CircleCheck size={16} className="shrink-0 text-do" aria-hidden />
        {t.editor.problems(0)}. {t.editor.noProblemsHint}
      </p>
    )
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto p-2">
      <ProblemList problems={[...errors, ...warnings]} onGo={goTo} />
    </div>
  )
}
