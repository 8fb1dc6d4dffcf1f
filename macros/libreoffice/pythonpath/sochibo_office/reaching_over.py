"""Names, charts and filters that ended with the last record reach over the rows put in behind it.

LibreOffice moves them with rows put in above or within, and makes them short again where such rows go.
"""

# Objects of UNO have no types.
# ruff: noqa: ANN001, ANN201, ANN202


def lengthen(document, gap, longer):
    """`longer` makes a range in words reach over the gap: name of the sheet, row above, how many rows."""
    for names in (document.NamedRanges, *(sheet.NamedRanges for sheet in document.Sheets)):
        for name in names.ElementNames:
            _lengthen_name(names.getByName(name), longer)
    for chart in _charts(document):
        provider = chart.getDataProvider()
        for labelled in list(_sequences(chart)):
            _lengthen_sequence(provider, labelled, longer)
    _lengthen_filter(document, gap)


def _lengthen_name(name, longer):
    content = longer(name.Content)
    if content != name.Content:
        name.setContent(content)


def _charts(document):
    for sheet in document.Sheets:
        for name in sheet.Charts.ElementNames:
            yield sheet.Charts.getByName(name).EmbeddedObject


def _sequences(chart):
    """Of values and of categories."""
    diagram = chart.getFirstDiagram()
    for system in diagram.getCoordinateSystems() if diagram is not None else ():
        for dimension in range(system.getDimension()):
            categories = system.getAxisByDimension(dimension, 0).getScaleData().Categories
            if categories is not None:
                yield categories
        for kind in system.getChartTypes():
            for series in kind.getDataSeries():
                yield from series.getDataSequences()


def _lengthen_sequence(provider, labelled, longer):
    """Trap: a chart's change is in no undo list of the document, but the rows that go with an undo make it short."""
    values = labelled.Values
    shown = values.getSourceRangeRepresentation() if values is not None else ""
    meant = longer(shown)
    if meant != shown:
        new = provider.createDataSequenceByRangeRepresentation(meant)
        new.Role = values.Role
        labelled.setValues(new)


def _lengthen_filter(document, gap):
    """The filter arrows of the sheet."""
    name, after, count = gap
    number = document.Sheets.getByName(name).RangeAddress.Sheet
    unnamed = document.getPropertyValue("UnnamedDatabaseRanges")
    if unnamed.hasByTable(number):
        found = unnamed.getByTable(number)
        area = found.DataArea
        if area.EndRow == after - 1:
            area.EndRow += count
            found.setDataArea(area)
