"""Reading: what a user does with one article and the list."""

from tui.view.widgets.article_body import ArticleBody


async def test_the_newest_article_is_open_when_i_start(start):
    async with start() as user:
        assert user.title == "The harbour that lost its report"
        assert user.focus == "library"
        assert user.shows("#article", "The harbour that lost its report")
        assert user.shows("#article", "Mia Quist · The Ister Post · 2026-05-03")


async def test_i_go_down_the_list_and_read_what_is_under_the_cursor(start):
    async with start() as user:
        await user.press("j", "enter")
        assert user.title == "The ferry that nobody ordered"
        assert user.focus == "article"


async def test_i_go_up_the_list_again(start):
    async with start() as user:
        await user.press("j", "j", "k")
        assert user.reader.list_pane.current.title == "The ferry that nobody ordered"


async def test_i_go_to_the_ends_of_the_list(start):
    async with start() as user:
        await user.press("G")
        assert user.reader.list_pane.cursor == 3
        await user.press("g")
        assert user.reader.list_pane.cursor == 0
        await user.press("end", "home")
        assert user.reader.list_pane.cursor == 0


async def test_i_page_through_the_list(start):
    async with start() as user:
        await user.press("space")
        assert user.reader.list_pane.cursor == 3
        await user.press("b")
        assert user.reader.list_pane.cursor == 0
        await user.press("d", "u")
        assert user.reader.list_pane.cursor == 0


async def test_i_scroll_the_article_by_lines_and_pages(start):
    async with start() as user:
        await user.press("2", "j", "j", "k")
        assert user.reader.body.scroll_offset.y == 1
        await user.press("space")
        page = user.reader.body.scroll_offset.y
        assert page > 20
        await user.press("b", "d")
        half = user.reader.body.scroll_offset.y
        assert 1 < half < page
        await user.press("u", "G")
        assert user.reader.body.seen == 1.0
        assert user.shows("#article", "swim if I must")
        await user.press("g")
        assert user.reader.body.scroll_offset.y == 0


async def test_i_go_from_paragraph_to_paragraph(start):
    async with start() as user:
        await user.press("2", "}", "}")
        body: ArticleBody = user.reader.body
        assert body.article.text[body.top :].startswith("Mayor Anna Holt")
        await user.press("{")
        assert body.article.text[body.top :].startswith("Nobody has read it")


async def test_i_read_the_next_article_without_leaving_the_body(start):
    async with start() as user:
        await user.press("2", "J")
        assert (user.title, user.focus) == ("The ferry that nobody ordered", "article")
        await user.press("K")
        assert user.title == "The harbour that lost its report"
        await user.press("K")
        assert user.shows("#status", "No article before this")


async def test_i_see_how_far_i_am(start):
    async with start() as user:
        before = user.painted("#status")[0].split()[-1]
        await user.press("2", "G")
        assert user.painted("#status")[0].endswith("100%")
        assert before != "100%"


async def test_an_article_i_have_read_to_its_end_is_marked_read(start, library):
    async with start() as user:
        assert user.shows("#library", "● The ferry that nobody")
        await user.press("2", "G")
        assert user.reader.list_pane.rows[0].read
        assert not user.reader.list_pane.rows[1].read


async def test_i_mark_an_article_unread_and_read(start):
    async with start() as user:
        await user.press("j", "r")
        assert user.reader.list_pane.rows[1].read
        await user.press("r")
        assert not user.reader.list_pane.rows[1].read


async def test_i_go_to_the_next_unread_article(start):
    async with start() as user:
        await user.press("j", "r", "right_square_bracket", "u")
        assert user.title == "The school keeps its bell"
        await user.press("left_square_bracket", "u")
        assert user.title == "The harbour that lost its report"


async def test_i_go_from_heading_to_heading(start):
    async with start() as user:
        await user.press("right_square_bracket", "h")
        await user.press("right_square_bracket", "h")
        assert user.target == "A quiet week"
        await user.press("right_square_bracket", "h")
        assert user.target == "What is left"
        assert user.shows("#article", "What is left")
        await user.press("left_square_bracket", "h")
        assert user.target == "A quiet week"


async def test_two_keys_that_mean_nothing_say_so(start):
    async with start() as user:
        await user.press("right_square_bracket", "z")
        assert user.shows("#status", "] z: no such key")
        assert not user.reader.session.body_only


async def test_i_read_only_the_article(start):
    async with start() as user:
        await user.press("z")
        assert user.shown_panes() == {"article"}
        await user.press("z")
        assert user.shown_panes() == {"library", "article", "people", "quotes", "related"}


async def test_i_change_to_the_light_theme(start):
    async with start() as user:
        dark = user.reader.body.styles.background
        await user.app.run_action("screen.view_theme")
        await user.pilot.pause()
        assert user.app.theme == "broadsheet-light"
        assert user.reader.body.styles.background != dark


async def test_hostile_text_is_shown_as_text(start):
    async with start() as user:
        await user.press("G", "enter")
        shown = "\n".join(user.painted("#article"))
        assert "Markup [/ and [TODO] ␛[31mred" in shown
        assert "[bold]brackets[/]" in shown
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "[b]Mark Up[/b]" in "\n".join(user.painted("#people"))


async def test_selected_text_is_copied_without_line_breaks(start):
    async with start(size=(80, 30)) as user:
        await user.press("2")
        lines = user.painted("#article")
        y = next(i for i, line in enumerate(lines) if "Mayor Anna Holt" in line)
        await user.pilot.mouse_down("#article", offset=(lines[y].index("Mayor"), y))
        await user.pilot.hover("#article", offset=(6, y + 1))
        await user.pilot.mouse_up("#article", offset=(6, y + 1))
        await user.pilot.pause()
        copied = user.app.screen.get_selected_text()
        assert copied.startswith("Mayor Anna Holt said the harbour was safe.")
        assert "\n" not in copied


async def test_my_place_is_kept_when_the_window_changes(start):
    async with start() as user:
        await user.press("2", "space")
        body = user.reader.body
        top = body.top
        words = body.article.text[top : top + 12]
        await user.pilot.resize_terminal(80, 24)
        await user.pilot.pause()
        assert words in " ".join(user.painted("#article")[:4])
        await user.pilot.resize_terminal(120, 40)
        await user.pilot.pause()
        assert body.top == top
