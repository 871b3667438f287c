"""Tables: columns stand straight where there is room, rows are told apart where there is not."""

from articles import article
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from tui.layout import FORMS, lay_out, visible
from tui.layout.tables import BAR, padding

BUDGET = """Department | Last year | Remark
Harbour and lights | 1,204,000 | The dredging is paid by the county
Schools | 410,000 | One bell fewer"""


def grown(row: str, gaps: dict[int, int]) -> str:
    return "".join(letter + " " * gaps.get(n, 0) for n, letter in enumerate(row))


def shown(text: str, width: int) -> list[str]:
    rows = text.split("\n")
    return [
        grown(row, gaps) for row, gaps in zip(rows, padding(rows, width, cell_len), strict=True)
    ]


def test_columns_stand_one_below_the_other_and_numbers_end_at_one_edge():
    assert shown(BUDGET, 80) == [
        "Department         | Last year | Remark",
        "Harbour and lights | 1,204,000 | The dredging is paid by the county",
        "Schools            |   410,000 | One bell fewer",
    ]


def test_what_is_too_wide_or_uneven_is_left_as_it_is():
    assert shown(BUDGET, 50) == BUDGET.split("\n")
    assert shown("a | b\nlonger", 80) == ["a | b", "longer"]


cells = st.text(alphabet="ab漢é 1,0", max_size=8).map(lambda cell: visible(cell.strip()))


def table_of(columns: int):
    return st.lists(st.lists(cells, min_size=columns, max_size=columns), min_size=1, max_size=5)


@given(st.integers(1, 4).flatmap(table_of), st.integers(2, 60))
def test_bars_stand_below_each_other_and_nothing_is_wider_than_the_measure(table, width):
    rows = [BAR.join(row) for row in table]
    lines = shown("\n".join(rows), width)
    if any(line != row for line, row in zip(lines, rows, strict=True)):
        assert max(map(cell_len, lines)) <= width
        parts = [line.split("|") for line in lines]
        for n in range(len(parts[0]) - 1):
            assert len({cell_len("|".join(row[: n + 1])) for row in parts}) == 1
    assert ["".join(line.split()) for line in lines] == ["".join(row.split()) for row in rows]


def test_in_a_narrow_window_each_row_begins_anew():
    page = lay_out(article("T", ("table", BUDGET)), 40, lambda text: split_graphemes(text)[0])
    table = [line for line in page.lines if line.block == 1 and line.role == "text"]
    assert [page.text[line.start : line.end] for line in table if line.first] == [
        "Department | Last year | Remark",
        "Harbour and lights | 1,204,000 | The",
        "Schools | 410,000 | One bell fewer",
    ]
    room = 40 - len(FORMS["table"].marker)
    assert all(line.end - line.start <= room for line in table)
