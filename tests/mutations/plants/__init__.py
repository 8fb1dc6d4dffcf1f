"""Every plant, by the sheets of the catalogue."""

from __future__ import annotations

from tests.mutations.plants import inspections, papers, people, rated, reading, supervision, yearly

PLANTS = (*people.PLANTS, *inspections.PLANTS, *supervision.PLANTS, *yearly.PLANTS, *papers.PLANTS, *reading.PLANTS, *rated.PLANTS)
