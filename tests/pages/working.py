"""Doing things on a page: files in, fields filled, buttons pressed, by the words a person sees."""

from streamlit.testing.v1 import AppTest


def named(app: AppTest, who: str = "Nguyễn Thị Lan") -> AppTest:
    """Somebody works here: said before, on this page or another."""
    app.session_state["papi-person"] = who
    return app


def upload(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    """Choose files in the field."""
    app.file_uploader[0].set_value([(name, data, "application/octet-stream") for name, data in files]).run()
    return calm(app)


def press(app: AppTest, label: str, place: int = 0) -> AppTest:
    """Press a button."""
    [button for button in app.button if button.label == label][place].click().run()
    return calm(app)


def fill(app: AppTest, label: str, text: str, place: int = 0) -> AppTest:
    """Write into a field; in a form nothing runs before its button is pressed."""
    [field for field in (*app.text_input, *app.text_area) if field.label == label][place].set_value(text)
    return app


def choose(app: AppTest, label: str, value: object, place: int = 0) -> AppTest:
    """Choose in a box; in a form nothing runs before its button is pressed."""
    [box for box in app.selectbox if box.label == label][place].set_value(value)
    return app


def labels_of(app: AppTest) -> list[str]:
    """The buttons there are."""
    return [str(button.label) for button in app.button]


def calm(app: AppTest) -> AppTest:
    """No fault came up, neither as a traceback nor as the page of the last net."""
    assert not app.exception
    html = " ".join(str(element.proto.body) for element in app.main.get("html"))
    assert "papi-notice" not in html
    return app
