"""What kinds of exercise are on paper, by the family they belong to.

A kind looks on paper as the nearest class that it is made of and that is listed here. A new kind of a family therefore
needs nothing, and one of no family is drawn from its `answer_spec`.
"""

from __future__ import annotations

from joinedup.exercises.base.exercise import Exercise
from joinedup.exercises.line.complexity import ComplexityLine
from joinedup.exercises.line.engine import Line
from joinedup.exercises.priorities.priority_matrix import PriorityMatrix
from joinedup.exercises.questionnaire.engine import Questionnaire
from joinedup.exercises.questionnaire.factors import FactorsCheck
from joinedup.exercises.questionnaire.life_cycle import LifeCycleSelfCheck
from joinedup.exercises.questionnaire.statement_check import Check
from joinedup.exercises.sorting.engine import Sorter
from joinedup.exercises.story.code_a_story import CodeAStory

from .default import Sheets
from .line import ComplexitySheets, LineSheets
from .priorities import PrioritySheets
from .questionnaire import CheckSheets, FactorsSheets, LifeCycleSheets, QuestionnaireSheets
from .sorting import SortingSheets
from .story import StorySheets

FAMILIES: dict[type[Exercise], type[Sheets]] = {
    Check: CheckSheets,
    CodeAStory: StorySheets,
    ComplexityLine: ComplexitySheets,
    Exercise: Sheets,
    FactorsCheck: FactorsSheets,
    LifeCycleSelfCheck: LifeCycleSheets,
    Line: LineSheets,
    PriorityMatrix: PrioritySheets,
    Questionnaire: QuestionnaireSheets,
    Sorter: SortingSheets,
}


def sheets_of(exercise: Exercise) -> Sheets:
    """Return what an exercise is on paper."""
    return next(FAMILIES[cls] for cls in type(exercise).__mro__ if cls in FAMILIES)(exercise)
