"""Laws of the ratings, over every regime: no regime may reward worse inputs, and order never matters."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addin.core.levels import Grade, Level
from addin.core.persons.reading import Reading
from addin.core.ratings import Vote, rate
from addin.core.ratings.quota import exact_cap, rounded
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.discipline import Discipline
from tests.builders import member, rating, row
from tests.core.ratings.rating_books import book_of, rolled
from tests.proof import count

pytestmark = pytest.mark.proof

YEARS = st.sampled_from([2008, 2012, 2014, 2017, 2018, 2019, 2022, 2023, 2024, 2025, 2026, 2030])
LEVELS = [Level.KHT, Level.HTN, Level.HTT, Level.HTXS]
GRADES = [str(grade) for grade in sorted(Grade, key=lambda one: one.rank)]
GRADE_KEYS = ["grade_politics", "grade_ethics", "grade_discipline", "grade_style", "grade_tasks", "grade_remedy"]
# From worst to best, so that a step to the right is always better.
SCALES = {
    **dict.fromkeys(GRADE_KEYS, GRADES),
    "points_general": ["0", "9.9", "10", "19", "20", "27", "30"],
    "points_tasks": ["0", "39.9", "40", "50", "62.5", "63", "70"],
    "tasks_done": [0, 4, 5, 8, 9, 10],
    "tasks_over": [0, 2, 3, 4, 5, 10],
    "tasks_late": [10, 3, 2, 1, 0],
    "shortcomings_fixed": [0, 1, 2],
    "sick_months": ["12", "3", "2.5", "0"],
    "unit_done_pct": ["0", "0.49", "0.5", "0.69", "0.7", "0.8", "1"],
    "unit_over_pct": ["0", "0.29", "0.3", "0.49", "0.5", "1"],
    "low_confidence_pct": ["1", "0.51", "0.5", "0"],
    "degradation": [True, False],
    "breach": [True, False],
    "agency_level": LEVELS,
}
PEOPLE = st.fixed_dictionaries(
    {
        "staff_kind": st.sampled_from([None, "Công chức", "Viên chức", "Hưu trí"]),
        "is_leader": st.sampled_from([None, True, False]),
    }
)
ROWS = st.fixed_dictionaries(
    {key: st.one_of(st.none(), st.sampled_from(values), st.just(values[-1])) for key, values in SCALES.items()}
)


def ceiling(year, person, values, disciplines=()):
    """The ceiling of one person on these inputs."""
    book = Book(
        members=(member(**person),),
        ratings=(rating(year, tasks_assigned=10, shortcomings_total=2, **values),),
        disciplines=disciplines,
    )
    (one,) = rate(Reading(book), year).members
    return one.ceiling


@settings(max_examples=count(250, 5_000), deadline=None)
@given(YEARS, PEOPLE, ROWS, st.data())
def test_a_better_input_never_lowers_the_ceiling(year, person, values, data):
    """Whatever else was entered, one step up in one input keeps or raises the level."""
    entered = [key for key, value in values.items() if value is not None and value != SCALES[key][-1]]
    if not entered:
        assert ceiling(year, person, values) is not None
        return
    key = data.draw(st.sampled_from(entered))
    scale = SCALES[key]
    better = values | {key: scale[scale.index(values[key]) + 1]}

    before, after = ceiling(year, person, values), ceiling(year, person, better)

    assert after.rank >= before.rank


@settings(max_examples=count(150, 3_000), deadline=None)
@given(YEARS, PEOPLE, ROWS, st.sampled_from(sorted(SCALES)))
def test_a_blank_never_fails_a_condition(year, person, values, key):
    """Taking an input away keeps or raises the ceiling: what is not known bars nothing."""
    before, after = ceiling(year, person, values), ceiling(year, person, values | {key: None})

    assert after.rank >= before.rank


@settings(max_examples=count(150, 3_000), deadline=None)
@given(YEARS, PEOPLE, ROWS, st.sampled_from(["degradation", "breach", "discipline"]))
def test_a_case_of_not_completed_never_raises(year, person, values, case):
    """Adding a case keeps or lowers the ceiling; a duty-related discipline nobody found itself is KHT in every regime."""
    before = ceiling(year, person, values)
    condemned = row(
        Discipline, 2, member="Nguyễn Văn Mẫu", form="Khiển trách", decision_date=f"{year}-06-01",
        duty_related=True, self_detected=False,
    )  # fmt: skip

    if case == "discipline":
        after = ceiling(year, person, values, (condemned,))
        assert after is Level.KHT
    else:
        after = ceiling(year, person, values | {case: True})

    assert after.rank <= before.rank


@settings(max_examples=count(150, 3_000), deadline=None)
@given(YEARS, PEOPLE, ROWS, st.lists(st.integers(0, 12), min_size=4, max_size=4), st.integers(1, 20))
def test_the_result_is_never_above_the_ceiling(year, person, values, votes, summoned):
    """Nor above the vote; without a majority, or with evidence lacking and no vote, there is no result."""
    counts = dict(zip(("votes_htxs", "votes_htt", "votes_htn", "votes_kht"), votes, strict=True))
    case = {"year": year, "member": person, "row": values | counts, "ballot": {"meeting_on": f"{year}-12-20", "summoned": summoned}}

    (one,) = rate(Reading(book_of(case)), year).members

    if one.vote is Vote.NO_MAJORITY:
        assert one.result is None
        assert one.voted is None
    if one.result is not None:
        assert one.result.rank <= one.ceiling.rank
        assert one.voted is None or one.result.rank <= one.voted.rank
    assert one.result is not None or one.vote is not Vote.MAJORITY
    assert (one.level, one.recorded.source) == ((one.voted, "vote") if one.voted else (None, "none"))


POINTS = ("points_general", "points_tasks")
LEVEL_KEYS = ("final_level", "cell_level", "proposed_level")
ASSIGNED = st.sampled_from([None, 0, 10])
VOTED = st.one_of(st.just((0, 0, 0, 0)), st.tuples(*[st.integers(0, 12)] * 4))


def rated(year, person, values):
    """The one rating of these inputs, ten summoned."""
    case = {"year": year, "member": person, "row": values, "ballot": {"meeting_on": f"{year}-12-20", "summoned": 10}}
    (one,) = rate(Reading(book_of(case)), year).members
    return one


@settings(max_examples=count(250, 5_000), deadline=None)
@given(YEARS, PEOPLE, ROWS, st.tuples(ASSIGNED, VOTED), st.data())
def test_more_evidence_never_turns_no_result_into_a_level_above_the_ceiling(year, person, values, besides, data):
    """Filling in any blank keeps the ceiling or lowers it, and a result that comes of it stays under the one before."""
    assigned, votes = besides
    counts = dict(zip(("votes_htxs", "votes_htt", "votes_htn", "votes_kht"), votes, strict=True))
    row_values = values | counts | {"tasks_assigned": assigned}
    blank = [key for key in SCALES if row_values.get(key) is None]
    filled = data.draw(st.sets(st.sampled_from(blank), min_size=1)) if blank else set()
    entered = {key: data.draw(st.sampled_from(SCALES[key])) for key in sorted(filled)}

    before, after = rated(year, person, row_values), rated(year, person, row_values | entered)

    assert after.ceiling.rank <= before.ceiling.rank
    assert after.result is None or after.result.rank <= before.ceiling.rank
    assert after.result is None or after.result.rank <= after.ceiling.rank


@settings(max_examples=count(400, 10_000), deadline=None)
@given(YEARS, PEOPLE, ROWS, st.tuples(ASSIGNED, VOTED), st.dictionaries(st.sampled_from(LEVEL_KEYS), st.sampled_from(LEVELS)))
def test_nothing_gives_excellent_without_points_or_grades_and_tasks(year, person, values, besides, levels):
    """Only a majority or an entered level does; what we proposed ourselves is neither."""
    assigned, votes = besides
    counts = dict(zip(("votes_htxs", "votes_htt", "votes_htn", "votes_kht"), votes, strict=True))
    one = rated(year, person, values | counts | levels | {"tasks_assigned": assigned})

    has_marks = all(values[key] is not None for key in POINTS) or values["grade_tasks"] is not None
    has_tasks = bool(assigned) and values["tasks_done"] is not None
    if one.result is Level.HTXS and one.vote is not Vote.MAJORITY:
        assert has_marks
        assert has_tasks
        assert one.lacking == ()
    if one.counted is Level.HTXS and one.level is None:
        assert has_marks
        assert has_tasks
    entered = [levels[key] for key in ("final_level", "cell_level") if key in levels]
    assert one.level == (entered[0] if entered else one.voted)


@pytest.mark.parametrize("rate_text", ["0.15", "0.20", "0.25"])
@pytest.mark.parametrize("base", ["HTT", "HTT+", "rated"])
def test_the_cap_is_what_counting_one_by_one_finds(base, rate_text):
    """For every number up to 300: under floor the most x that keeps the sentence true; round and ceil by formula."""
    share = Fraction(Decimal(rate_text))
    for good in range(301):
        for rated in (good, good + 2, good + 7):
            holds = {
                "HTT": lambda x, good=good: x <= share * (good - x),
                "HTT+": lambda x, good=good: x <= share * good,
                "rated": lambda x, rated=rated: x <= share * rated,
            }[base]
            most = max(x for x in range(rated + 1) if holds(x))
            cap = exact_cap(base, share, good, rated)

            assert rounded(cap, "floor") == most
            assert rounded(cap, "ceil") == ceil(cap)
            assert rounded(cap, "round") == floor(cap * 2 + 1) // 2


@pytest.mark.parametrize(("rate_text", "caps"), [("0.20", (4, 5, 6)), ("0.25", (5, 7, 7))])
def test_the_three_readings_of_the_cap_for_thirty_rated(rate_text, caps):
    """ratings.md §5.3: n = 28, N = 30."""
    share = Fraction(Decimal(rate_text))

    found = tuple(rounded(exact_cap(base, share, 28, 30), "floor") for base in ("HTT", "HTT+", "rated"))

    assert found == caps


@settings(max_examples=count(40, 800), deadline=None)
@given(YEARS, st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(year, random):
    """Every table shuffled gives the same ratings, quota and cell."""
    members, rows = rolled(year, {"HTXS": 3, "HTT": 4, "HTN": 1})
    disciplines = tuple(
        row(Discipline, at, member=one.full_name, form="Khiển trách", decision_date=f"{year}-0{at}-01", duty_related=at % 2 == 0)
        for at, one in enumerate(members[:3], 2)
    )
    book = Book(members=members, ratings=rows, disciplines=disciplines)
    shuffle = random.sample

    shuffled = replace(
        book,
        members=tuple(shuffle(members, len(members))),
        ratings=tuple(shuffle(rows, len(rows))),
        disciplines=tuple(shuffle(disciplines, 3)),
    )

    assert rate(Reading(shuffled), year) == rate(Reading(book), year)
