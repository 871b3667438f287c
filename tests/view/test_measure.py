"""Longer and shorter lines."""


def longest(user):
    return max(len(line.strip()) for line in user.painted("#article")[1:])


async def test_i_set_the_article_in_shorter_and_longer_lines_and_stay_where_i_was(start):
    async with start(size=(140, 30)) as user:
        await user.press("z", "d", "d")
        top = user.reader.body.top
        await user.press("less_than_sign")
        assert user.shows("#status", "Lines of up to 79 columns")
        assert longest(user) <= 79
        await user.press(*["less_than_sign"] * 9)
        assert user.shows("#status", "Lines of up to 45 columns")
        assert longest(user) <= 45
        assert abs(user.reader.body.top - top) < 100
        await user.press(*["greater_than_sign"] * 12)
        assert user.shows("#status", "Lines of up to 100 columns")


async def test_where_the_screen_is_narrower_i_am_told_so(start):
    async with start(size=(60, 20)) as user:
        await user.press("2", "greater_than_sign")
        assert user.shows("#status", "Lines of up to 89 columns; there is room for 57")
