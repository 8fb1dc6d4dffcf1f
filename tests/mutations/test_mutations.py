"""Each code of the catalogue, planted in a whole clean workbook: found at its square, with nothing undeclared, silent at its boundary."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from addin.core import catalogue
from tests.mutations.planting import Cell, findings_of
from tests.mutations.plants import PLANTS
from tests.proof import count

pytestmark = pytest.mark.proof

CELLS = range(1, 1 + count(1, 3))
TIMES = count(1, 4)
FINDINGS = Path(__file__).parents[1] / "findings"
ELSEWHERE = {
    "DOC190": "a template of a cell's own",
    "RAT325": "a sealed year edited afterwards", "RAT326": "a seal made when fewer columns were read", "RAT331": "what sealing a year says",
    "SHT150": "who has the file open", "SHT151": "sheets hidden in the file", "SHT152": "the file's format", "SHT153": "the file's ending", "SHT154": "the file's name",
    "SHT155": "the file's results of formulas", "SHT156": "a sheet of the file beyond the limits", "SHT190": "a workbook of a batch that could not be done",
}  # fmt: skip
"""Codes that no square of a clean workbook brings out; their cases stand in tests/findings under the same name."""


@pytest.mark.parametrize("plant", [pytest.param(plant, id=f"{plant.code} {at}") for at, plant in enumerate(PLANTS)])
def test_a_planted_fault_is_found_at_its_square_and_nothing_undeclared(plant):
    """At rows drawn by seed; one step before the fault its code is silent."""
    for seed, time in [(seed, time) for seed in CELLS for time in range(TIMES)]:
        draw = f"{plant.code} {seed} {time}"
        spoiled, sound = Cell(seed, Random(draw)), Cell(seed, Random(draw))  # noqa: S311 - seeded on purpose

        place = plant.act(spoiled, at_edge=False)
        found = {(one.rule, one.place) for one in spoiled.findings()}

        assert (plant.code, place) in found, (draw, str(place), sorted((rule, str(at)) for rule, at in found))
        assert not {(rule, str(at)) for rule, at in found if (rule, at) != (plant.code, place) and rule not in plant.brings}, (draw, str(place))
        if plant.has_edge:
            edge = plant.act(sound, at_edge=True)
            assert plant.code not in {one.rule for one in sound.findings()}, (draw, str(edge))


@pytest.mark.parametrize("seed", CELLS)
def test_nothing_is_said_of_the_clean_cell(seed):
    """Not a notice: whatever comes after a plant came with it."""
    assert findings_of(tuple(Cell(seed, Random(seed)).grids()), is_rated=True) == ()  # noqa: S311 - seeded on purpose


def test_every_code_is_planted_or_shown_elsewhere():
    """A new rule comes with its plant."""
    planted = {plant.code for plant in PLANTS}
    codes = {entry.code for entry in catalogue.ENTRIES}

    assert sorted(codes - planted) == sorted(ELSEWHERE)
    assert planted <= codes
    assert all((FINDINGS / f"{code}.yaml").exists() for code in ELSEWHERE)


def test_what_a_fault_brings_along_is_known_to_the_catalogue():
    """Few faults bring anything: most sentences of a check are one fault's."""
    codes = {entry.code for entry in catalogue.ENTRIES}
    bringing = [plant for plant in PLANTS if plant.brings]

    assert all(plant.brings <= codes - {plant.code} for plant in PLANTS)
    assert len(bringing) <= len(PLANTS) / 4, len(bringing)
